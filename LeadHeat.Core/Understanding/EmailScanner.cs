using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Finds e-mail addresses: <c>asha.rao@example.com</c>.</summary>
internal static class EmailScanner
{
    private const string LocalSigns = ".!#$%&'*+-/=?^_`{|}~";

    public static void Run(Scan scan)
    {
        var text = scan.Text;
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var start = at;
            while (start > 0 && at - start < 64 && (char.IsAsciiLetterOrDigit(text[start - 1]) || LocalSigns.Contains(text[start - 1], StringComparison.Ordinal)))
                start--;
            while (start < at && !char.IsAsciiLetterOrDigit(text[start]))
                start++;
            var end = DomainEnd(text, at + 1);
            if (start == at || end < 0 || text[at - 1] == '.' || scan.Find(FactFields.Email) is not null)
                continue;
            var address = text[start..end].ToLowerInvariant();
            scan.Take(scan.TokenAt(start), scan.TokenAt(end));
            scan.Values.Add(new(FactFields.Email, new(Text: address), address, 0.99, [new(start, end - start)]));
        }
    }

    // The end of "example.co.in" in "example.co.in, thanks"; -1 when it is no domain.
    private static int DomainEnd(string text, int start)
    {
        var (end, labels, label) = (start, 0, start);
        for (var i = start; i <= text.Length && i - start <= 253; i++)
        {
            if (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || (text[i] == '-' && i > label)))
                continue;
            if (i == label)
                break;
            labels++;
            end = i;
            if (i == text.Length || text[i] != '.')
                break;
            label = i + 1;
        }
        var last = end - 1;
        while (last >= start && char.IsAsciiLetter(text[last]))
            last--;
        return labels >= 2 && last >= start && text[last] == '.' && end - last - 1 is >= 2 and <= 24 ? end : -1;
    }
}
