namespace LeadHeat.Core.Understanding;

/// <summary>Finds the name with which a message is signed: <c>Best regards, Daniel Okafor</c>, <c>thx - bartek</c>, <c>Grüße Jörg</c>.</summary>
internal static class NameSigned
{
    // "Best regards,\nDaniel Okafor", "Thanks, Meera", "… - Tanvi"
    public static bool Try(Scan scan)
    {
        for (var i = scan.Tokens.Length - 1; i >= 0; i--)
        {
            if (SignatureStart(scan, i) is not (> 0 and var start) || (i == 0 && !GivenNames.IsAt(scan, start)) || NameShape.From(scan, start, lower: Closes(scan, start)) is not var (first, end) || NameFinder.IsPlace(scan, first))
                continue;
            if (!IsSignatureEnd(scan, end))
                continue;
            NameFinder.Note(scan, first, end, 0.9);
            return true;
        }
        return false;
    }

    // "regards, vinod kumar": in small letters only what is nothing but a name.
    private static bool Closes(Scan scan, int start)
    {
        var dashed = start > 0 && start - 1 < scan.Tokens.Length && IsDash(scan, start - 1);
        var word = dashed || scan.IsSign(start - 1, ',') ? start - 2 : start - 1;
        return start < scan.Tokens.Length && word >= 0 && Partings.Contains(scan.WordAt(word)) && NameWords.IsStrange(scan, start)
            && (GivenNames.IsAt(scan, start) || (dashed || Greetings.Contains(scan.WordAt(word))) && start >= scan.Tokens.Length - 2);
    }

    private static int SignatureStart(Scan scan, int i)
    {
        var comma = scan.IsSign(i, ',') || IsDash(scan, i) || scan.IsSign(i, '~') || scan.IsSign(i, '!') || scan.IsSign(i, '.');
        var word = comma ? i - 1 : i;
        var parting = Partings.Contains(scan.WordAt(Math.Max(0, word))) && word >= 0;
        if (parting)
            return comma || Greetings.Contains(scan.WordAt(word)) || IsNewLine(scan, i + 1) ? i + 1 : -1;
        // A dash at the end of a sentence, or at the start of a line.
        return comma && !scan.IsSign(i, ',') && !scan.IsSign(i, '!') && !scan.IsSign(i, '.') && scan.Tokens[i].Apart && (i == 0 || IsNewLine(scan, i) || Clauses.EndsSentence(scan, i - 1)) ? i + 1 : -1;
    }

    // Behind a signed name stand at most a number, an address, a rank or a house.
    private static bool IsSignatureEnd(Scan scan, int end) =>
        end >= scan.Tokens.Length || scan.Tokens[end].Taken || IsNewLine(scan, end) || scan.IsSign(end, ',') && !GoesOn.Contains(end + 1 < scan.Tokens.Length ? scan.WordAt(end + 1) : "") || scan.IsSign(end, '(') || scan.IsSign(end, '|')
        || (end == scan.Tokens.Length - 1 && (scan.Tokens[end].Kind == TokenKind.Symbol || Kisses.Contains(scan.WordAt(end))));

    // "who was writing with you, Tomasz, is no more in the company"
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> GoesOn = WordSet.Of("is was has had left will isn't isn’t doesn't doesn’t said told gave never");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Kisses = WordSet.Of("x xx xxx xo xoxo");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Greetings = WordSet.Of("regards rgds sincerely cheers br yours grüße grüsse gruß gruss mfg lg mvg cordialement saludos saluti groeten groetjes atenciosamente");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Partings = WordSet.Of("signed advance mate shukriya dhanyawad dhanyavad dhanyavaad grüße grüsse gruß gruss mfg lg mvg cordialement saludos saluti groeten groetjes atenciosamente merci danke gracias obrigado obrigada shukran br yours regards rgds cheers sincerely thanks thx thanku best truly faithfully wishes you rgrds tks warmly");

    /// <summary>Whether a dash stands here, of any length.</summary>
    public static bool IsDash(Scan scan, int at) => scan.IsSign(at, '-') || scan.IsSign(at, '–') || scan.IsSign(at, '—');

    /// <summary>Whether a token begins a line.</summary>
    public static bool IsNewLine(Scan scan, int at) =>
        at > 0 && at < scan.Tokens.Length && scan.Text.AsSpan(scan.Tokens[at - 1].End, scan.Tokens[at].Start - scan.Tokens[at - 1].End).Contains('\n');
}
