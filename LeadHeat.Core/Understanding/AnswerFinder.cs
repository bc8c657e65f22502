using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>Finds named answers, and takes free text as the answer to a question for free text.</summary>
internal static class AnswerFinder
{
    private const int LongestAnswer = 200;

    /// <summary>Finds what answers a question for free text by its name, where it is used: <c>we are on Excel now</c>, <c>replace Pipedrive</c>.</summary>
    public static void FindNamed(Scan scan)
    {
        for (var at = 0; at < scan.Tokens.Length; at++)
        {
            foreach (var meaning in scan.Playbook.Lexicon.LongestAt(scan.Tokens, at, out var end))
            {
                if (meaning is not { Kind: MeaningKind.CountWord, Field: { Kind: FieldKind.Text } field } || scan.Find(field.Name) is not null || !IsUsed(scan, at, end) || IsAsked(scan, at))
                    continue;
                var span = scan.Span(at, end);
                // "Zoho costs us …" says no less than "Zoho CRM" did.
                if (scan.Known(field.Name)?.Text is { } known && known.StartsWith(span.Of(scan.Text), StringComparison.OrdinalIgnoreCase))
                    continue;
                scan.Values.Add(new(field.Name, new(Text: span.Of(scan.Text)), span.Of(scan.Text), 0.85, [span]));
            }
        }
    }

    /// <summary>Whether a word names what answers a question for free text: a tool that others sell.</summary>
    public static bool IsTool(Scan scan, int at)
    {
        foreach (var meaning in scan.Playbook.Lexicon.LongestAt(scan.Tokens, at, out _))
        {
            if (meaning is { Kind: MeaningKind.CountWord, Field.Kind: FieldKind.Text })
                return true;
        }
        return false;
    }

    // "HubSpot wants 1,900 dollars a month from us"
    private static readonly PhraseTable<bool> Billing = new((true, "wants|charges|bills|takes|wanted|invoices"));
    private static readonly PhraseTable<bool> Us = new((true, "us|me; from us|me"));

    private static bool IsBilling(Scan scan, int end) => Billing.At(scan, end) is not null && Us.IsIn(scan, end + 1, end + 9);

    // "We're on Zoho today. What do you do that it doesn't?" tells before it asks.
    private static bool IsAsked(Scan scan, int at)
    {
        for (var i = at; scan.Cues.HasFlag(Cues.Question) && i < scan.Tokens.Length; i++)
        {
            if (scan.IsSign(i, '?'))
                return true;
            // "We use Excel, how long does it take?"
            if (scan.IsSign(i, ',') && i + 1 < scan.Tokens.Length && Asking.Begins(scan.Text[scan.Tokens[i + 1].Start..]))
                return Temper.AsksByFirstWord(scan);
            if ((scan.IsSign(i, '.') || scan.IsSign(i, '!')) && i + 1 < scan.Tokens.Length && scan.Tokens[i + 1].Apart)
                return Temper.AsksByFirstWord(scan);
        }
        return scan.Cues.HasFlag(Cues.Question);
    }

    private static bool IsUsed(Scan scan, int at, int end)
    {
        if (Refusals.Before(scan, at))
            return false;
        if (IsBilling(scan, end))
            return true;
        // "abhi hum Zoho use karte hain"
        if (scan.IsWord(end, "use") && (scan.IsWord(end + 1, "karte") || scan.IsWord(end + 1, "karta") || scan.IsWord(end + 1, "karti") || scan.IsWord(end + 1, "kar") || scan.IsWord(end + 1, "ho")))
            return true;
        // "sab Excel me hai"
        if (RunsOn.At(scan, end) is not null || scan.IsWord(at - 1, "pay") || scan.IsWord(at - 1, "paying"))
            return true;
        for (var before = at - 1; before >= 0 && before >= at - 6 && !scan.IsSign(before, '.'); before--)
        {
            if (Against.Contains(scan.WordAt(before)))
                return false;
            if (Uses.Contains(scan.WordAt(before)) || (scan.IsWord(before, "in") && before >= at - 2 && Kept.Contains(scan.WordAt(Math.Max(0, before - 1)))))
                return true;
        }
        return false;
    }

