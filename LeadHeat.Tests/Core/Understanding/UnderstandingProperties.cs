using FsCheck;
using FsCheck.Fluent;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

public sealed class UnderstandingProperties
{
    private static readonly string[] Pieces =
    [
        "2 BHK", "3+ bed", "studio", "under 2 Cr", "80L-1.2Cr", "₹1,80,00,000", "AED 1.2m", "whitefeild", "Dubai Marina", "JVC", "within 3 months", "by March",
        "asap", "a@b.co", "+91 98450 12345", "I'm Asha", "not", "or", "-", ",", "?", "!!", "👍", "الوضع", "१२", "the second one", "1200 sq ft", "\n", "  ", "'", "’", "½",
        "café", "\ud83d", "2", ".", "/", "+", "(", "0", "m", "l", "k", "call me", "actually", "no rush", "cash buyer", "parking",
    ];

    private static readonly Gen<string> Messages = Gen.Choose(0, 25)
        .SelectMany(count => Gen.Elements(Pieces).ArrayOf(count))
        .SelectMany(pieces => Gen.Elements("", " ").Select(separator => string.Join(separator, pieces)));

    [Fact]
    public void Every_span_lies_in_the_text_and_is_its_quote() =>
        Check.One(Quick, Prop.ForAll(Messages.ToArbitrary(), SpansHold));

    [Fact]
    public void Any_string_is_understood_without_an_error() =>
        Check.One(Quick, Prop.ForAll(ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "").ToArbitrary(), SpansHold));

    [Fact]
    public void The_same_message_is_always_understood_the_same_way() =>
        Check.One(Quick, Prop.ForAll(Messages.ToArbitrary(), text => Shown(text) == Shown(text)));

    [Fact]
    public void What_a_budget_is_displayed_as_reads_as_the_same_budget() => Check.One(Quick, Prop.ForAll(Budgets.ToArbitrary(), budget =>
    {
        var (min, max, currency) = budget;
        var display = Money.FormatRange(min, max, currency);
        var read = Said.RealEstate(display).Find(FactFields.Budget)?.Value;
        return (read?.Min, read?.Max, read?.Unit) == (min, max, currency);
    }));

    private static Config Quick => Config.QuickThrowOnFailure.WithMaxTest(1000);

    // Amounts with at most two decimals in the scale that they are shown in.
    private static Gen<(decimal? Min, decimal? Max, string Currency)> Budgets =>
        from currency in Gen.Elements("INR", "AED", "USD")
        from low in Gen.Choose(20, 99)
        from more in Gen.Choose(1, 50)
        from shape in Gen.Choose(0, 2)
        let unit = currency == "INR" ? 1_000_000m : 100_000m
        select ((decimal?, decimal?, string))(shape == 0 ? (null, low * unit, currency) : shape == 1 ? (low * unit, null, currency) : (low * unit, (low + more) * unit, currency));

    private static bool SpansHold(string text)
    {
        foreach (var playbook in Shipped.Playbooks.All)
        {
            var id = Guid.NewGuid();
            foreach (var fact in Said.In(playbook, text).ToFacts(id, Said.Now))
            {
                if (fact.Evidence.Count == 0 || fact.Evidence.Any(words => words.Length < 1 || text.Substring(words.Start, words.Length) != words.Quote || words.MessageId != id))
                    return false;
            }
        }
        return true;
    }

    private static string Shown(string text) => string.Join(';', Said.RealEstate(text).Values.Select(value => $"{value.Field}={value.Display}"));
}
