using FsCheck;
using FsCheck.Fluent;
using LeadHeat.Core.Identity;

namespace LeadHeat.Tests.Core.Identity;

public sealed class IdentityRulesTests
{
    private const string Number = "+5511987654321";

    private static readonly Gen<IdentityKey> Keys =
        from kind in Gen.Elements(Enum.GetValues<KeyKind>())
        from source in Gen.Elements(Enum.GetValues<KeySource>())
        from value in kind switch
        {
            KeyKind.Phone => Gen.Elements(Number, "+551187654321", "+16505551234", "+971501234567"),
            KeyKind.Email => Gen.Elements("a.khan@gmail.com", "akhan@gmail.com", "info@example.com", "asha@example.com"),
            _ => Gen.Elements("1", "2"),
        }
        select new IdentityKey(kind, value, source);

    private static readonly Gen<Person> People =
        from name in Gen.Elements(null, "Asha", "Asha Rao", "A. Rao", "Priya", "आशा")
        from keys in Gen.ListOf(Keys)
        from id in Gen.Choose(1, int.MaxValue)
        select new Person(new Guid(id, 0, 0, new byte[8]), name, [.. keys.Take(6)]);

    [Fact]
    public void Judging_does_not_depend_on_who_is_named_first() => Holds(People.Two(), pair =>
        Text(IdentityRules.Judge(pair.Item1, pair.Item2)) == Text(IdentityRules.Judge(pair.Item2, pair.Item1)));

    [Fact]
    public void Judging_does_not_depend_on_the_order_of_keys() => Holds(People.Two(), pair =>
        Text(IdentityRules.Judge(pair.Item1, pair.Item2)) == Text(IdentityRules.Judge(pair.Item1 with { Keys = [.. pair.Item1.Keys.Reverse()] }, pair.Item2)));

    [Fact]
    public void What_is_only_claimed_is_never_certain() => Holds(People.Two(), pair =>
        IdentityRules.Judge(pair.Item1 with { Keys = [.. pair.Item1.Keys.Where(key => key.Trust == KeyTrust.Claimed)] }, pair.Item2) is not { IsCertain: true });

    [Fact]
    public void Confidence_is_a_share_and_needs_a_common_key() => Holds(People.Two(), pair =>
        IdentityRules.Judge(pair.Item1, pair.Item2) is not { } match
        || match.Confidence is >= 0.4 and <= 1 && pair.Item1.Keys.Any(one => pair.Item2.Keys.Any(other => (one.Kind, one.Matching) == (other.Kind, other.Matching))));

    [Fact]
    public void Nobody_is_proposed_to_be_himself() => Holds(People, person => IdentityRules.Judge(person, person) is null);

    [Theory]
    [InlineData(KeySource.Whatsapp, KeySource.Import, "Asha", "Asha Rao", true)]
    [InlineData(KeySource.Whatsapp, KeySource.Team, "Asha", null, true)]
    [InlineData(KeySource.Whatsapp, KeySource.Import, "Asha", "Priya", false)]
    [InlineData(KeySource.Whatsapp, KeySource.LeadAds, "Asha", "Asha Rao", true)]
    [InlineData(KeySource.Whatsapp, KeySource.LeadAds, null, "Asha Rao", false)]
    [InlineData(KeySource.Whatsapp, KeySource.Chat, "Asha", "Asha", false)]
    [InlineData(KeySource.Chat, KeySource.Chat, "Asha", "Asha", false)]
    [InlineData(KeySource.WebForm, KeySource.Import, "Asha", "Asha", false)]
    public void Same_number_is_certain_only_where_both_sides_prove_it(KeySource one, KeySource other, string? name, string? otherName, bool certain)
    {
        var match = IdentityRules.Judge(Somebody(name, new IdentityKey(KeyKind.Phone, Number, one)), Somebody(otherName, new IdentityKey(KeyKind.Phone, Number, other)));

        Assert.Equal(certain, match!.IsCertain);
        Assert.Equal(MatchReasonKind.SamePhone, match.Reasons[0].Kind);
    }

    [Fact]
    public void Brazils_ninth_digit_is_one_suggestion()
    {
        var match = IdentityRules.Judge(
            Somebody("Ana", new IdentityKey(KeyKind.Phone, Number, KeySource.Whatsapp)), Somebody("Ana", new IdentityKey(KeyKind.Phone, "+551187654321", KeySource.Whatsapp)));

        Assert.False(match!.IsCertain);
        Assert.Equal([MatchReasonKind.PhoneVariant, MatchReasonKind.SameName], match.Reasons.Select(reason => reason.Kind));
        Assert.InRange(match.Confidence, 0.9, 0.99);
    }

    [Fact]
    public void Shared_mailbox_alone_is_not_enough_and_never_certain()
    {
        IdentityKey office = new(KeyKind.Email, "info@example.com", KeySource.Import);

        Assert.Null(IdentityRules.Judge(Somebody("Asha", office), Somebody("Priya", office)));
        Assert.False(IdentityRules.Judge(Somebody("Asha", office), Somebody("Asha", office))!.IsCertain);
    }

    [Fact]
    public void More_than_one_key_is_worth_more_than_one()
    {
        IdentityKey phone = new(KeyKind.Phone, Number, KeySource.Chat), email = new(KeyKind.Email, "asha@example.com", KeySource.Chat);

        Assert.True(
            IdentityRules.Judge(Somebody(null, phone, email), Somebody(null, phone, email))!.Confidence
            > IdentityRules.Judge(Somebody(null, phone), Somebody(null, phone, email))!.Confidence);
    }

    private static void Holds<T>(Gen<T> values, Func<T, bool> rule) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Arb.From(values), rule));

    private static Person Somebody(string? name, params IdentityKey[] keys) => new(Guid.NewGuid(), name, keys);

    private static string Text(IdentityMatch? match) =>
        match is null ? "" : $"{match.Confidence} {match.IsCertain} {string.Join('|', match.Reasons)}";
}
