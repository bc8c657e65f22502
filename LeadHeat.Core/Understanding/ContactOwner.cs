namespace LeadHeat.Core.Understanding;

/// <summary>Knows numbers and addresses that are asked about or are somebody else's: <c>my old broker's number was …</c>, <c>calls from …</c>, <c>is … your office?</c>, <c>… bounces</c>.</summary>
internal static class ContactOwner
{
    private const int Reach = 7;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Outsiders = WordSet.Of(
        "broker brokers agent agents builder builders developer developers seller sellers dealer dealers watchman guard security caretaker vendor vendors supplier suppliers roaster contractor tenant neighbour neighbor realtor consultant predecessor successor receptionist rep reps");

    // Whose home it is sells it; whose café it is buys.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Sellers = WordSet.Of("owner owners landlord landlords");

    public static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Numbers = WordSet.Of("number no num nr phone mobile mob cell contact whatsapp landline tel email mail e-mail mails id address");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Glue = WordSet.Of("is was ka ki ke hai office new personal official direct the");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Old = WordSet.Of("old purana purani puraana previous former earlier");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Yours = WordSet.Of("your ur aapka aapki apka apki");

    private static readonly PhraseTable<bool> Calls = new((true,
        "calls|mails|emails|messages|sms|texts|spam|newsletters from; missed call from; somebody|someone|anybody|person from; called|calling|rang|ringing|texted|texting|messaged|messaging|mailed|mailing|emailed|spamming me|us from; unsubscribe me|us from; unsubscribe from; go|goes|going|come|comes|sent|send out from; go|goes|sent|send from; who is; who's; whos; whose is; whose number is"));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Getting = WordSet.Of("got get getting received receive receiving had");

    // "still calls me daily from …"
    public static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Calling = WordSet.Of("calls call calling called rings ring ringing rang messages messaging messaged texts texting texted mails mailing mailed emails emailing spams spamming pesters pestering bothers bothering");

    // "The watchman gave me his number …"
    private static readonly PhraseTable<bool> Passed = new((true, "gave|gives|shared|sent|passed|handed|texted me|us his|her|their|a|this|that"));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Linking = WordSet.Of("a an one on at under is was called named");

    private static readonly PhraseTable<bool> Asked = new((true, "should|shall|must|do i|we send|mail|email|write|post|forward|call|ring"));

    private static readonly PhraseTable<bool> Behind = new((true,
        "bounces; bounced; bouncing; is|are|keeps|keep bouncing; is|are not|being not delivered|working|reachable; is not being delivered; isn't|isn’t working|delivered; came|comes|coming back; se call|calls|phone|message|sms|mail aaya|aya|aata|aate|aa; keeps|kept|keep calling|ringing|messaging|mailing|spamming; chal|lag|kaam nahi; land|lands|landing in; claims to"));

    private static readonly PhraseTable<bool> AskedBehind = new((true, "your|ur; one of your|ur; yours; aapka|aapki|apka|apki; from your|ur; really you|yours; genuine|real|legit"));

    private static readonly PhraseTable<bool> Shown = new((true, "on|in|at|from your|ur website|site|page|listing|card|ad|advert|brochure|hoarding|board|banner|footer|invoice|app|profile|insta|instagram|mail"));

    public static bool IsOthers(Scan scan, int start, int end) => IsMachine(scan, start) || IsGivenAway(scan, start) || ContactGiven.IsIt(scan, start, end) || IsPerson(scan, start) || ContactOfThird.IsIt(scan, start) || IsOfOutsider(scan, start) || IsNamedBefore(scan, start) || IsCall(scan, start) || IsAsked(scan, start, end) || IsToldBehind(scan, end);

