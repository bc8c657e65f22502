namespace LeadHeat.Core.Identity;

/// <summary>One mailbox has several addresses; all of them have one form here, which is only for comparing.</summary>
public static class EmailVariants
{
    // Mail to name+anything arrives at name.
    private static readonly HashSet<string> WithTags = new(StringComparer.Ordinal)
    {
        "gmail.com", "outlook.com", "hotmail.com", "live.com", "icloud.com", "fastmail.com", "proton.me", "protonmail.com",
    };

    // Read by whoever is in the office.
    private static readonly HashSet<string> Shared = new(StringComparer.Ordinal)
    {
        "info", "office", "sales", "contact", "hello", "admin", "support", "enquiries", "enquiry", "inquiry", "mail", "team", "service", "accounts", "hr", "help",
        "noreply", "no-reply", "test", "reception", "marketing", "purchase", "billing",
    };

    /// <summary>The form in which two addresses of one mailbox are the same; the same for the form itself.</summary>
    public static string Matching(string email)
    {
        var (name, domain) = Split(email);
        if (domain == "googlemail.com")
            domain = "gmail.com";
        if (WithTags.Contains(domain) && name.IndexOf('+', StringComparison.Ordinal) is > 0 and var tag)
            name = name[..tag];
        if (domain == "gmail.com" && name.Replace(".", "", StringComparison.Ordinal) is { Length: > 0 } plain)
            name = plain;
        return domain.Length == 0 ? name : $"{name}@{domain}";
    }

    /// <summary>Whether several people are likely to use it.</summary>
    public static bool IsShared(string email) => Shared.Contains(Split(email).Name);

    private static (string Name, string Domain) Split(string email)
    {
        var lower = string.Concat(email.Where(letter => !char.IsWhiteSpace(letter))).ToLowerInvariant();
        var at = lower.LastIndexOf('@');
        return at < 0 ? (lower, "") : (lower[..at], lower[(at + 1)..]);
    }
}