    private static readonly PhraseTable<bool> RunsOn = new((true, "me|mein|main|pe|par hai|hain|h|chal|chalta|chalti|chalte|rakha|rakhte|rakhti|likhte|hota|hoti|manage"));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Uses = WordSet.Of(
        "lives live sits sit stored kept managed maintained now use uses using have has had run runs running replace replacing ditch ditching leave leaving own owns hate into on currently today our from");

    // "everything is in excel"; not "send it in excel"
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Kept = WordSet.Of("is are everything all still everything's everything’s all's it's it’s");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Against = WordSet.Of(
        "integrate integrates integration connect connects sync syncs than versus vs like compare compared better different tried try not never worked");

    /// <summary>The whole message as the answer, where the question was open and this is no question, refusal or other news.</summary>
    public static void TakeText(Scan scan)
    {
        if (scan.AskedField is not { } field || !(field.Open || field.Kind is FieldKind.Text or FieldKind.Company) || scan.Find(field.Name) is not null || scan.Tokens.Length == 0)
            return;
        if ((scan.Cues & (Cues.Question | Cues.Refusal | Cues.AsksForHuman | Cues.DoesNotKnow | Cues.Goodbye | Cues.Reset | Cues.Visit | Cues.Callback | Cues.Thanks | Cues.SaidBefore)) != 0
            || scan.CallHours is not null || scan.IsLeftForLater || scan.Values.Count > 0 || (field.Kind == FieldKind.Company && Later(scan)) || scan.Text.Length > LongestAnswer || !scan.Text.Any(char.IsLetterOrDigit))
            return;
        // "Another vendor asks 1.8 lakh a year" answers nothing but what things cost.
        if (SaysNothing(scan) || scan.HasOthersMoney)
            return;
        if (scan.Tokens.Length == 1 && (scan.Cues & (Cues.Yes | Cues.No | Cues.Greeting)) != 0 || (field.Kind == FieldKind.Company && scan.Tokens.Length > 5))
            return;
        var span = scan.Span(0, scan.Tokens.Length);
        if (field.Kind == FieldKind.Company && CompanyLead(scan) is > 0 and var lead && lead < scan.Tokens.Length)
            span = scan.Span(lead, scan.Tokens.Length);
        var said = span.Of(scan.Text).TrimEnd('.', '!');
        scan.Values.Add(new(field.Name, new(Text: said), said.Length > 60 ? said[..57] + "…" : said, 0.75, [span]));
    }

    // "sounds good", "ok whats next", "send me info": goes on, and names nothing.
    private static bool SaysNothing(Scan scan)
    {
        for (var at = 0; at < scan.Tokens.Length; at++)
        {
            if (scan.Tokens[at].Kind == TokenKind.Number || (scan.Tokens[at].Kind == TokenKind.Word && !Filler.Contains(scan.WordAt(at))))
                return false;
        }
        return true;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Filler = WordSet.Of(
        "ok okay okk k kk hmm hm hmmm um uh oh ah aha fine good great nice cool sounds sound looks perfect alright right sure yes yeah yep yup ya no nope nah done noted understood agreed interesting interested "
        + "next then so now and or but the a an what whats what's what’s which that thats that's that’s this is it its it's how why who tell show send give share me us you your more some any info information details detail brochure pricing price demo "
        + "please pls plz go ahead on let's lets let see check i im i'm we will would want to like know hear continue proceed later hello hi hey bhai ji haan theek hai accha acha thik all same as said above well just maybe not yet sorry thanks");

    // "company name also later"
    private static bool Later(Scan scan) => Enumerable.Range(0, scan.Tokens.Length).Any(at => scan.Is(at, KeyKind.Not) || scan.IsWord(at, "later") || scan.IsWord(at, "skip") || scan.IsWord(at, "why"));

    // "It's Quickcart", "we are called Zed Axis"
    private static int CompanyLead(Scan scan)
    {
        var start = 0;
        while (start < scan.Tokens.Length && CompanyLeads.Contains(scan.WordAt(start)))
            start++;
        return start;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> CompanyLeads = WordSet.Of("it's it’s its it is we are we're we’re called named from at with i'm i’m im am i my our company name the");
}
