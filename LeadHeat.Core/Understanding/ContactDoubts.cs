namespace LeadHeat.Core.Understanding;

/// <summary>Tells addresses and numbers at which the visitor is not to be reached: what is taken back, what he does not want used, what is ours.</summary>
internal static class ContactDoubts
{
    private const int Reach = 9;

    // Behind the one and before the other these put the second in the first one's place.
    private static readonly PhraseTable<bool> TakesBack = new((true,
        "sorry; no ,; no no; no wait; actually; mean; meant; rather; correction; wait; oops; should be; should have been; should read; supposed to be; is wrong; was wrong; is dead; is finish; is finished; is gone; any more; anymore; no longer; new one; correct one; right one; changed to"));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Writing = WordSet.Of(
        "send write mail email e-mail contact reach reply use using call text dial ring whatsapp message try sms ping phone sending writing mailing emailing calling messaging forget ignore delete remove");

    // "I mailed support@…", "I called the 04 423 1180": whom somebody wrote to is not himself.
    private static readonly PhraseTable<bool> Written = new((true,
        "mailed|emailed|messaged|contacted|called|rang|dialled|dialed|phoned|texted|whatsapped|pinged|tried; wrote|written|replied|complained|spoke to; "
        + "i|we|i've|we've|i’ve|we’ve sent|dropped|left a|an|two|three|four|many|several mail|mails|email|emails|message|messages; i|we|i've|we've|i’ve|we’ve sent|dropped|left mail|mails|email|emails|messages; "
        + "tired|sick|bored of ringing|calling|dialling|dialing|phoning|mailing|emailing; fed up ringing|calling|dialling|dialing|phoning|mailing|emailing; tried|kept|been ringing|calling|dialling|dialing|phoning|mailing|emailing"));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Addressed = WordSet.Of("you u guys people folks team the your ur on at to already earlier twice");

    private static readonly PhraseTable<bool> Ours = new((true,
        "on|from your|ur|the website|site|page|listing|card|ad|advert|brochure|hoarding|board|banner|invoice; nobody answers|picks|replies|answered|replied|picked; no|noone one answers|picks|replied; rings and rings; is yours; your end; not|no one|single|a reply|answer|response; never answers|answered|replies|replied|responds|responded; was|is|were useless|hopeless|rude|terrible|horrible|pathetic"));

    private static readonly PhraseTable<bool> Unanswered = new((true, "nobody|noone answers|picks|replies|answered|replied|picked; no one answers|picks|replies|answered|replied|picked"));

    private static readonly PhraseTable<bool> Former = new((true, "old|ex|former|previous|last|earlier boss|employer|company|office|firm|job|colleague|manager|broker|agent|agency|dealer|realtor|consultant|vendor|supplier|roaster|landlord"));

    // "You can copy my colleague marc@…": he only gets what the visitor gets.
    private static readonly PhraseTable<bool> Copied = new((true,
        "copy|cc|copying|include my|our|the colleague|assistant|secretary|manager|boss|partner|accountant|wife|husband|brother|sister|son|daughter|father|mother|lawyer|cofounder|cto|cfo|ceo|team"));

    private static readonly PhraseTable<bool> Mine = new((true, "i'm|i’m|im the|your main contact; i am the|your main contact; main contact is me; mine is; me :; me -; me is; i am at|on; i'm|i’m|im at|on; mine is; my own :; mine :; mine's"));

    /// <summary>Whether the words between two of them say that the second is the visitor's own: "…, but I'm the main contact: …".</summary>
    public static bool IsMine(Scan scan, int from, int to) => Mine.IsIn(scan, from, to);

    /// <summary>Whether the words between two of them take the first back.</summary>
    public static bool IsTakenBack(Scan scan, int from, int to) => TakesBack.IsIn(scan, from, to);

