using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace LeadHeat.Web.Knowledge;

/// <summary>Imports a file into a collection.</summary>
public sealed partial class DocumentUpload
{
    private const long MostBytes = 10 * 1024 * 1024;

    private IBrowserFile? _file;
    private string? _collection;
    private string? _category;
    private string? _refused;
    private bool _sending;

    // A new input after each import, so that the same file can be chosen again.
    private int _round;

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

    private async Task SendAsync()
    {
        if (_file is not { } file || string.IsNullOrWhiteSpace(_collection) || string.IsNullOrWhiteSpace(_category))
            return;
        (_sending, _refused) = (true, null);
        try
        {
            if (file.Size > MostBytes)
            {
                _refused = "A file has at most 10 MB.";
                return;
            }

            await using var content = file.OpenReadStream(MostBytes);
            var document = await Api.AddDocumentAsync(_collection.Trim(), _category.Trim(), file.Name, content);
            (_file, _round) = (null, _round + 1);
            await Added.InvokeAsync(document);
        }
        catch (LeadHeatException refused)
        {
            _refused = refused.Errors.Values.SelectMany(messages => messages).FirstOrDefault() ?? refused.Message;
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
