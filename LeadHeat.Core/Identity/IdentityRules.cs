namespace LeadHeat.Core.Identity;

/// <summary>
/// Judges whether two people are one. The order of the two and of their keys does not matter. A key that is only claimed never makes
/// it certain: whoever types another person's address into a chat is a proposal for the team, never that person.
/// </summary>
public static class IdentityRules
{
    /// <summary>A key that more people than these have says nothing about any of them.</summary>
    public const int MostWithOneKey = 20;

    private const double Least = 0.4;
    private const double VariantWeight = 0.95;
    private const double SharedWeight = 0.4;
    private const double DifferentNameWeight = 0.6;
    private const double SameNameDoubt = 0.5;

    /// <summary>Null when nothing, or too little, speaks for it.</summary>
    public static IdentityMatch? Judge(Person left, Person right)
    {
        if (left.Id == right.Id)
            return null;
        List<Shared> shared = [.. Keys(left, right).OrderByDescending(key => key.Weight).ThenBy(key => key.Reason.Text, StringComparer.Ordinal)];
        if (shared.Count == 0)
            return null;
        var names = Names.Compare(left.Name, right.Name);
        var doubt = shared.Aggregate(1.0, (product, key) => product * (1 - key.Weight));
        var confidence = names switch
        {
            NameAgreement.Same => 1 - doubt * SameNameDoubt,
            NameAgreement.Different => (1 - doubt) * DifferentNameWeight,
            _ => 1 - doubt,
        };
        if (confidence < Least)
            return null;
        var certain = names != NameAgreement.Different && shared.Exists(key => key.Proves(names));
        return new(Math.Round(confidence, 3), [.. shared.Select(key => key.Reason), .. NameReasons(names, left, right)], certain);
    }

    // A key that is known from several sources, or written in several ways, counts once, as the best of them.
    private static IEnumerable<Shared> Keys(Person left, Person right) =>
        from one in left.Keys
        join other in right.Keys on (one.Kind, one.Matching) equals (other.Kind, other.Matching)
        where one.Kind != KeyKind.Leadgen
        group Compare(one, other) by (one.Kind, one.Matching) into same
        select same.OrderByDescending(key => key.Weight).ThenBy(key => key.Reason.Text, StringComparer.Ordinal).First();

    private static Shared Compare(IdentityKey one, IdentityKey other)
    {
        var trust = one.Trust < other.Trust ? one.Trust : other.Trust;
        var weight = trust switch { KeyTrust.Proven => 0.97, KeyTrust.Vouched => 0.92, _ => 0.8 };
        var verified = trust == KeyTrust.Proven;
        var exact = one.Value == other.Value;
        var values = string.Join(" and ", new[] { one.Value, other.Value }.Order(StringComparer.Ordinal).Distinct());
        return (one.Kind, exact) switch
        {
            (KeyKind.Phone, true) => new(weight, trust, exact, new(MatchReasonKind.SamePhone, $"Same phone number {values}", verified)),
            (KeyKind.Phone, false) => new(weight * VariantWeight, trust, exact, new(MatchReasonKind.PhoneVariant, $"{values} are one number, written in two ways", verified)),
            (KeyKind.Email, _) when EmailVariants.IsShared(one.Value) =>
                new(weight * SharedWeight, trust, false, new(MatchReasonKind.SharedMailbox, $"Same address {values}, which several people may read", verified)),
            (KeyKind.Email, true) => new(weight, trust, exact, new(MatchReasonKind.SameEmail, $"Same e-mail address {values}", verified)),
            (KeyKind.Email, false) => new(weight * VariantWeight, trust, exact, new(MatchReasonKind.EmailVariant, $"{values} are one mailbox", verified)),
            (KeyKind.Whatsapp, _) => new(weight, trust, exact, new(MatchReasonKind.SameWhatsapp, "WhatsApp says that it is one account", verified)),
            _ => new(weight, trust, exact, new(MatchReasonKind.SameBrowser, "Wrote from the same browser", verified)),
        };
    }

    private static IEnumerable<MatchReason> NameReasons(NameAgreement names, Person left, Person right) => names switch
    {
        NameAgreement.Same => [new(MatchReasonKind.SameName, "The names fit")],
        NameAgreement.Different => [new(MatchReasonKind.DifferentName, $"Different names: {string.Join(" and ", new[] { left.Name, right.Name }.Order(StringComparer.Ordinal))}")],
        _ => [],
    };

    private sealed record Shared(double Weight, KeyTrust Trust, bool Exact, MatchReason Reason)
    {
        // What a platform has only filled in needs the name with it.
        public bool Proves(NameAgreement names) => Exact && (Trust == KeyTrust.Proven || Trust == KeyTrust.Vouched && names == NameAgreement.Same);
    }
}
