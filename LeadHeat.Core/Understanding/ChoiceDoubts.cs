using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>Tells choices that are named without being wished: denied behind, had or left, good as they are, seen in our pictures, asked about somewhere else.</summary>
internal static class ChoiceDoubts
{
    private const string PainPoints = "pain_points";

    private static readonly PhraseTable<bool> Denied = new((true,
        "nahi; nahin; mat; beda; vendam; venda; neither; not|isn't|isnt|isn’t|aren't|arent|aren’t required|needed|necessary|important|wanted|compulsory|mandatory; is|are not required|needed|necessary|important|wanted|compulsory|mandatory; not a must|need|priority; is|are not a must|need|priority; "
        + "doesn't|doesn’t|doesnt|don't|don’t|dont matter; does|do not matter; we|i|they don't|don’t|dont do|serve|sell|want|need|use|like|drink|offer|stock|make; we|i|they do not do|serve|sell|want|need|use|like|drink|offer|stock|make; not for us|me"));

    private static readonly PhraseTable<bool> Fine = new((true,
        "is|are|was|were fine|ok|okay|good|great|perfect|super; is|are not the|a|an|our problem|issue; isn't|isnt|isn’t|aren't|arent the|a|an|our problem|issue; is|are no problem|issue; no problem|issue|issues|problems|complaints; theek|thik|sahi|achha|accha hai"));

    private static readonly PhraseTable<bool> OurPictures = new((true, "on|in|from|of your|ur instagram|insta|page|site|website|reel|reels|feed|photos|pics|pictures|ad|ads|video|videos|story|stories|brochure"));

    private static readonly PhraseTable<bool> Elsewhere = new((true,
        "in|at|of the|that|your|this other|next|second|first|same tower|building|block|wing|project|society|community|complex; in|at|of your|ur|that tower|building|block|wing|project|society|community|complex|one; in|at yours; in|at the other|second one"));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Wishing = WordSet.Of("want wants need needs looking chahiye interested prefer must require searching find");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> UsedNow = WordSet.Of("we i just only currently already now still mostly are");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Left = WordSet.Of("rented sold selling current present existing ancestral vacate vacating leaving laws parents parents' father's brother's sister's uncle's friend's in-laws");

    /// <summary>Whether it is named without being wished.</summary>
    public static bool IsIt(Scan scan, Meaning meaning, int first, int end) =>
        ((meaning.Choice!.Strict || meaning.Text is not null) && !IsPlain(scan, meaning.Field!, first, end)) || scan.IsNegated(first) || Refusals.Before(scan, first) || IsDeniedBefore(scan, first) || Indifference.Before(scan, first) || IsDeniedBehind(scan, end) || ChoicesOwned.IsIt(scan, meaning, first, end) || IsTooMuch(scan, meaning, end) || (meaning.Field!.Name == PainPoints && Fine.At(scan, end) is not null) || IsLeft(scan, meaning, first, end) || IsRemark(scan, meaning, end) || SentBefore.Covers(scan, first) || ChoicesTold.IsIt(scan, meaning, first, end);

    private static readonly PhraseTable<bool> Homes = new((true, "unit|units|project|projects|property|properties|home|homes|option|options|only|launch|launches|chahiye|please|pls"));
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> AskedFor = WordSet.Of("want need prefer interested show only looking any anything something");

    // "We are ready to move"; not "flats that are ready to move"
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Being = WordSet.Of("be am i'm we're get getting feel");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> People = WordSet.Of("we you u they parents kids family friends both");

    // "An off plan apartment", "interested in off plan"; not "my brother lost money with off plan", "off plan or ready?"
    private static bool IsPlain(Scan scan, PlaybookField field, int first, int end)
    {
        if (scan.Is(end, KeyKind.Or) || scan.Is(first - 1, KeyKind.Or) || scan.Cues.HasFlag(Cues.Compare) || IsOfPeople(scan, first))
            return false;
        // "Is it off plan?" is answered by what was shown.
        if (scan.Dialogue.Shown.Count > 0 && scan.Cues.HasFlag(Cues.Question))
            return true;
        if (scan.Is(end, KeyKind.Bed) || Homes.At(scan, end) is not null || (end + 1 < scan.Tokens.Length && scan.Is(end + 1, KeyKind.Bed)))
            return true;
        if (end < scan.Tokens.Length && scan.Playbook.Lexicon.LongestAt(scan.Tokens, end, out _).Any(meaning => meaning.Kind == MeaningKind.Choice && meaning.Field!.Name == FactFields.PropertyType))
            return true;
        for (var at = first - 1; at >= 0 && at >= first - 3 && scan.Tokens[at].Kind == TokenKind.Word; at--)
        {
            if (AskedFor.Contains(scan.WordAt(at)))
                return true;
        }
        return (first == 0 || scan.IsSign(first - 1, ',') || scan.IsSign(first - 1, '.')) && (end == scan.Tokens.Length || scan.IsSign(end, ',') || scan.IsSign(end, '.'));
    }

    private static bool IsOfPeople(Scan scan, int first) =>
        first > 0 && (Being.Contains(scan.WordAt(first - 1)) || (first > 1 && scan.IsWord(first - 1, "are") && People.Contains(scan.WordAt(first - 2))));

    // "Cold coffee no, only filter", "villa nahi chahiye", "pool not required"
    private static bool IsDeniedBehind(Scan scan, int end) =>
        (Denied.At(scan, end) is var (_, behind) && !IsOfNext(scan, behind)) || Refused.At(scan, end) is not null || (scan.IsWord(end, "no") && (end + 1 == scan.Tokens.Length || scan.Tokens[end + 1].Kind == TokenKind.Symbol));

