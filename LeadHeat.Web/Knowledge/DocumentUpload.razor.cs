using System.Text.RegularExpressions;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace LeadHeat.Web.Knowledge;

/// <summary>Imports a file into a collection.</summary>
public sealed partial class DocumentUpload
{
    private const long MostBytes = 10 * 1024 * 1024;

    private static readonly HashSet<string> Kinds = new([".md", ".markdown", ".txt", ".pdf"], StringComparer.OrdinalIgnoreCase);

    private IBrowserFile? _file;
    private string? _collection;
    private string? _category;
    private string? _refused;
    private bool _sending;
    private int _percent;

    /// <summary>The collection that is looked at.</summary>
    [Parameter]
    public string? Collection { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Collections { get; set; }

    [Parameter]
    public EventCallback<KnowledgeDocument> Added { get; set; }

    [Inject]
    private LeadHeatClient Api { get; init; } = null!;

    protected override void OnParametersSet() => _collection ??= Collection;

    // What would be refused anyway is said before anything is sent.
    private void Choose(IBrowserFile file)
    {
        _refused = !Kinds.Contains(Path.GetExtension(file.Name)) ? $"{file.Name} is no Markdown, text or PDF file."
            : file.Size == 0 ? $"{file.Name} is empty."
            : file.Size > MostBytes ? $"{file.Name} has more than 10 MB. Please split it."
            : null;
        _file = _refused is null ? file : null;
    }

    /// <summary>A name as collections and categories have them: "Price Lists" is <c>price-lists</c>.</summary>
    internal static string NameOf(string? written) =>
        string.Join('-', Words().Matches((written ?? "").ToLowerInvariant()).Select(word => word.Value));

    [GeneratedRegex("[a-z0-9]+")]
    private static partial Regex Words();

    private Task ShowAsync(int percent) => InvokeAsync(() =>
    {
        _percent = percent;
        StateHasChanged();
    });

    private async Task SendAsync()
    {
        if (_file is not { } file || string.IsNullOrWhiteSpace(_collection) || string.IsNullOrWhiteSpace(_category))
            return;
        (_sending, _percent, _refused) = (true, 0, null);
        try
        {
            await using var content = new CountedStream(file.OpenReadStream(MostBytes), file.Size, ShowAsync);
            var document = await Api.AddDocumentAsync(_collection.Trim(), _category.Trim(), file.Name, content);
            _file = null;
            await Added.InvokeAsync(document);
        }
        catch (LeadHeatException refused)
        {
            _refused = refused.Why;
        }
        catch (IOException)
        {
            _refused = "The file could not be read to its end. Please choose it again.";
        }
        finally
        {
            _sending = false;
        }
    }
}
