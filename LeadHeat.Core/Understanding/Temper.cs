namespace LeadHeat.Core.Understanding;

/// <summary>How a message sounds.</summary>
internal static class Temper
{
    private static readonly HashSet<string> Askers = new(
        ["what", "whats", "which", "where", "when", "why", "how", "who", "can", "could", "do", "does", "did", "is", "are", "will", "would", "should", "have", "any", "kya"],
        StringComparer.OrdinalIgnoreCase);

    public static bool AsksByFirstWord(Scan scan) => Askers.Contains(scan.WordAt(0).ToString());

    /// <summary>What the message adds to the conversation's frustration, from -2 to 4.</summary>
    public static int Of(Scan scan)
    {
        var sum = 0;
        if (scan.Cues.HasFlag(Cues.Complaint))
            sum += 3;
        if (scan.Text.Contains("!!", StringComparison.Ordinal) || scan.Text.Contains("???", StringComparison.Ordinal))
            sum++;
        if (IsShouting(scan.Text))
            sum++;
        if (sum == 0 && (scan.Cues & (Cues.Thanks | Cues.Praise | Cues.Delight)) != 0)
            sum = -2;
        return Math.Min(sum, 4);
    }

    private static bool IsShouting(string text)
    {
        var (capitals, letters) = (0, 0);
        foreach (var letter in text)
        {
            capitals += char.IsUpper(letter) ? 1 : 0;
            letters += char.IsLetter(letter) ? 1 : 0;
        }
        return letters >= 12 && capitals * 5 >= letters * 4;
    }
}
