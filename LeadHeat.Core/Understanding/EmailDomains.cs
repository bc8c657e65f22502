namespace LeadHeat.Core.Understanding;

/// <summary>Tells what a mistyped e-mail domain was meant to be: <c>gmial.com</c>, <c>gmail.con</c>, <c>yaho.co.in</c>.</summary>
internal static class EmailDomains
{
    private static readonly string[] Common =
    [
        "gmail.com", "yahoo.com", "hotmail.com", "outlook.com", "icloud.com", "yahoo.co.in", "yahoo.in", "rediffmail.com", "live.com", "googlemail.com", "protonmail.com",
        "yahoo.co.uk", "hotmail.co.uk", "msn.com", "aol.com", "ymail.com", "me.com", "zoho.com", "emirates.net.ae", "outlook.in", "gmx.com", "gmx.de", "proton.me", "mail.com", "live.in", "zohomail.in",
    ];

    // Real providers and firms that are one slip from a bigger one.
    private static readonly HashSet<string> Real =
        ["email.com", "ymail.com", "mail.com", "gmx.net", "gmx.at", "live.co", "live.co.uk", "live.ca", "live.de", "live.fr", "hotmail.fr", "hotmail.de", "hotmail.it", "hotmail.es", "yahoo.de", "yahoo.fr", "yahoo.it", "yahoo.es", "yahoo.ca", "yahoo.ae", "outlook.de", "outlook.fr", "outlook.sa", "outlook.ae", "hotmail.ae", "mac.com", "aim.com", "five.com", "zoho.in", "zoho.eu", "me.in", "tmail.com", "hmail.com", "mailo.com", "fmail.com", "mail.de", "mail.ru", "sol.com", "ail.com", "love.com", "olive.com", "msc.com", "man.com", "aon.com", "rocketmail.com"];

    private static readonly string[] Endings = ["com", "co.in", "in", "net", "org", "ae", "co.uk", "io", "me", "ai", "de", "fr", "sa", "qa", "us", "ca"];

    /// <summary>Whether it is a house where people have their mail.</summary>
    public static bool IsKnown(string domain) => Array.IndexOf(Common, domain.ToLowerInvariant()) >= 0;

    /// <summary>The domain that was meant; null when this one is as good as any.</summary>
    public static string? Meant(string domain)
    {
        if (Array.IndexOf(Common, domain) >= 0 || Real.Contains(domain))
            return null;
        string? best = null;
        var errors = int.MaxValue;
        foreach (var candidate in Common)
        {
            // Short names lie close to real ones: only long ones may hold two errors.
            var limit = candidate.IndexOf('.', StringComparison.Ordinal) <= 4 ? 1 : 2;
            var name = NameOf(candidate);
            var distance = EditDistance.Of(domain, candidate, limit);
            if (distance > limit || distance >= errors || (name.Length <= 4 && NameOf(domain) != name) || (NameOf(domain) != name && distance == 2 && domain[0] != candidate[0]))
                continue;
            // The same name under another real ending is another house: yahoo.de, live.fr.
            if (NameOf(domain) == name && Array.IndexOf(Endings, EndingOf(domain)) >= 0 && name is not "gmail")
                continue;
            (best, errors) = (candidate, distance);
        }
        return best ?? EndingMeant(domain);
    }

    // "company.con", "company.cmo" are nobody's ending.
    private static string? EndingMeant(string domain) => EndingOf(domain) is "con" or "cmo" or "ocm" or "comm" or "cim" or "vom" or "xom" or "conm" or "coom" or "ccom" or "clm" or "copm" or "comn"
        ? NameOf(domain) + ".com" : null;

    private static string NameOf(string domain) => domain[..domain.IndexOf('.', StringComparison.Ordinal)];

    private static string EndingOf(string domain) => domain[(domain.IndexOf('.', StringComparison.Ordinal) + 1)..];
}
