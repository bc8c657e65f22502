using LeadHeat.Core.Conversations;
using LeadHeat.Core.Evals;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Shell;
using LeadHeat.Web.Wording;
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

    /// <summary>Where a fact is from: the visitor's words where they are others than the fact's, or who set it.</summary>
    private static string? From(Fact fact) => fact switch
    {
        { Evidence: [var words, ..] } => string.Equals(words.Quote, fact.Display, StringComparison.OrdinalIgnoreCase) ? null : $"“{words.Quote}”",
        _ => Say.SetBy(fact.SetBy),
    };

    private void Close() => _editing = null;

    private async Task SaveAsync(string field, string text)
    {
        var before = State.Detail!.Facts.FirstOrDefault(fact => fact.Field == field);
        try
        {
            await State.SetFactAsync(field, text);
            _editing = null;
            // What the bot got wrong is worth keeping; what a form or a person had set is not.
            if (before is null or { SetBy: FactSource.Bot } && State.Transcript.Messages.Any(message => message.Author == MessageAuthor.Visitor))
                Notices.SayOffer($"{Say.Field(field)} is put right.", "Keep as a test case", () => KeepAsync(field, before?.Display));
        }
        catch (LeadHeatException refused)
        {
            Notices.Fail($"Not saved: {refused.Message}");
        }

        await Changed.InvokeAsync();
    }

    private async Task KeepAsync(string field, string? found)
    {
        try
        {
            await State.KeepAsync(new KeepCase(field, Found: found));
            Notices.Say("Kept as a test case.");
        }
        catch (LeadHeatException refused)
        {
            Notices.Fail($"Not kept: {refused.Message}");
        }
    }
}
