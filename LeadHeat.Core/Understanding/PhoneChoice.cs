namespace LeadHeat.Core.Understanding;

/// <summary>Tells which of two numbers is to be called where the visitor says so behind them: <c>…, mobile is better</c>, <c>…, ring her first</c>.</summary>
internal static class PhoneChoice
{
    private const int Behind = 8;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Marks = WordSet.Of("better best preferred prefer preferable preferably easier first");

    private static readonly string[][] Alike =
    [
        ["mobile", "cell", "mob", "handphone"], ["landline", "office", "work", "desk"], ["home", "house", "residence"], ["whatsapp", "wa"], ["second", "latter", "other", "this"],
        ["her", "she", "wife's", "wife’s", "sister's", "sister’s", "mother's", "mother’s", "mom's", "mom’s", "daughter's", "daughter’s", "wife", "sister", "mother"],
        ["him", "he", "his", "husband's", "husband’s", "brother's", "brother’s", "father's", "father’s", "dad's", "dad’s", "son's", "son’s", "husband", "brother", "father"],
    ];

    /// <summary>Whether the later one of two numbers is the one that is preferred.</summary>
    public static bool IsBetter(Scan scan, TextSpan first, int start, int end)
    {
        var (before, between, at, after) = (scan.TokenAt(first.Start), scan.TokenAt(first.End), scan.TokenAt(start), scan.TokenAt(end));
        for (var mark = after; mark < Math.Min(scan.Tokens.Length, after + Behind); mark++)
        {
            if (!Marks.Contains(scan.WordAt(mark)))
                continue;
            var (from, to) = (Math.Max(after, mark - 4), Math.Min(scan.Tokens.Length, mark + 4));
            foreach (var words in Alike)
            {
                if (Has(scan, words, from, to))
                    return words[0] == "second" || (Has(scan, words, between, at) && !Has(scan, words, before - 4, before));
            }
            // "…, is better": of the one before it.
            return mark <= after + 2;
        }
        return false;
    }

    private static bool Has(Scan scan, string[] words, int from, int to)
    {
        for (var at = Math.Max(0, from); at < to; at++)
        {
            foreach (var word in words)
            {
                if (scan.IsWord(at, word))
                    return true;
            }
        }
        return false;
    }
}