    /// <summary>Whether it is not to be used: the verb that stands closest before it, in its clause, is denied.</summary>
    public static bool IsUnwanted(Scan scan, int start)
    {
        for (var at = start - 1; at >= 0 && at >= start - Reach && !IsEnd(scan, at); at--)
        {
            if (!Writing.Contains(scan.WordAt(at)))
                continue;
            return scan.Is(at - 1, KeyKind.Not) || (scan.Is(at - 2, KeyKind.Not) && Between.Contains(scan.WordAt(at - 1))) || scan.IsWord(at - 1, "stop") || scan.IsWord(at - 1, "avoid") || scan.IsWord(at, "forget") || scan.IsWord(at, "ignore") || scan.IsWord(at, "delete") || scan.IsWord(at, "remove");
        }
        return false;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Between = WordSet.Of("ever please pls you u want wanna even");

    /// <summary>Whether it is ours, or of a house that the visitor has left.</summary>
    public static bool IsOthers(Scan scan, int start, int end)
    {
        if (ContactOwner.IsOthers(scan, start, end) || IsDisowned(scan, start))
            return true;
        for (var at = start - 1; at >= 0 && at >= start - 6 && !IsEnd(scan, at); at--)
        {
            if (at >= start - 5 && Former.At(scan, at) is not null)
                return true;
            if (Copied.At(scan, at) is var (_, person) && Leads(scan, person, start, named: true))
                return true;
            // "I can be called on …" is himself.
            if (Written.At(scan, at) is var (_, behind) && !scan.IsWord(at - 1, "be") && !scan.IsWord(at - 1, "get") && Leads(scan, behind, start, named: false))
                return true;
        }
        // "…, nobody picks."
        if (scan.IsSign(end, ',') && Unanswered.At(scan, end + 1) is var (_, over) && (over >= scan.Tokens.Length || IsEnd(scan, over) || scan.IsWord(over, "up")))
            return true;
        var stop = end;
        while (stop < Math.Min(scan.Tokens.Length, end + 5) && !IsEnd(scan, stop))
            stop++;
        return Ours.IsIn(scan, end, stop) || IsBarred(scan, end);
    }

    private const string Reached = "mailed|emailed|called|rung|contacted|texted|messaged|disturbed|written|bothered|used|phoned";
    private static readonly PhraseTable<bool> Barred = new((true,
        $"must|should|shall|may|can|could not|never be {Reached}; must|should|shall|may|can|could not|never ever be {Reached}; mustn't|mustn’t|shouldn't|shouldn’t|can't|can’t|cannot|shan't be {Reached}; is|are not|never to be {Reached}; is|are not allowed|supposed to be {Reached}; is|are off limits; "
        + "doesn't|doesn’t|doesnt|don't|don’t|dont want|like|need any|your|more|these|to; does not want|like|need any|your|more|these|to; wants no|none; never wants to|any"));

    // "…, must not be mailed by you ever again"; "must not be called before 9" is a time to call.
    private static bool IsBarred(Scan scan, int end)
    {
        var at = end;
        while (scan.IsSign(at, ')') || scan.IsSign(at, ',') || scan.IsWord(at, "and") || scan.IsWord(at, "who") || scan.IsWord(at, "which"))
            at++;
        return Barred.At(scan, at) is var (_, behind) && !(behind < scan.Tokens.Length && When.Contains(scan.WordAt(behind)));
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> When = WordSet.Of("before after in on at during between till until while for when from unless except");

    // "Not my email: abc@…", "that isn't my number: 98450 12345"
    private static bool IsDisowned(Scan scan, int start)
    {
        var end = start;
        while (scan.IsSign(end - 1, ':') || scan.IsSign(end - 1, '-') || scan.IsSign(end - 1, '=') || scan.IsWord(end - 1, "id") || scan.IsWord(end - 1, "address"))
            end--;
        for (var at = Math.Max(0, end - 4); at < end; at++)
        {
            if (NotMine.At(scan, at) is var (_, behind) && behind == end)
                return true;
        }
        return false;
    }

    private static readonly PhraseTable<bool> NotMine = new((true, "not|isn't|isn’t|isnt|wasn't|wasn’t my|our email|mail|e-mail|id|number|phone|mobile|no|whatsapp; not|isn't|isn’t|isnt mine"));

    /// <summary>Whether a number is told as another's, so that the visitor's own may follow: "wife's number is …, mine is …".</summary>
    public static bool IsRelatives(Scan scan, int start)
    {
        for (var at = start - 1; at >= 0 && at >= start - 5 && !IsEnd(scan, at); at--)
        {
            var word = scan.WordAt(at);
            if (word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal))
                return Relatives.Contains(word[..^2]);
        }
        return false;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Relatives = WordSet.Of("wife husband father mother mom mum dad brother sister son daughter friend partner boss colleague manager");

    // Whether nothing stands between but who is addressed and where.
    private static bool Leads(Scan scan, int at, int start, bool named)
    {
        while (at < start && (Addressed.Contains(scan.WordAt(at)) || (named && (scan.Tokens[at].Capital || scan.IsSign(at, '(') || scan.IsSign(at, ':')))))
            at++;
        return at >= start;
    }

    private static bool IsEnd(Scan scan, int at) => Clauses.Pauses(scan, at) || scan.IsWord(at, "but");
}
