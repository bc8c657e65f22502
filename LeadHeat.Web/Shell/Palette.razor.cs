using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Wording;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Shell;

/// <summary>Ctrl K: goes to a page or a lead by a few letters of it. Opening, moving and choosing are palette.js's.</summary>
public sealed partial class Palette : IDisposable
{
    private const int MostLeads = 8;
    private const int ShortestWord = 2;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(120);

    private string? _note;
    private IReadOnlyList<Choice> _choices = [.. Pages("")];
    private CancellationTokenSource _asking = new();

    [Inject]
    private LeadHeatClient Api { get; init; } = null!;

    [Inject]
    private TimeProvider Clock { get; init; } = null!;

    public void Dispose()
    {
        _asking.Cancel();
        _asking.Dispose();
    }

    private async Task AskAsync(ChangeEventArgs change)
    {
        _asking.Cancel();
        _asking.Dispose();
        _asking = new CancellationTokenSource();
        var asked = (change.Value as string ?? "").Trim();
        (_choices, _note) = ([.. Pages(asked)], null);
        if (asked.Length >= ShortestWord)
            await FindLeadsAsync(asked, _asking.Token);
    }

    private async Task FindLeadsAsync(string text, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Pause, Clock, cancellationToken);
            var page = await Api.GetLeadsAsync(new LeadQuery(Text: text, Limit: MostLeads), cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            _choices = [.. _choices, .. page.Items.Select(Lead)];
            _note = _choices.Count == 0 ? "Nothing has this name, number or address." : null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // More was typed: what it brings is shown instead.
        }
        catch (LeadHeatException refused)
        {
            _note = refused.Title;
        }
    }

    private static IEnumerable<Choice> Pages(string text) => Place.All
        .Where(place => place.Title.Contains(text, StringComparison.OrdinalIgnoreCase))
        .Select(place => new Choice(place.Href, place.Title, place.Icon, ""));

    private static Choice Lead(LeadRow lead) => new($"/inbox?lead={lead.Id}", lead.Name, "person", string.Join(" · ", new[] { Say.Status(lead.Status), lead.Wants, lead.City }.OfType<string>()));

    private sealed record Choice(string Href, string Title, string Icon, string Note);
}
