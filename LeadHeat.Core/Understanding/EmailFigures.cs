using System.Globalization;
using System.Text;

namespace LeadHeat.Core.Understanding;

/// <summary>Reads figures of an address that are said in words: <c>rohan dot mehta ninety one at …</c>, <c>… nineteen eighty at …</c>.</summary>
internal static class EmailFigures
{
    private const int MostWords = 6;

    /// <summary>The figures that end before a token, and where the first of them stands; null when there are none.</summary>
    public static (string Figures, int Start)? Before(Scan scan, int end)
    {
        for (var start = Math.Max(0, end - MostWords); start < end; start++)
        {
            if (Of(scan, start, end) is { } figures)
                return (figures, start);
        }
        return null;
    }

    private static string? Of(Scan scan, int start, int end)
    {
        var figures = new StringBuilder();
        for (var at = start; at < end;)
        {
            if (!scan.IsFree(at))
                return null;
            var token = scan.Tokens[at];
            if (token.Key.Kind == KeyKind.Tens && at + 1 < end && scan.Tokens[at + 1].Key is { Kind: KeyKind.Number, Value: < 10 } unit)
                (token.Number, at) = (token.Key.Value + unit.Value, at + 2);
            else if (token.Key.Kind is KeyKind.Tens or KeyKind.Number && !scan.IsWord(at, "couple") && !scan.IsWord(at, "few"))
                (token.Number, at) = (token.Key.Value, at + 1);
            else if (scan.IsWord(at, "zero") || scan.IsWord(at, "oh") || token.Kind == TokenKind.Number && at > start)
                at++;
            else
                return null;
            figures.Append(token.Number.ToString("0", CultureInfo.InvariantCulture));
        }
        return figures.ToString();
    }
}
