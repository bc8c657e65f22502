using System.Globalization;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.HeatModels;

/// <summary>Features as the facts that a scorecard judges, and the way back.</summary>
public static class FeatureFacts
{
    /// <summary>What a card judges a lead by of which only features are known.</summary>
    /// <param name="match">Finds units for facts; null where there is no inventory.</param>
    public static ScoringInput Input(
        LeadFeatures lead, Playbook playbook, DateTimeOffset at, Func<IReadOnlyList<Fact>, IReadOnlyList<UnitMatch>>? match = null)
    {
        var facts = Of(lead, playbook, at);
        double Known(HeatFeature feature) => lead.Has(feature) ? lead.Number(feature) : 0;
        var dialogue = DialogueState.Start with
        {
            Turns = (int)Known(HeatFeatures.MessageCount), Frustration = (int)Math.Round(Known(HeatFeatures.Frustration)),
        };
        return new(facts, match?.Invoke(facts) ?? [], [], at, dialogue);
    }

    /// <summary>The facts.</summary>
    public static IReadOnlyList<Fact> Of(LeadFeatures lead, Playbook playbook, DateTimeOffset at)
    {
        List<Fact> facts = [];
        void Add(string field, FactValue value, string display) => facts.Add(new(field, value, display, FactSource.Import, 1, at, []));
        var city = lead.Word(HeatFeatures.City) is { } place ? CityOf(place, playbook) : null;
        if (city is not null)
            Add(FactFields.City, new(Text: city.Value.Name), city.Value.Name);
        if (lead.Word(HeatFeatures.PropertyType) is { } type)
            Add(FactFields.PropertyType, new(Items: [ChoiceOf(type, playbook, FactFields.PropertyType)]), type);
        var currency = city?.Currency ?? playbook.Currency;
        if (NumberOf(lead, HeatFeatures.Beds) is { } beds)
            Add(FactFields.Beds, new(Min: beds, Max: beds), BedsScanner.Display(beds, beds, bhk: currency == "INR"));
        if (NumberOf(lead, HeatFeatures.BudgetMax) is { } budget)
            Add(FactFields.Budget, new(Max: budget, Unit: currency), Money.FormatRange(null, budget, currency));
        if (NumberOf(lead, HeatFeatures.TimelineMonths) is { } months)
            Add(FactFields.Timeline, TimelineScanner.Value(null, months), TimelineScanner.Within(months));
        if (lead.Flag(HeatFeatures.Preapproved) is { } approved)
            Add(FactFields.PreApproved, new(Text: approved ? "yes" : "no"), approved ? "approved" : "not approved");
        if (lead.Flag(HeatFeatures.HasPhone) == true)
            Add(FactFields.Phone, new(Text: "known"), "known");
        return facts;
    }

    /// <summary>Puts what facts say into a snapshot, each with its own date.</summary>
    public static void Put(IReadOnlyList<Fact> facts, FeatureSnapshot snapshot)
    {
        foreach (var fact in facts.Where(fact => !fact.Value.IsEmpty))
        {
            var value = fact.Value;
            switch (fact.Field)
            {
                case FactFields.City:
                    snapshot.Put(HeatFeatures.City, value.Text, fact.At);
                    break;
                case FactFields.PropertyType:
                    snapshot.Put(HeatFeatures.PropertyType, value.Items is [var type, ..] ? type : value.Text, fact.At);
                    break;
                case FactFields.Beds:
                    snapshot.Put(HeatFeatures.Beds, (double?)(value.Min ?? value.Max), fact.At);
                    break;
                case FactFields.Budget:
                    snapshot.Put(HeatFeatures.BudgetMax, (double?)(value.Max ?? value.Min), fact.At);
                    break;
                case FactFields.Timeline:
                    snapshot.Put(HeatFeatures.TimelineMonths, (double?)(value.Max ?? value.Min), fact.At);
                    break;
                case FactFields.PreApproved:
                    snapshot.Put(HeatFeatures.Preapproved, value.Text is "yes" or "cash" ? true : value.Text is "no" ? false : (bool?)null, fact.At);
                    break;
                case FactFields.Phone:
                    snapshot.Put(HeatFeatures.HasPhone, true, fact.At);
                    break;
            }
        }
    }

    private static (string Name, string? Currency)? CityOf(string word, Playbook playbook)
    {
        foreach (var city in playbook.Cities)
        {
            if (city.Name.Equals(word, StringComparison.OrdinalIgnoreCase) || city.Aliases.Contains(word, StringComparer.OrdinalIgnoreCase))
                return (city.Name, city.Currency);
        }

        return (CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word), null);
    }

    private static string ChoiceOf(string word, Playbook playbook, string field) => playbook.Field(field)?.Choices.FirstOrDefault(choice =>
        choice.Value.Equals(word, StringComparison.OrdinalIgnoreCase) || choice.Aliases.Contains(word, StringComparer.OrdinalIgnoreCase))?.Value ?? word;

    private static decimal? NumberOf(LeadFeatures lead, HeatFeature feature) => lead.Has(feature) ? (decimal)lead.Number(feature) : null;
}
