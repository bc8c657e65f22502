using System.Globalization;
using System.Text.Json.Nodes;
using LeadHeat.Core.Scoring;
using LeadHeat.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Scoring;

/// <summary>A scorecard's rules in a salesperson's words, with their weights and what is wrong with them.</summary>
public sealed partial class CardEditor
{
    private static readonly (string Key, string Title, string Step)[] DecayParts = [("afterDays", "Quiet days before", "1"), ("perDay", "Points a day after", "0.1"), ("most", "At most", "1")];

    private bool _broken;
    private int _added;

    [Parameter, EditorRequired]
    public required CardDraft Draft { get; set; }

    [Parameter]
    public bool Editable { get; set; }

    [Parameter]
    public CardCheck? Check { get; set; }

    [Parameter]
    public EventCallback Changed { get; set; }

    [Inject]
    private Notices Notices { get; init; } = null!;

    private Task RemoveAsync(JsonObject rule)
    {
        var (draft, place) = (Draft, Draft.Remove(rule));
        Notices.SayUndo($"{rule["title"]} is taken out.", () =>
        {
            if (draft != Draft)
                return Task.CompletedTask;
            draft.Add(rule, place);
            return Changed.InvokeAsync();
        });
        return Changed.InvokeAsync();
    }

    private Task AddAsync(ChangeEventArgs change)
    {
        if (OfferedRules.Find(change.Value as string) is not { } rule)
            return Task.CompletedTask;
        _added++;
        Draft.Add(rule);
        return Changed.InvokeAsync();
    }

    private Task TakesAsync(bool takes)
    {
        Draft.SetDecay(takes);
        return Changed.InvokeAsync();
    }

    private Task DecayAsync(JsonObject decay, string name, ChangeEventArgs change)
    {
        if (!decimal.TryParse(change.Value as string, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return Task.CompletedTask;
        decay[name] = number;
        return Changed.InvokeAsync();
    }

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
