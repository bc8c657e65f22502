using System.Text.Json;
using LeadHeat.Core.Facts;
using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Wire;

namespace LeadHeat.Tests.Core.HeatModels;

public class FeatureTests
{
    private static readonly DateTimeOffset Closed = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_feature_from_the_future_is_refused()
    {
        var snapshot = new FeatureSnapshot(Closed);

        FeatureFacts.Put(
            [Money(2e7m, Closed.AddMinutes(1)), new(FactFields.City, new(Text: "Dubai"), "Dubai", FactSource.Bot, 1, Closed, [])], snapshot);
        snapshot.Put(HeatFeatures.HasPhone, true, Closed.AddDays(1));
        snapshot.Put(HeatFeatures.HasPhone, false, Closed.AddDays(-9));

        Assert.Equal("dubai", snapshot.Features.Word(HeatFeatures.City));
        Assert.False(snapshot.Features.Has(HeatFeatures.BudgetMax));
        Assert.False(snapshot.Features.Flag(HeatFeatures.HasPhone));
        Assert.Equal(["budgetMax"], snapshot.Refused);
    }

    [Fact]
    public void The_model_is_held_to_what_the_cards_that_judge_imply()
    {
        var shipped = Shipped.Playbooks.All.Select(playbook => (playbook, playbook.Scorecard)).ToList();
        var later = LeadHeat.Core.Scoring.ScorecardParser.Parse("later", Shipped.RealEstate.Scorecard.Json.Replace("\"points\":12}", "\"points\":1}", StringComparison.Ordinal));

        Assert.Equal((-1, 1), CardConstraints.Of(shipped, Closed) is var all ? (all["timelineMonths"], all["hasPhone"]) : default);
        Assert.DoesNotContain("timelineMonths", CardConstraints.Of([.. shipped.Where(pair => pair.playbook != Shipped.RealEstate), (Shipped.RealEstate, later)], Closed).Keys);
    }

    [Fact]
    public void Of_an_open_lead_all_is_taken_and_the_first_value_stays()
    {
        var snapshot = new FeatureSnapshot(null);

        FeatureFacts.Put([Money(5m, Closed)], snapshot);
        FeatureFacts.Put([Money(6m, Closed)], snapshot);

        Assert.Equal(5, snapshot.Features.Number(HeatFeatures.BudgetMax));
        Assert.Empty(snapshot.Refused);
    }

    [Theory]
    [InlineData("bangalore", 2, 20_000_000, 0, "2 BHK", "up to ₹2 Cr", "right away")]
    [InlineData("dubai", 1, 1_200_000, 1, "1 bed", "up to AED 1.2M", "within a month")]
    [InlineData("mysore", 3, 9_000_000, 6.5, "3 BHK", "up to ₹90 L", "within 6.5 months")]
    public void Features_read_as_a_salesperson_says_them(string city, double beds, double budget, double months, string home, string money, string time)
    {
        var features = new LeadFeatures();
        features.TrySet(HeatFeatures.City, city);
        features.TrySet(HeatFeatures.Beds, beds);
        features.TrySet(HeatFeatures.BudgetMax, budget);
        features.TrySet(HeatFeatures.TimelineMonths, months);

        var facts = FeatureFacts.Of(features, Shipped.RealEstate, Closed).ToDictionary(fact => fact.Field, fact => fact.Display);

        Assert.Equal((home, money, time), (facts[FactFields.Beds], facts[FactFields.Budget], facts[FactFields.Timeline]));
    }

