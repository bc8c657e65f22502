using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Scoring;

/// <summary>What would change a lead's score, what to ask next, and how the score went. Comes after the lead itself, so that nobody waits for it.</summary>
public sealed partial class WhatIfPanel
{
    private const int MostLosses = 5;

    private readonly Readings _readings = new();
    private (int?, int, DateTimeOffset)? _seen;
    private WhatIf? _whatIf;
    private IReadOnlyList<ScorePoint> _history = [];
    private IReadOnlyList<CardScore> _cards = [];

    [Parameter, EditorRequired]
    public required Guid LeadId { get; set; }

    /// <summary>What the lead looks like: when it changes, so may all this.</summary>
    [Parameter, EditorRequired]
    public required (int?, int, DateTimeOffset) Seen { get; set; }

    [Inject]
    private LeadHeatClient Api { get; init; } = null!;

    protected override async Task OnParametersSetAsync()
    {
        if (!RendererInfo.IsInteractive || _seen == Seen)
            return;
        _seen = Seen;
        try
        {
            await _readings.ReadAsync(ReadAsync, read => (_whatIf, _history, _cards) = read);
        }
        catch (LeadHeatException)
        {
            // The score and its ledger are shown without it; the lead's own fault says what is wrong.
            _whatIf = null;
        }
    }

    private async Task<(WhatIf?, IReadOnlyList<ScorePoint>, IReadOnlyList<CardScore>)> ReadAsync()
    {
        var (history, cards) = (Api.GetScoreHistoryAsync(LeadId), Api.GetCardScoresAsync(LeadId));
        var whatIf = Seen.Item1 is null ? null : await Api.GetWhatIfAsync(LeadId);
        return (whatIf, (await history).Points, await cards);
    }
}
