namespace LeadHeat.Core.Access;

/// <summary>Which passwords are taken, after NIST SP 800-63B: long enough and not one that everybody tries first. Any characters will do.</summary>
public static class PasswordRule
{
    /// <summary>The fewest characters.</summary>
    public const int Shortest = 8;

    /// <summary>The most characters.</summary>
    public const int Longest = 128;

    private const string List = "common-passwords.txt";
    private const int ShortestPart = 4;

    private static readonly Lazy<HashSet<string>> Common = new(Read);

    /// <summary>Why a password is not taken; null when it is.</summary>
    /// <param name="person">Name and e-mail address of whom it is for.</param>
    public static string? Refuse(string password, params ReadOnlySpan<string> person)
    {
        if (password.Length is < Shortest or > Longest)
            return $"A password has {Shortest} to {Longest} characters. A few words in a row are easy to remember.";
        if (password.Distinct().Count() < ShortestPart || IsRun(password))
            return "This password is a row of the same or of neighbouring characters. Choose another one.";
        if (Common.Value.Contains(password.ToLowerInvariant()))
            return "This is one of the passwords that people use most, and that is tried first. Choose another one.";
        foreach (var part in PartsOf(person).Append("leadheat"))
            if (password.Contains(part, StringComparison.OrdinalIgnoreCase) && password.Length - part.Length < Shortest)
                return "This password is little more than a name. Choose another one.";
        return null;
    }

    // 12345678, abcdefgh, 87654321
    private static bool IsRun(string password)
    {
        var step = password[1] - password[0];
        return Math.Abs(step) <= 1 && password.Zip(password.Skip(1)).All(pair => pair.Second - pair.First == step);
    }

    private static IEnumerable<string> PartsOf(ReadOnlySpan<string> person) => string.Join(' ', person!)
        .Split([' ', '@', '.', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length >= ShortestPart);

    private static HashSet<string> Read()
    {
        using var stream = typeof(PasswordRule).Assembly.GetManifestResourceStream(List)
            ?? throw new InvalidOperationException($"{List} is not embedded.");
        using var reader = new StreamReader(stream);
        HashSet<string> all = new(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
            if (!line.StartsWith("# ", StringComparison.Ordinal))
                all.Add(line.ToLowerInvariant());
        return all;
    }
}
