namespace LeadHeat.Api.Conversations;

/// <summary>The beginning of a message, as lists show it.</summary>
internal static class LastWords
{
    private const int Longest = 200;

    public static string Of(string text)
    {
        var line = text.AsSpan().Trim();
        if (line.Length > Longest)
            line = line[..(char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest)];
        return line.IndexOfAny('\r', '\n') < 0 ? line.ToString() : line.ToString().ReplaceLineEndings(" ");
    }
}
