using System.Globalization;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;
using LeadHeat.Web.Shell;
using LeadHeat.Web.Wording;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Knowledge;

/// <summary>The documents that the bot answers from, and what it finds in them; question and filters are in the address.</summary>
public sealed partial class KnowledgePage
{
    private const int MostHits = 10;

    private readonly KnowledgeState _state = new();
    private string? _text;
    private string? _mode;

    [SupplyParameterFromQuery]
    private string? Q { get; set; }

    [SupplyParameterFromQuery]
    private string? Collection { get; set; }

    [SupplyParameterFromQuery]
    private string? Category { get; set; }

    [SupplyParameterFromQuery]
    private string? Mode { get; set; }

    [Inject]
    private NavigationManager Address { get; init; } = null!;

    protected override bool Concerns(LiveNews news) => news is { Kind: LiveNewsKind.Reload } or { Event.Kind: LiveEventKind.KnowledgeChanged };

    protected override Task RefreshAsync(CancellationToken cancellationToken) => LoadAsync();

    protected override Task OnParametersSetAsync()
    {
        (_text, _mode) = (Q, Mode ?? "");
        if (Take<KnowledgeSnapshot>() is not { } rendered)
            return LoadAsync();
        _state.Show(rendered);
        return Task.CompletedTask;
    }

    private async Task LoadAsync()
    {
        try
        {
            await Readings.ReadAsync(ReadAsync, read =>
            {
                _state.Show(read);
                Keep(read);
            });
        }
        catch (LeadHeatException refused)
        {
            _state.Fail(refused.Title);
        }
    }

    private async Task<KnowledgeSnapshot> ReadAsync()
    {
        var mode = Words.TryParse<SearchMode>(Mode, out var known) ? known : SearchMode.Hybrid;
        var answer = Q is null ? null : Api.SearchKnowledgeAsync(new(Q, Collection, Category, mode, MostHits, SearchFallback.Local));
        var documents = await Api.GetDocumentsAsync();
        return new(documents, answer is null ? null : (await answer).Hits);
    }

    private void Search() => Address.NavigateTo(Address.GetUriWithQueryParameters("/knowledge", new Dictionary<string, object?>
    {
        ["q"] = string.IsNullOrWhiteSpace(_text) ? null : _text.Trim(),
        ["mode"] = string.IsNullOrEmpty(_mode) ? null : _mode,
        ["collection"] = Collection,
        ["category"] = Category,
    }));

    private string To(string? collection, string? category) => Address.GetUriWithQueryParameters("/knowledge", new Dictionary<string, object?>
    {
        ["q"] = Q, ["mode"] = Mode, ["collection"] = collection, ["category"] = category,
    });

    private Task AddedAsync(KnowledgeDocument document)
    {
        Notices.Say($"{document.Title} can be asked now: {Say.Plural(document.Chunks, "passage")}.");
        return LoadAsync();
    }

    private async Task RemoveAsync(KnowledgeDocument document)
    {
        try
        {
            await Readings.ChangeAsync(async () =>
            {
                await Api.DeleteDocumentAsync(document.Id);
                _state.Forget(document.Id);
            });
            Notices.SayUndo($"{document.Title} is removed.", () => RestoreAsync(document));
        }
        catch (LeadHeatException refused)
        {
            Notices.Fail($"Not removed: {refused.Message}");
        }
    }

    private async Task RestoreAsync(KnowledgeDocument document)
    {
        try
        {
            await Api.RestoreDocumentAsync(document.Id);
            await LoadAsync();
            StateHasChanged();
        }
        catch (LeadHeatException refused)
        {
            Notices.Fail($"Not restored: {refused.Message}");
        }
    }
}
