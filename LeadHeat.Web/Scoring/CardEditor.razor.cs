using LeadHeat.Core.Scoring;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Scoring;

/// <summary>A scorecard's rules in a salesperson's words, with their weights and what is wrong with them.</summary>
public sealed partial class CardEditor
{
    private bool _broken;

    [Parameter, EditorRequired]
    public required CardDraft Draft { get; set; }

    [Parameter]
    public bool Editable { get; set; }

    [Parameter]
    public CardCheck? Check { get; set; }

    [Parameter]
    public EventCallback Changed { get; set; }

    private Task WeighAsync(string id, ChangeEventArgs change) => SetAsync(change, points => Draft.SetMax(id, points));

    private Task BandAsync(string band, ChangeEventArgs change) => SetAsync(change, from => Draft.SetBand(band, from));

    private Task QualifiedAsync(ChangeEventArgs change) => SetAsync(change, Draft.SetQualified);

    private Task SetAsync(ChangeEventArgs change, Action<int> set)
    {
        if (!int.TryParse(change.Value as string, out var number))
            return Task.CompletedTask;
        set(number);
        return Changed.InvokeAsync();
    }

    private Task JsonAsync(ChangeEventArgs change)
    {
        _broken = !Draft.TryTake(change.Value as string ?? "");
        return _broken ? Task.CompletedTask : Changed.InvokeAsync();
    }

    private string GroupTitle(string id) => CardDraft.Text(Draft.Groups.FirstOrDefault(group => CardDraft.Text(group["id"]) == id)?["title"]) ?? id;
}
