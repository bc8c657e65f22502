namespace LeadHeat.Core.Identity;

/// <summary>What a person is shown with, and which of two values stays when two people become one.</summary>
public static class ContactFields
{
    public const string Name = "name";
    public const string Email = "email";
    public const string Phone = "phone";
    public const string Consents = "consents";

    /// <summary>What a moved lead is called among the fields of a merge: <c>lead:0197…</c>.</summary>
    public const string LeadPrefix = "lead:";

    /// <summary>What somebody is called who had been merged into the other one before: <c>contact:0197…</c>.</summary>
    public const string ContactPrefix = "contact:";

    /// <summary>The kept person's value stays, unless the other one's is better proven or the only one.</summary>
    public static string? Unite(string? kept, string? other, KeyTrust keptTrust = KeyTrust.Claimed, KeyTrust otherTrust = KeyTrust.Claimed) =>
        kept is null || other is not null && otherTrust > keptTrust ? other ?? kept : kept;

    /// <summary>What each of the two has when a field is taken apart again: what it had, or what was learned of it since.</summary>
    /// <param name="kept">The kept person's before the merge.</param>
    /// <param name="other">The other person's before the merge.</param>
    /// <param name="merged">What the merge made of them.</param>
    /// <param name="now">What the kept person has now.</param>
    /// <param name="keptLater">What the kept person's own leads have learned since; null for nothing.</param>
    /// <param name="otherLater">What the other person's leads have learned since; null for nothing.</param>
    public static Parted Part(string? kept, string? other, string? merged, string? now, string? keptLater, string? otherLater)
    {
        // A change that no lead tells of was made to the person as shown, and stays there.
        var changedByHand = now != merged && keptLater is null && now != otherLater;
        return new(keptLater ?? (changedByHand ? now : kept), otherLater ?? other, keptLater is not null || otherLater is not null || changedByHand);
    }
}

/// <summary>A field that was taken apart.</summary>
/// <param name="Changed">Whether it was changed since the merge, so that the later value stands instead of the one before.</param>
public sealed record Parted(string? Kept, string? Other, bool Changed);
