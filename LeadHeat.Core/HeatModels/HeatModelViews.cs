using System.Text.Json.Serialization;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.HeatModels;

/// <summary>Where a model stands.</summary>
[JsonConverter(typeof(WireEnumConverter<HeatModelState>))]
public enum HeatModelState { Queued, Training, Done, NotEnoughData, Failed }

/// <summary>A model, or the training of one.</summary>
/// <param name="Version">Counts up from 1.</param>
/// <param name="Active">Whether leads are scored by it.</param>
/// <param name="Progress">0 to 1.</param>
/// <param name="Step">What is being done, in words.</param>
/// <param name="Message">Why there is no model: <c>not enough data: 14 of 40</c>, or how to install what is missing. Null when there is one.</param>
/// <param name="Auc">From its report; null until it is done.</param>
/// <param name="Brier">Likewise.</param>
public sealed record HeatModelView(
    Guid Id,
    int Version,
    HeatModelState State,
    bool Active,
    double Progress,
    string Step,
    string? Message,
    int Won,
    int Lost,
    double? Auc,
    double? Brier,
    string Author,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt);

/// <summary>All models, the newest first, and what there is to learn from.</summary>
/// <param name="Won">Leads that were won.</param>
/// <param name="Lost">Leads that were lost.</param>
/// <param name="Needed">How many of each a training needs.</param>
/// <param name="Message">Why no model can be trained yet; null when one can.</param>
public sealed record HeatModelList(IReadOnlyList<HeatModelView> Models, int Won, int Lost, int Needed, string? Message);

/// <summary>A model's report; where there is none, its message says why.</summary>
public sealed record HeatModelReport(
    Guid Id, int Version, HeatModelState State, bool Active, string? Message, DateTimeOffset CreatedAt, string Author, HeatReport? Report);

/// <summary>What the model says of a lead, beside what the card says.</summary>
/// <param name="Model">The model's version.</param>
/// <param name="Probability">That it will be won, 0 to 1.</param>
/// <param name="Base">What the model says of a lead of which nothing is known.</param>
/// <param name="Rank">Which percent of past leads the probability is above.</param>
/// <param name="CardRank">Which percent of them the card's score is above; null where it cannot be told.</param>
/// <param name="Factors">What brings it about, the strongest first.</param>
public sealed record LeadHeatView(
    Guid ModelId, int Model, double Probability, double Base, int Rank, int? CardRank, IReadOnlyList<HeatFactor> Factors);

/// <summary>Open leads of which card and model think differently, the most different first.</summary>
/// <param name="Next">The next page's cursor; null at the end.</param>
public sealed record Disagreements(IReadOnlyList<Disagreement> Items, string? Next);

/// <summary>One of them.</summary>
/// <param name="Gap">The rank by the model less the rank by the card: above 0 the card undervalues it.</param>
public sealed record Disagreement(LeadRow Lead, double Probability, int Rank, int CardRank, int Gap);

/// <summary>A lead to score that is not stored.</summary>
/// <param name="Id">The caller's own, given back with the score.</param>
/// <param name="Playbook">Whose card judges it; null for the installation's first.</param>
[JsonConverter(typeof(ScoreRequestConverter))]
public sealed record ScoreRequest(string? Id, string? Playbook, LeadFeatures Features);

/// <summary>Leads to score.</summary>
[JsonConverter(typeof(ScoreBatchConverter))]
public sealed record ScoreBatch(IReadOnlyList<ScoreRequest> Rows)
{
    /// <summary>The most leads at once.</summary>
    public const int Most = 10_000;
}

/// <summary>Scores in the order of the rows.</summary>
/// <param name="Model">The version of the model that predicted; null where none is active: then there are no probabilities.</param>
public sealed record ScoredBatch(int? Model, IReadOnlyList<ScoredRow> Rows);

/// <summary>A score.</summary>
/// <param name="Score">By the card, 0 to 100.</param>
/// <param name="Band">By the card.</param>
/// <param name="Probability">By the model, 0 to 1; null where none is active.</param>
/// <param name="Reasons">The card's and then the model's, in words.</param>
/// <param name="Factors">The model's reasons with their numbers.</param>
public sealed record ScoredRow(
    string? Id, int Score, Heat Band, bool Qualified, double? Probability, IReadOnlyList<string> Reasons, IReadOnlyList<HeatFactor> Factors);
