using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Knowledge;

/// <summary>Says of a collection that its vectors have to be made anew, which it offers, or how far that is.</summary>
public sealed partial class IndexingNote
{
    private bool _asked;

    [Parameter, EditorRequired]
    public CollectionIndexing Collection { get; set; } = null!;

    [Parameter]
    public EventCallback Changed { get; set; }

    [Inject]
    private LeadHeatClient Api { get; init; } = null!;

    [Inject]
    private Notices Notices { get; init; } = null!;

    private async Task ReindexAsync()
    {
        _asked = true;
        try
        {
            var state = await Api.ReindexAsync(Collection.Collection);
            Notices.Say(state.State == IndexingState.Ready ? $"The search in {Collection.Collection} is built." : $"The search in {Collection.Collection} is being built.");
            await Changed.InvokeAsync();
        }
        catch (LeadHeatException refused)
        {
            Notices.Fail($"Not built anew: {refused.Message}");
        }
        finally
        {
            _asked = false;
        }
    }
}
