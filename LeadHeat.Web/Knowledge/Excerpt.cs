using System.Globalization;
using LeadHeat.Core.Knowledge;

namespace LeadHeat.Web.Knowledge;

/// <summary>A passage that was found, as people read it: without the signs of its document, with the question's words lit.</summary>
internal static class Excerpt
{
    /// <summary>
    /// What the passage states, and behind it the line of customers' questions where a word of the question stands in it: then it says why the
    /// passage was found.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<IReadOnlyList<MarkdownBlock>>> Of(KnowledgeHit hit, string question)
    {
        MarkdownSpan[] asked = [.. AskedWords.In(hit.Text, question).Select(word => new MarkdownSpan(word.Start, word.Length))];
        var groups = MarkdownBlocks.Grouped(IsMarkdown(hit.Source) ? MarkdownBlocks.Read(hit.Text) : MarkdownBlocks.Plain(hit.Text), asked);
        var parts = groups.ToLookup(group => group[0].Kind == BlockKind.Asked);
        return [.. new[] { parts[false], parts[true].Where(HasLit) }.Select(part => part.ToList()).Where(part => part.Count > 0)];
    }

    /// <summary>How much of the passage, from its beginning, is lit in its document: not the questions at its end.</summary>
    public static int Stated(KnowledgeHit hit) => AskedAs.Blanked(hit.Text).TrimEnd().Length is > 0 and var length ? length : hit.Length;

    /// <summary>What found the passage.</summary>
    public static string FoundBy(KnowledgeHit hit) => hit.Parts switch
    {
        { Bm25: not null, Vector: not null } => "by words and meaning",
        { Bm25: not null } => "by words",
        _ => "by meaning",
    };

    /// <summary>How well it fits, in figures that can be compared within the list.</summary>
    public static string Figures(KnowledgeHit hit)
    {
        List<string> parts = [];
        if (hit.Parts.Bm25 is { } words)
            parts.Add("words " + words.ToString("0.0", CultureInfo.InvariantCulture));
        if (hit.Parts.Vector is { } meaning)
            parts.Add("meaning " + meaning.ToString("0.00", CultureInfo.InvariantCulture));
        return string.Join(", ", parts);
    }

    private static bool HasLit(IReadOnlyList<MarkdownBlock> group) => group[0].Runs.Any(run => run.Lit);

    private static bool IsMarkdown(string source) =>
        source.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || source.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);
}
