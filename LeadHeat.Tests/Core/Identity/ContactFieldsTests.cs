using FsCheck;
using FsCheck.Fluent;
using LeadHeat.Core.Identity;

namespace LeadHeat.Tests.Core.Identity;

public sealed class ContactFieldsTests
{
    private static readonly Gen<(string? Kept, string? Other, KeyTrust One, KeyTrust Two)> Pairs =
        from kept in Gen.Elements(null, "a", "b")
        from other in Gen.Elements(null, "a", "b")
        from one in Gen.Elements(Enum.GetValues<KeyTrust>())
        from two in Gen.Elements(Enum.GetValues<KeyTrust>())
        select (kept, other, one, two);

    [Fact]
    public void United_and_parted_again_both_have_what_they_had() => Holds(pair =>
        ContactFields.Part(pair.Kept, pair.Other, Unite(pair), Unite(pair), null, null) == new Parted(pair.Kept, pair.Other, Changed: false));

    [Fact]
    public void Uniting_what_is_united_changes_nothing() => Holds(pair =>
        Unite(pair) is var merged && Unite((merged, merged, pair.One, pair.Two)) == merged
        && (merged == pair.Kept || merged == pair.Other) && (pair.Kept ?? pair.Other) is null == (merged is null));

    [Fact]
    public void What_a_lead_learned_since_goes_with_its_person() => Holds(pair =>
        ContactFields.Part(pair.Kept, pair.Other, Unite(pair), "later", null, "later") == new Parted(pair.Kept, "later", Changed: true)
        && ContactFields.Part(pair.Kept, pair.Other, Unite(pair), "later", "later", null) == new Parted("later", pair.Other, Changed: true));

    [Fact]
    public void What_was_changed_by_hand_since_stays_with_who_is_shown() =>
        Assert.Equal(new("new", "b", Changed: true), ContactFields.Part("a", "b", "a", "new", null, null));

    [Fact]
    public void Proven_value_wins_over_a_claimed_one()
    {
        Assert.Equal("b", ContactFields.Unite("a", "b", KeyTrust.Claimed, KeyTrust.Proven));
        Assert.Equal("a", ContactFields.Unite("a", "b", KeyTrust.Proven, KeyTrust.Proven));
        Assert.Equal("a", ContactFields.Unite("a", null, KeyTrust.Claimed, KeyTrust.Proven));
    }

    private static string? Unite((string? Kept, string? Other, KeyTrust One, KeyTrust Two) pair) =>
        ContactFields.Unite(pair.Kept, pair.Other, pair.One, pair.Two);

    private static void Holds(Func<(string? Kept, string? Other, KeyTrust One, KeyTrust Two), bool> rule) =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Arb.From(Pairs), rule));
}