    [Theory]
    [InlineData("""{"beds":"three"}""", "'beds' has to be a number.")]
    [InlineData("""{"beds":[3]}""", "'beds' has to be a number.")]
    [InlineData("""{"beds":true}""", "'beds' has to be a number.")]
    [InlineData("""{"beds":"NaN"}""", "'beds' has to be a finite number.")]
    [InlineData("""{"beds":1e999}""", "'beds' has to be a finite number.")]
    [InlineData("""{"budgetMax":"Infinity"}""", "'budgetMax' has to be a finite number.")]
    [InlineData("""{"budgetMax":-1}""", "'budgetMax' has to be from 0 to 10000000000000.")]
    [InlineData("""{"frustration":11}""", "'frustration' has to be from 0 to 10.")]
    [InlineData("""{"preapproved":"maybe"}""", "'preapproved' has to be true or false.")]
    [InlineData("""{"hasPhone":2}""", "'hasPhone' has to be true or false.")]
    [InlineData("""{"source":5}""", "'source' has to be a word.")]
    [InlineData("""{"createdWeekday":"someday"}""", "'createdWeekday' has to be a weekday: monday, or 1 for Monday to 7 for Sunday.")]
    [InlineData("""{"shoeSize":42}""", "There is no feature 'shoeSize'.")]
    [InlineData("""{"outcome":"won"}""", "'outcome' is not known before the outcome")]
    [InlineData("""[]""", "A row is an object of features.")]
    [InlineData("""{"createdAt":"yesterday"}""", "'createdAt' has to be a time")]
    public void A_wrong_value_is_refused_by_name(string json, string why) =>
        Assert.StartsWith(why, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, LeadHeatJson.Default.ScoreRequest)).Message);

    [Fact]
    public void Values_are_read_as_files_and_people_write_them()
    {
        var row = JsonSerializer.Deserialize(
            """
            {"id":7,"source":"Lead_Ads","city":" New  Delhi ","beds":"3","budgetMax":"","preapproved":"Yes","hasPhone":0,"timelineMonths":null,
             "createdAt":"2026-11-21T23:00:00Z"}
            """, LeadHeatJson.Default.ScoreRequest)!;

        Assert.Equal("7", row.Id);
        Assert.Equal(
            """{"source":"lead ads","city":"new delhi","beds":3,"preapproved":true,"hasPhone":false,"createdWeekday":"saturday"}""",
            JsonSerializer.Serialize(row.Features, LeadHeatJson.Default.LeadFeatures));
    }

    [Theory]
    [InlineData("mon", "monday")]
    [InlineData("Thursday", "thursday")]
    [InlineData("7", "sunday")]
    [InlineData("0", "sunday")]
    [InlineData("1", "monday")]
    public void A_weekday_has_several_names(string text, string word)
    {
        var lead = new LeadFeatures();

        Assert.Null(lead.TrySet(HeatFeatures.CreatedWeekday, text));
        Assert.Equal(word, lead.Word(HeatFeatures.CreatedWeekday));
    }

    [Fact]
    public void A_wrong_row_of_a_batch_is_named_by_its_number_and_too_many_are_refused()
    {
        string Why(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, LeadHeatJson.Default.ScoreBatch)).Message;
        var many = string.Join(',', Enumerable.Repeat("{}", ScoreBatch.Most));

        Assert.StartsWith("Row 2: 'beds' has to be a number.", Why("""{"rows":[{"beds":2},{"beds":"x"}]}"""));
        Assert.StartsWith("At most 10000 rows at once", Why($"[{many},{{}}]"));
        Assert.StartsWith("Rows are an array", Why("""{"lines":[]}"""));
        Assert.Equal(ScoreBatch.Most, JsonSerializer.Deserialize($"[{many}]", LeadHeatJson.Default.ScoreBatch)!.Rows.Count);
    }

    [Fact]
    public void Words_are_ordered_by_what_training_leads_won_and_rare_ones_are_missing()
    {
        List<HistoryRow> rows = [.. Rows("csv", 20, 2), .. Rows("web", 20, 9), .. Rows("whatsapp", 20, 15), .. Rows("fax", 2, 2)];
        var columns = new float[HeatFeatures.Count];

        var encoding = FeatureEncoding.Learn(rows);
        encoding.Encode(rows[^1].Features, columns);

        Assert.Equal(["csv", "web", "whatsapp"], encoding.Words["source"]);
        Assert.True(float.IsNaN(columns[HeatFeatures.Source.Place]));
        encoding.Encode(rows[41].Features, columns);
        Assert.Equal(2, columns[HeatFeatures.Source.Place]);
    }

    private static IEnumerable<HistoryRow> Rows(string source, int count, int won) => Enumerable.Range(0, count).Select(number =>
    {
        var lead = new LeadFeatures();
        lead.TrySet(HeatFeatures.Source, source);
        return new HistoryRow(Guid.Empty, lead, number < won, Closed);
    });

    private static Fact Money(decimal most, DateTimeOffset at) => new(FactFields.Budget, new(Max: most, Unit: "INR"), "", FactSource.Bot, 1, at, []);
}
