namespace LeadHeat.Core.Understanding;

/// <summary>Finds the name that is to be written where people give several: <c>friends call me Bunty, put Harish Chandani on the papers</c>, <c>full name is Anupama K Nair</c>.</summary>
internal static class NamesInFull
{
    private static readonly PhraseTable<bool> Papers = new((true,
        "on|in|for|with the|my|all|your paper|papers|paperwork|documents|document|docs|contract|agreement|invoice|deed|passport|file|registration|records|forms|form; on|in|for the|my|all|your sale|title|rent|lease deed|agreement|papers; on|in|for paper|papers|paperwork|documents|records"));

    private static readonly PhraseTable<bool> Being = new((true, "it'll|it’ll be; it will be; it's|it’s|its|says|is|:; it is|says; i'm|i’m|im; i am"));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Putting = WordSet.Of("put write use keep take note enter print have need say");

    /// <summary>Where it stands; null when there is none.</summary>
    public static (int First, int End)? At(Scan scan, bool sure)
    {
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            // "put Harish Chandani on the papers"
            if (Papers.At(scan, i) is not null && NameShape.Before(scan, i) is var (first, end) && first > 0 && Putting.Contains(scan.WordAt(first - 1)))
                return (first, end);
            // "Everybody calls me Bunty but on the sale deed it'll be Harvinder Sandhu"
            if (Papers.At(scan, i) is var (_, papers) && Being.At(scan, papers) is var (_, being) && NameShape.From(scan, being, lower: false) is { } told)
                return told;
            // "Friends call me Bunty, on paper I'm Harpreet Singh"
            if (scan.IsWord(i, "paper") || scan.IsWord(i, "papers") || scan.IsWord(i, "officially") || scan.IsWord(i, "passport"))
            {
                for (var at = i + 1; at < Math.Min(scan.Tokens.Length, i + 4); at++)
                {
                    if (Behind(scan, at, false, sure) is { } official)
                        return official;
                }
            }
            // "They call me Ammu, full name is Anupama K Nair"
            if (scan.IsWord(i, "name") && scan.IsWord(i - 1, "full") && Behind(scan, i, true, sure) is { } full)
                return full;
        }
        return null;
    }

    private static (int, int)? Behind(Scan scan, int at, bool trusted, bool sure) => NameFinder.IntroductionEnd(scan, at) is (> 0 and var start, _) ? NameFinder.NameAt(scan, start, trusted, sure) : null;
}
