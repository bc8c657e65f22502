namespace LeadHeat.Core.Understanding;

/// <summary>Tells whether an address is made of a name: <c>inga.lindqvist@</c>, <c>p.owusu@</c>, <c>lindqvisti@</c>.</summary>
internal static class MailNames
{
    private const int ShortestSurname = 3;

    public static bool IsOf(string? mail, ReadOnlySpan<char> given, ReadOnlySpan<char> surname)
    {
        if (mail is null || mail.IndexOf('@', StringComparison.Ordinal) is not (> 0 and var sign) || surname.Length < ShortestSurname || given.Length < 2)
            return false;
        var box = Letters(mail.AsSpan(0, sign));
        var (first, last) = (Letters(given), Letters(surname));
        return first.Length > 0 && last.Length > 0 && (box == first + last || box == first[..1] + last || box == last + first || box == last + first[..1] || box == first + last[..1]);
    }

    private static string Letters(ReadOnlySpan<char> text)
    {
        Span<char> letters = stackalloc char[Tokenizer.LongestWord];
        var count = 0;
        foreach (var sign in text)
        {
            if (char.IsLetter(sign) && count < letters.Length)
                letters[count++] = char.ToLowerInvariant(sign);
        }
        return new(letters[..count]);
    }
}
