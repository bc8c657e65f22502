using LeadHeat.Core.Facts;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Leads;

/// <summary>What is known of a lead, from which words, and the place to correct it.</summary>
public sealed partial class FactsPanel
{
    /// <summary>What one wants to know of everybody, in the order in which it is read.</summary>
    private static readonly string[] Wanted =
    [
        FactFields.Name, FactFields.Email, FactFields.Phone, FactFields.City, FactFields.Areas, FactFields.PropertyType,
        FactFields.Beds, FactFields.Budget, FactFields.Timeline, FactFields.PreApproved,
    ];

    private string? _editing;

    [Parameter, EditorRequired]
    public required LeadState State { get; set; }

    [Parameter]
    public EventCallback Changed { get; set; }

    [Parameter]
    public EventCallback<IReadOnlyList<Evidence>> Lit { get; set; }

    [Inject]
    private Notices Notices { get; init; } = null!;

    private List<string> Missing => [.. Wanted.Where(wanted => wanted != _editing && State.Detail!.Facts.All(fact => fact.Field != wanted))];

    private IEnumerable<Fact> Known =>
        State.Detail!.Facts.OrderBy(fact => Array.IndexOf(Wanted, fact.Field) is var at && at < 0 ? Wanted.Length : at);

    private void Close() => _editing = null;

    private async Task SaveAsync(string field, string text)
    {
        try
        {
            await State.SetFactAsync(field, text);
            _editing = null;
        }
        catch (LeadHeatException refused)
        {
            Notices.Fail($"Not saved: {refused.Message}");
        }

        await Changed.InvokeAsync();
    }
}
