using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Leads;

/// <summary>The score as a number, a band and the lines that add up to it.</summary>
public sealed partial class ScorePanel
{
    private bool _adjusting;
    private int _score;
    private string _reason = "";

    [Parameter, EditorRequired]
    public required LeadState State { get; set; }

    [Parameter]
    public EventCallback Changed { get; set; }

    [Parameter]
    public EventCallback<IReadOnlyList<Evidence>> Lit { get; set; }

    [Inject]
    private Notices Notices { get; init; } = null!;

    [Inject]
    private TimeProvider Clock { get; init; } = null!;

    private LeadDetail Detail => State.Detail!;

    /// <summary>The words of the line itself, else those of the fact that it judges.</summary>
    private IReadOnlyList<Evidence> EvidenceOf(LedgerLine line)
    {
        var evidence = line.Evidence.Count > 0 || line.Field is null || line.Points == 0
            ? line.Evidence
            : Detail.Facts.FirstOrDefault(fact => fact.Field == line.Field)?.Evidence ?? [];
        return [.. evidence.OrderBy(words => words.MessageId).ThenBy(words => words.Start)];
    }

    private void Toggle() => (_adjusting, _score, _reason) = (!_adjusting, Detail.Score ?? 50, "");

    private async Task AdjustAsync()
    {
        try
        {
            await State.SetScoreAsync(_score, _reason);
            _adjusting = false;
            Notices.Say($"Score set to {_score}.");
        }
        catch (LeadHeatException refused)
        {
            Notices.Fail($"Not changed: {refused.Message}");
        }

        await Changed.InvokeAsync();
    }
}