    // "noreply@…" reads nothing.
    private static bool IsMachine(Scan scan, int start)
    {
        var text = start < scan.Tokens.Length ? scan.Text.AsSpan(scan.Tokens[start].Start) : default;
        foreach (var machine in (ReadOnlySpan<string>)["noreply", "no-reply", "no.reply", "donotreply", "do-not-reply"])
        {
            if (text.StartsWith(machine, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    private static bool IsGivenAway(Scan scan, int start)
    {
        for (var at = start - 1; at >= 0 && at >= start - Reach && (scan.Tokens[at].Kind == TokenKind.Word || scan.IsSign(at, ':')); at--)
        {
            if (Passed.At(scan, at) is not null)
                return true;
        }
        return false;
    }

    // "the consultant, a Mr Beaumont on …", "my predecessor was Gordon Pike, gordon@…"
    private static bool IsPerson(Scan scan, int start)
    {
        var (named, at) = (false, start - 1);
        for (; at >= 0 && at >= start - Reach - 2; at--)
        {
            if (named && IsOutsider(scan, at))
                return true;
            named |= scan.Tokens[at] is { Kind: TokenKind.Word, Capital: true } && !IsOutsider(scan, at);
            if (!scan.Tokens[at].Capital && !Linking.Contains(scan.WordAt(at)) && !scan.IsSign(at, ',') && !scan.IsSign(at, '(') && !NameShape.IsTitle(scan, at))
                return false;
        }
        return false;
    }

    // "The roaster we buy from at present is hello@…"; not "our agent asked, my mail is …".
    private static bool IsOfOutsider(Scan scan, int start)
    {
        if (!scan.IsWord(start - 1, "is") && !scan.IsWord(start - 1, "was"))
            return false;
        for (var at = start - 2; at > 0 && at >= start - Reach - 4 && scan.Tokens[at].Kind == TokenKind.Word && !Own.Contains(scan.WordAt(at)); at--)
        {
            if (IsOutsider(scan, at) && (Deciding.Contains(scan.WordAt(at - 1)) || at > 1 && Deciding.Contains(scan.WordAt(at - 2))))
                return true;
        }
        return false;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Own = WordSet.Of("my mine me myself i'm i’m");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Deciding = WordSet.Of("the our my that this your current present last previous");

    // "My old broker's number was …", "mera purana number …", "your email id …"
    private static bool IsNamedBefore(Scan scan, int start)
    {
        var (named, at) = (false, start - 1);
        for (; at >= 0 && at >= start - Reach; at--)
        {
            if (Numbers.Contains(scan.WordAt(at)))
                named = true;
            else if (named && Old.Contains(scan.WordAt(at)))
                return true;
            else if (!Glue.Contains(scan.WordAt(at)) && !scan.IsSign(at, ':') && !scan.IsSign(at, '-') && !scan.IsSign(at, '='))
                break;
        }
        return named && at >= 0 && (Yours.Contains(scan.WordAt(at)) || IsOutsider(scan, at)) || IsShown(scan, start);
    }

    public static bool IsOutsider(Scan scan, int at)
    {
        var word = scan.WordAt(at);
        word = word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word;
        return Outsiders.Contains(word) || (scan.Playbook.HasInventory && Sellers.Contains(word));
    }

    // "The mail address on your website, info@…".
    private static bool IsShown(Scan scan, int start)
    {
        var end = start;
        while (end > 0 && (scan.IsSign(end - 1, ',') || scan.IsSign(end - 1, '(') || scan.IsSign(end - 1, ':') || scan.IsWord(end - 1, "is")))
            end--;
        for (var at = end - 3; at > 0 && at >= end - 4; at--)
        {
            if (Shown.At(scan, at) is var (_, last) && last == end && Numbers.Contains(scan.WordAt(at - 1)))
                return true;
        }
        return false;
    }

    // "Somebody from 04 331 7782 keeps calling me", "who is 98455 00112?"
    private static bool IsCall(Scan scan, int start)
    {
        for (var at = start - 1; at >= 0 && at >= start - 4; at--)
        {
            if (Calls.At(scan, at) is var (_, end) && end == start)
                return true;
        }
        for (var at = start - 2; scan.IsWord(start - 1, "from") && at >= 0 && at >= start - Reach && scan.Tokens[at].Kind == TokenKind.Word; at--)
        {
            if (Getting.Contains(scan.WordAt(at)) || (Calling.Contains(scan.WordAt(at)) && (scan.IsWord(at + 1, "me") || scan.IsWord(at + 1, "us"))))
                return true;
        }
        return false;
    }

    // "Is it 1251309456?", "is 080 4123 5678 your office?", "should I send it to docs@…?"
    private static bool IsAsked(Scan scan, int start, int end)
    {
        if (scan.IsSign(end, '?') && (scan.IsWord(start - 1, "it") || scan.IsWord(start - 1, "this") || scan.IsWord(start - 1, "that")) && scan.IsWord(start - 2, "is"))
            return true;
        if (scan.IsWord(start - 1, "is") && AskedBehind.At(scan, end) is not null)
            return true;
        return scan.IsWord(start - 1, "to") && Asked.IsIn(scan, start - Reach, start);
    }

    // "info@… bounces", "info@…, bounces", "98455 00112 se call aaya tha"
    private static bool IsToldBehind(Scan scan, int end)
    {
        var at = end;
        while (scan.IsSign(at, ',') || scan.IsSign(at, ')') || scan.IsWord(at, "it") || scan.IsWord(at, "always") || scan.IsWord(at, "just"))
            at++;
        return Behind.At(scan, at) is not null;
    }
}
