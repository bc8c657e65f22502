using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Knowledge;

/// <summary>Says of a collection that it has to be re-indexed, which it offers, or how far it is.</summary>
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
            Notices.Say(state.State == IndexingState.Ready ? $"{Collection.Collection} is indexed." : $"{Collection.Collection} is being indexed.");
            await Changed.InvokeAsync();
        }
        catch (LeadHeatException refused)
        {
            Notices.Fail($"Not re-indexed: {refused.Message}");
        }
        finally
        {
            _asked = false;
        }
    }
}
