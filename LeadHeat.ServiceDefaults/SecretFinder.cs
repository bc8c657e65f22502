using System.Buffers;

namespace LeadHeat.ServiceDefaults;

internal static class SecretFinder
{
    /// <summary>What secrets stand behind.</summary>
    public static readonly string[] Words = ["password", "passwd", "pwd", "secret", "token", "api-key", "api_key", "apikey", "service-key", "bearer", "basic"];

    // Keys of ours, of data protection and of Meta's are longer; ids and the parts of a trace's name are shorter.
    private const int Shortest = 40;
    private const int ShortestKnown = 16;
    private const int LengthOfTraceParent = 55;

    private static readonly SearchValues<string> s_words = SearchValues.Create(Words, StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<char> s_run = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-+=");

    public static (int Start, int End)? Next(string text, int from)
    {
        var (named, found) = (Named(text, from), Run(text, from));
        return named is null ? found : found is null ? named : found.Value.Start < named.Value.Start ? found : named;
    }

    // password=…, "token": "…", Bearer …
    private static (int Start, int End)? Named(string text, int from)
    {
        while (text.AsSpan(from).IndexOfAny(s_words) is >= 0 and var offset)
        {
            var word = Array.Find(Words, known => text.AsSpan(from + offset).StartsWith(known, StringComparison.OrdinalIgnoreCase))!;
            var start = from = from + offset + word.Length;
            var isScheme = word is "bearer" or "basic";
            if (!isScheme && start < text.Length && text[start] is '"' or '\'')
                start++;
            if (start >= text.Length || !(isScheme ? text[start] == ' ' : text[start] is '=' or ':'))
                continue;
            start++;
            while (start < text.Length && text[start] is ' ' or '"' or '\'')
                start++;
            var end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '\'' or ',' or ';' or '&' or ')' or '}' or ']'))
                end++;
            // "Bearer" and "Basic" are words, too.
            if (end - start >= (isScheme ? ShortestKnown : 1) && text[start] != '[')
                return (start, end);
        }

        return null;
    }

    private static (int Start, int End)? Run(string text, int from)
    {
        while (from < text.Length)
        {
            var offset = text.AsSpan(from).IndexOfAny(s_run);
            if (offset < 0)
                return null;
            var start = from + offset;
            var length = text.AsSpan(start).IndexOfAnyExcept(s_run);
            var end = length < 0 ? text.Length : start + length;
            var run = text.AsSpan(start, end - start);
            if (IsSecret(run))
                return (start, EndOfParts(text, end));
            from = end;
        }

        return null;
    }

    private static bool IsSecret(ReadOnlySpan<char> run)
    {
        if (run.Length < ShortestKnown || (run.Length == LengthOfTraceParent && run.StartsWith("00-", StringComparison.Ordinal)))
            return false;
        if (run.StartsWith("eyJ", StringComparison.Ordinal) || run.StartsWith("CfDJ8", StringComparison.Ordinal) || run.StartsWith("EAA", StringComparison.Ordinal))
            return true;
        return run.Length >= Shortest && run.IndexOfAnyInRange('0', '9') >= 0 && (run.IndexOfAnyInRange('a', 'z') >= 0 || run.IndexOfAnyInRange('A', 'Z') >= 0);
    }

    // A JSON web token has three parts.
    private static int EndOfParts(string text, int end)
    {
        while (end + 1 < text.Length && text[end] == '.' && s_run.Contains(text[end + 1]))
        {
            var length = text.AsSpan(end + 1).IndexOfAnyExcept(s_run);
            end = length < 0 ? text.Length : end + 1 + length;
        }

        return end;
    }
}
