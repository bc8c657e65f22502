using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Finds what stands between a number and an address and is nothing else: <c>98450 12345 / Anita Desai / anita@…</c>.</summary>
internal static class NameBetween
{
    private const int MostWords = 3;

    public static (int First, int End)? At(Scan scan)
    {
        if (scan.Find(FactFields.Phone) is not { } phone || scan.Find(FactFields.Email) is not { } mail)
            return null;
        var (first, second) = phone.Spans[0].Start < mail.Spans[0].Start ? (phone, mail) : (mail, phone);
        var (from, to) = (scan.TokenAt(first.Spans[^1].End), scan.TokenAt(second.Spans[0].Start));
        while (from < to && scan.Tokens[from].Kind == TokenKind.Symbol)
            from++;
        while (to > from && scan.Tokens[to - 1].Kind == TokenKind.Symbol)
            to--;
        return to > from && to - from <= MostWords ? (from, to) : null;
    }
}