    // "An independent house I don't want apartment": what follows is what is denied.
    private static bool IsOfNext(Scan scan, int at)
    {
        while (scan.Is(at, KeyKind.Article) || scan.IsWord(at, "any"))
            at++;
        if (at >= scan.Tokens.Length)
            return false;
        foreach (var meaning in scan.Playbook.Lexicon.LongestAt(scan.Tokens, at, out _))
        {
            if (meaning.Kind == MeaningKind.Choice)
                return true;
        }
        return false;
    }

    // "V60 and these things no", "machine wagairah kuch bhi nahi hai"
    private static readonly PhraseTable<bool> Refused = new((true,
        "and|or these|those|this|that|such|all|other things|stuff|kind|sort|type no|not|nahi|nahin; and all no|not|nahi|nahin; and|or all|these|those|such that|things|stuff , no; wagairah|vagairah|wagera|vagera nahi|nahin; wagairah|vagairah|wagera|vagera kuch nahi|nahin; wagairah|vagairah|wagera|vagera kuch bhi nahi|nahin; kuch nahi|nahin; kuch bhi nahi|nahin"));

    /// <summary>"We don't use pool or gym", "don't need a built house".</summary>
    public static bool IsDeniedBefore(Scan scan, int first)
    {
        var at = first - 1;
        while (at >= 0 && (scan.Is(at, KeyKind.Article) || scan.IsWord(at, "any") || scan.IsWord(at, "the")))
            at--;
        // "Don't need a built house"
        if (at == first - 1 && at >= 2 && scan.Tokens[at].Kind == TokenKind.Word && scan.Is(at - 1, KeyKind.Article))
            at -= 2;
        // "What we don't want is a flat"
        if (at >= 2 && (scan.IsWord(at, "is") || scan.IsWord(at, "are")) && Unused.Contains(scan.WordAt(at - 1)))
            at--;
        // Of several the verb stands before the first.
        for (var least = scan.Is(at, KeyKind.Or) ? at - 5 : at; at >= Math.Max(1, least) && (scan.Tokens[at].Kind == TokenKind.Word || scan.Is(at, KeyKind.Or)); at--)
        {
            if (Unused.Contains(scan.WordAt(at)))
                return scan.Is(at - 1, KeyKind.Not);
        }
        return false;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Unused = WordSet.Of("use want need require");

    // "The villas are too much upkeep"
    private static bool IsTooMuch(Scan scan, Meaning meaning, int end) =>
        meaning.Field!.Name is FactFields.PropertyType or FactFields.Features && TooMuch.At(scan, end) is not null && !scan.Cues.HasFlag(Cues.Question);

    private static readonly PhraseTable<bool> TooMuch = new((true, "is|are|was|were|looks|feels|seems too; is|are|was|were way|far|just|simply too; is|are a bit too; would be too; too much|big|small|expensive|costly"));

    // "We just use WhatsApp", "we are in a rented house", "we sold a plot", "he wants the house back": what somebody has or had
    // is not what he looks for.
    private static bool IsLeft(Scan scan, Meaning meaning, int first, int end)
    {
        if (scan.IsWord(first - 1, "use") || scan.IsWord(first - 1, "using"))
            return first > 1 && UsedNow.Contains(scan.WordAt(first - 2));
        // "for our guest house"
        if (scan.IsWord(first, "house") && (scan.IsWord(first - 1, "guest") || scan.IsWord(first - 1, "open") || scan.IsWord(first - 1, "club")))
            return true;
        // "everybody is on his own whatsapp"
        if (scan.IsWord(first - 1, "own") && (scan.IsWord(first - 2, "his") || scan.IsWord(first - 2, "her") || scan.IsWord(first - 2, "their")) || scan.IsWord(first - 1, "personal"))
            return true;
        if (meaning.Field!.Name != FactFields.PropertyType)
            return false;
        if (scan.IsWord(end, "back") || HomesLeft.IsIt(scan, first) || PlacesOfOthers.HasDone(scan, first, end))
            return true;
        for (var at = first - 1; at >= 0 && at >= first - 3 && scan.Tokens[at].Kind == TokenKind.Word; at--)
        {
            if (Left.Contains(scan.WordAt(at)) || (scan.IsWord(at, "have") && scan.IsWord(at - 1, "already")) || scan.IsWord(at, "own") || scan.IsWord(at, "owns"))
                return true;
            // "We have an old house in Malleshwaram", "the old house is going for 3.2 crores"
            if (scan.IsWord(first - 1, "old") && (scan.IsWord(at, "the") || scan.IsWord(at, "our") || scan.IsWord(at, "my")))
                return true;
            if (scan.IsWord(at, "have") && (scan.IsWord(at - 1, "we") || scan.IsWord(at - 1, "i")) && (scan.IsWord(first - 1, "old") || scan.IsWord(first - 1, "ancestral")))
                return true;
            if (scan.Tokens[at].Key.Kind is not (KeyKind.Article or KeyKind.Filler) && !scan.IsWord(at, "old") && !scan.IsWord(at, "ancestral"))
                return false;
        }
        return false;
    }

    // "Villas with a pool look nice on your instagram", "is there a pool in the other tower?": where nothing is wished.
    private static bool IsRemark(Scan scan, Meaning meaning, int end)
    {
        var field = meaning.Field!.Name;
        if (field is not (FactFields.PropertyType or FactFields.Features) || scan.Cues.HasFlag(Cues.Search))
            return false;
        var told = OurPictures.IsIn(scan, end, end + 10) || (field == FactFields.Features && scan.Cues.HasFlag(Cues.Question) && Elsewhere.IsIn(scan, end, end + 4));
        return told && !Array.Exists(scan.Tokens, token => Wishing.Contains(scan.Text.AsSpan(token.Start, token.Length)));
    }
}
