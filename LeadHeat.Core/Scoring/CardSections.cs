using System.Text.Json.Serialization;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Scoring;

/// <summary>Criteria that belong together.</summary>
/// <param name="Cap">The most points that they give together.</param>
/// <param name="Scale">What the group's points are shown as: 10 shows them from 0 to 10; null shows the points.</param>
public sealed record CriteriaGroup(string Id, string Title, int Cap, int? Scale);

/// <summary>Points that go with time: from <paramref name="AfterDays"/> days without a word on, a day takes <paramref name="PerDay"/>.</summary>
/// <param name="Most">The most that it takes.</param>
public sealed record Decay(int AfterDays, decimal PerDay, int Most)
{
    /// <summary>The points to take, 0 or less.</summary>
    public int Points(ScoringInput input) => input.HeardAt is { } heard && (input.At - heard).TotalDays is var days && days > AfterDays
        ? -Math.Min(Most, (int)(((int)days - AfterDays) * PerDay))
        : 0;
}

/// <summary>How the team treats the leads of a band.</summary>
/// <param name="Within">How soon a person should follow up.</param>
public sealed record FollowUp(Priority Priority, TimeSpan Within);

/// <summary>How much a lead matters.</summary>
[JsonConverter(typeof(WireEnumConverter<Priority>))]
public enum Priority { Low, Medium, High }

/// <summary>Where the estimated value of a deal comes from.</summary>
/// <param name="Field">A sum of money, or a number.</param>
/// <param name="Each">What one is worth; null takes the sum itself.</param>
/// <param name="Currency">Of <paramref name="Each"/>.</param>
public sealed record DealValue(string Field, decimal? Each, string? Currency)
{
    // What no deal is worth, and no column holds.
    private const decimal Most = 10_000_000_000_000;

    /// <summary>The value with its currency; null where the field is not known or is no amount that a deal can have.</summary>
    public (decimal Amount, string Currency)? Of(IReadOnlyList<Fact> facts)
    {
        foreach (var fact in facts)
        {
            if (fact.Field != Field)
                continue;
            if (Each is { } each)
                return (fact.Value.Max ?? fact.Value.Min) is { } number && number <= Most / each ? (number * each, Currency!) : null;
            return (fact.Value.Max ?? fact.Value.Min) is { } amount and <= Most && fact.Value.Unit is { } unit ? (amount, unit) : null;
        }
        return null;
    }
}

/// <summary>What follows from a score.</summary>
/// <param name="Qualified">From this score on.</param>
/// <param name="NeedsMoreInfo">From this score on; below it a lead is rejected.</param>
/// <param name="Patient">Whether a lead is only rejected once there is nothing left to ask.</param>
/// <param name="Labels">What the card calls them, where it has words of its own.</param>
public sealed record RecommendationRule(int Qualified, int NeedsMoreInfo, bool Patient, IReadOnlyDictionary<Recommendation, string> Labels)
{
    /// <summary>What to do with a lead.</summary>
    /// <param name="nothingMissing">Whether no answer would bring it more.</param>
    public Recommendation Of(int score, bool nothingMissing) =>
        score >= Qualified ? Recommendation.Qualified
        : score < NeedsMoreInfo && (nothingMissing || !Patient) ? Recommendation.Rejected
        : Recommendation.NeedsMoreInfo;

    /// <summary>The card's word for it.</summary>
    public string LabelOf(Recommendation recommendation) => Labels.GetValueOrDefault(recommendation) ?? recommendation switch
    {
        Recommendation.Qualified => "Qualified",
        Recommendation.Rejected => "Rejected",
        _ => "Needs more information",
    };
}
