using System.Globalization;
using System.Net;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Leads;
using LeadHeat.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Knowledge;

/// <summary>A document's text, with the words lit that were cited. Of Markdown headings, lists and emphasis are shown; whatever else stands in it is text.</summary>
public sealed partial class DocumentPage
{
    // What is longer is a book, and shown as it is written.
    private const int LongestMarkdown = 200_000;

    private KnowledgeText? _found;
    private string? _fault;
    private bool _unknown;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery]
    private int? Start { get; set; }

    [SupplyParameterFromQuery]
    private int? Length { get; set; }

    [Inject]
    private LeadHeatClient Api { get; init; } = null!;

    [Inject]
    private Handover Handover { get; init; } = null!;

    private IReadOnlyList<IReadOnlyList<MarkdownBlock>>? Blocks { get; set; }

    private int? Cited { get; set; }

    private IReadOnlyList<TextPart> Parts => TextParts.Cut(
        _found!.Text, Start is >= 0 and var start && Length is > 0 and var length ? [new Evidence(Id, start, Math.Min(length, _found.Text.Length), "")] : []);

    /// <summary>Where a document opens, at these words where some are given.</summary>
    public static string Address(Guid id, int? start = null, int? length = null) => start is null
        ? $"/knowledge/{id}" : string.Create(CultureInfo.InvariantCulture, $"/knowledge/{id}?start={start}&length={length}#cited");

    protected override async Task OnParametersSetAsync()
    {
        if (_found?.Document.Id != Id)
        {
            _found = Handover.Take<KnowledgeText>();
            if (_found?.Document.Id != Id)
                await LoadAsync();
        }
        Read();
    }

    private void Read()
    {
        Blocks = _found is { Document.MediaType: "text/markdown", Text.Length: <= LongestMarkdown }
            ? MarkdownBlocks.Grouped(MarkdownBlocks.WithoutTitle(MarkdownBlocks.Read(_found.Text), _found.Document.Title, Start ?? 0), new MarkdownSpan(Start ?? 0, Math.Clamp(Length ?? 0, 0, _found.Text.Length))) : null;
        Cited = Blocks?.SelectMany(group => group).SelectMany(block => block.Runs).Where(run => run.Lit).Select(run => (int?)run.Start).FirstOrDefault();
    }

    private async Task RetryAsync()
    {
        await LoadAsync();
        Read();
    }

    private async Task LoadAsync()
    {
        try
        {
            _found = await Api.GetDocumentAsync(Id);
            (_fault, _unknown) = (null, false);
            if (!RendererInfo.IsInteractive)
                Handover.Keep(_found);
        }
        catch (LeadHeatException refused)
        {
            (_found, _unknown, _fault) = (null, refused.Status == HttpStatusCode.NotFound, refused.Status == HttpStatusCode.NotFound ? null : refused.Title);
        }
    }
}
