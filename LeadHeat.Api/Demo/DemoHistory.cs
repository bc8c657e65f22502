using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Api.Demo;

/// <summary>
/// Leads of the last year, as they come with a file from the system that was there first: won or lost, with what was known of them then and
/// no conversation. What decides them is what decides such leads elsewhere, and chance: a heat model can learn from them, and cannot know all.
/// </summary>
internal static class DemoHistory
{
    private const int Count = 480;
    private const int NewestDays = 12;
    private const int OldestDays = 400;

    // The card is not wrong: what it gives points for is what decides, too, beside the rest.
    private const double WorthOfPoint = 0.06;
    private const int Middle = 62;

    private static readonly string[] Cities = ["Bangalore", "Bangalore", "Bangalore", "Dubai", "Dubai"];
    private static readonly string[] Types = ["apartment", "apartment", "apartment", "villa", "townhouse"];
    private static readonly (string Word, double Odds)[] Sources = [("web", 0), ("web", 0), ("whatsapp", 0.5), ("web form", 0.2), ("lead ads", -0.6), ("lead ads", -0.6)];
    private static readonly (string Word, double Odds)[] Moods = [("negative", -0.7), ("frustrated", -0.9), ("neutral", 0), ("neutral", 0), ("positive", 0.3), ("excited", 0.7)];

    /// <summary>The same at every call with the same clock.</summary>
    public static IReadOnlyList<DemoLead> Create(DateTimeOffset now, PlaybookLibrary playbooks, IReadOnlyList<Unit> units)
    {
        var team = DemoLeads.Team(now);
        var homes = units.Where(unit => unit.Available).ToLookup(unit => unit.City);
        return [.. Enumerable.Range(0, Count).AsParallel().AsOrdered().Select(number => Lead(number, now, playbooks["real-estate"], homes, team))];
    }

    private static DemoLead Lead(int number, DateTimeOffset now, Playbook playbook, ILookup<string, Unit> homes, IReadOnlyList<DemoMember> team)
    {
        var dice = Dice.For($"history {number}");
        var city = dice.Of(Cities);
        var person = new DemoPerson(city, 5000 + number, dice);
        var closed = now.AddDays(-dice.Between(NewestDays, OldestDays)).AddMinutes(dice.Below(1440));
        var created = closed.AddDays(-dice.Between(4, 45));
        var lead = new DemoLead(dice, playbook, new("real-estate", LeadSource.Csv, city, false, []), created) { Owner = dice.Of(team) };
        var (features, odds) = Features(dice, city, created);
        lead.Features = features;
        lead.Facts = Facts(features, person, playbook, created, dice.Percent(60));
        lead.Note(ActivityKind.Created, "Came with an imported file", "Import", null, created);
        lead.Qualify(new(lead.Facts, MatchExplainer.Best(homes[city], lead.Facts, playbook), [], created), null);
        odds += WorthOfPoint * (lead.Qualification!.Result.Score - Middle);
        Close(lead, closed, dice.Below(10_000) < 10_000 / (1 + Math.Exp(-odds)));
        return lead;
    }

    private static (LeadFeatures Features, double Odds) Features(Dice dice, string city, DateTimeOffset created)
    {
        var features = new LeadFeatures();
        var odds = 0.0;
        void Word(HeatFeature feature, string word, double worth = 0)
        {
            features.TrySet(feature, word);
            odds += worth;
        }

        void Number(HeatFeature feature, double value, int known, double worth = 0)
        {
            if (dice.Percent(known))
                features.TrySet(feature, value);
            odds += worth;
        }

        var (source, mood) = (dice.Of(Sources), dice.Of(Moods));
        var (months, messages, minutes, anger) = (dice.Between(0, 14), dice.Between(1, 12), Math.Exp((dice.Below(700) / 100.0) - 1.5), dice.Below(8));
        var (approved, phone, visits) = (dice.Below(2), dice.Percent(60) ? 1 : 0, dice.Between(1, 5));
        Word(HeatFeatures.Source, source.Word, source.Odds);
        Word(HeatFeatures.Channel, source.Word is "whatsapp" or "lead ads" ? "whatsapp" : "web");
        Word(HeatFeatures.City, city);
        Word(HeatFeatures.PropertyType, dice.Of(Types));
        Word(HeatFeatures.Sentiment, mood.Word, mood.Odds);
        Word(HeatFeatures.CreatedWeekday, FeatureReader.Of(created.UtcDateTime.DayOfWeek));
        Number(HeatFeatures.Beds, dice.Between(1, 4), 80);
        Number(HeatFeatures.BudgetMax, city == "Dubai" ? dice.Between(8, 60) * 100_000 : dice.Between(5, 45) * 1_000_000, 75);
        Number(HeatFeatures.TimelineMonths, months, 70, -0.05 * (months - 7));
        Number(HeatFeatures.Preapproved, approved, 45, approved * (months < 5 ? 1 : 0.2));
        Number(HeatFeatures.HasPhone, phone, 100, 0.4 * phone);
        Number(HeatFeatures.MessageCount, messages, 96, 0.1 * (messages - 6));
        Number(HeatFeatures.MedianReplyMinutes, Math.Round(minutes, 1), 94, -0.25 * (Math.Log(minutes) - 2));
        Number(HeatFeatures.VisitCount, visits, 96, anger < 4 ? 0.2 * (visits - 3) : 0);
        Number(HeatFeatures.Frustration, anger, 94, -0.12 * (anger - 3));
        return (features, odds);
    }

    private static List<Fact> Facts(LeadFeatures features, DemoPerson person, Playbook playbook, DateTimeOffset at, bool knowsArea)
    {
        Fact Said(string field, string text) => new(field, new(Text: text), text, FactSource.Import, 1, at, []);
        List<Fact> facts = [Said(FactFields.Name, person.Fill("{name}")), Said(FactFields.Email, person.Fill("{email}"))];
        facts.AddRange(FeatureFacts.Of(features, playbook, at).Where(fact => fact.Field != FactFields.Phone));
        if (features.Flag(HeatFeatures.HasPhone) == true)
            facts.Add(Said(FactFields.Phone, person.Fill("{phone}")));
        if (knowsArea)
            facts.Add(new(FactFields.Areas, new(Items: [person.Fill("{area}")]), person.Fill("{area}"), FactSource.Import, 1, at, []));
        return facts;
    }

    private static void Close(DemoLead lead, DateTimeOffset at, bool won)
    {
        lead.LostReason = won ? null : lead.Dice.Of(DemoFiles.People.Lost[lead.Playbook.Name]);
        lead.Note(
            ActivityKind.StatusChanged, won ? "Moved from negotiation to won" : $"Moved from qualified to lost: {lead.LostReason}", lead.Owner!.Name, lead.Owner.Id, at);
        (lead.Status, lead.StatusSince) = (won ? LeadStatus.Won : LeadStatus.Lost, at);
    }
}
