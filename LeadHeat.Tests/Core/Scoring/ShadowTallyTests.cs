using FsCheck;
using FsCheck.Fluent;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Scoring;
using LeadHeat.Tests.Core.Understanding;

namespace LeadHeat.Tests.Core.Scoring;

public sealed class ShadowTallyTests
{
    private static readonly Scorecard Now = CardRulesTests.Card("""
        { "id": "budget", "title": "Budget", "rule": "present", "max": 70, "fields": ["budget"], "fill": "Ask" },
        { "id": "email", "title": "E-mail", "rule": "present", "max": 30, "fields": ["email"], "fill": "Ask" }
        """);

    private static readonly Scorecard Then = CardRulesTests.Card("""
        { "id": "budget", "title": "Budget", "rule": "present", "max": 20, "fields": ["budget"], "fill": "Ask" },
        { "id": "email", "title": "E-mail", "rule": "present", "max": 80, "fields": ["email"], "fill": "Ask" }
        """);

    [Fact]
    public void A_lead_that_flips_is_named_with_the_rule_that_flips_it()
    {
        var tally = new ShadowTally(Now, Then);
        tally.Add(Lead("Asha", won: true, "budget"));
        tally.Add(Lead("Ben", won: false, "email"));

        var report = tally.Report(10, 1);

        Assert.Equal(
            [("Asha", Heat.Warm, Heat.Unqualified, "Budget", -50), ("Ben", Heat.Unqualified, Heat.Hot, "E-mail", 50)],
            report.Flips.OrderBy(flip => flip.Name).Select(flip => (flip.Name, flip.From, flip.To, flip.RuleTitle, flip.RulePoints)));
        Assert.Equal([("budget", 0, 1), ("email", 1, 0)], report.Rules.OrderBy(rule => rule.Rule).Select(rule => (rule.Rule, rule.Up, rule.Down)));
        Assert.Equal((0, 1), (report.PrecisionThen.Part, report.PrecisionThen.Whole));
        Assert.Null(report.PrecisionNow.Rate);
        Assert.Equal([(80, 1.0, 0, 1), (20, 2.0, 1, 2)], report.Thresholds!.Where(threshold => threshold.From is 80 or 20).Select(threshold => (threshold.From, threshold.PerDay, threshold.Won.Part, threshold.Won.Whole)));
        Assert.Equal(report.HotPerDayThen, report.Thresholds!.Single(threshold => threshold.From == Then.Bands.Hot).PerDay);
    }

    [Fact]
    public void However_leads_are_parted_the_counts_are_the_same() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
        Gen.Choose(0, 3).ArrayOf().ToArbitrary(), kinds =>
        {
            var (whole, left, right) = (new ShadowTally(Now, Then), new ShadowTally(Now, Then), new ShadowTally(Now, Then));
            foreach (var (index, kind) in kinds.Index())
            {
                var lead = Lead($"{index}", kind % 2 == 0, kind switch { 0 => [], 1 => ["budget"], 2 => ["email"], _ => ["budget", "email"] });
                whole.Add(lead);
                (index % 3 == 0 ? left : right).Add(lead);
            }
            left.Add(right);
            var (one, two) = (whole.Report(1, 0), left.Report(1, 0));
            return one.Matrix.SequenceEqual(two.Matrix) && one.Rules.SequenceEqual(two.Rules) && one.Flipped == two.Flipped
                && one.WinRates.SequenceEqual(two.WinRates) && one.Thresholds!.SequenceEqual(two.Thresholds!) && one.Matrix.Sum(move => move.Count) == kinds.Length
                && one.Flipped == one.Matrix.Where(move => move.From != move.To).Sum(move => move.Count);
        }));

    [Theory]
    [InlineData(8, 10, 0.8, 0.4902, 0.9433)]
    [InlineData(0, 10, 0, 0, 0.2775)]
    [InlineData(50, 100, 0.5, 0.4038, 0.5962)]
    public void A_share_has_wilsons_interval(int part, int whole, double rate, double low, double high)
    {
        var share = Proportion.Of(part, whole);

        Assert.Equal((rate, low, high), (share.Rate!.Value, share.Low!.Value, share.High!.Value));
    }

    private static PastLead Lead(string name, bool won, params string[] known)
    {
        var input = new ScoringInput([.. known.Select(field => Said.Known(field, new(Text: "x"), "x"))], [], [], Said.Now);
        var result = Now.Evaluate(input);
        return new(new Guid(name.Length, 0, 0, new byte[8]), name, result.Score, result.Heat, won, Said.Now, input);
    }
}
