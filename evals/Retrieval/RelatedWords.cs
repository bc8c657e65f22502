using LeadHeat.Core.Retrieval;

namespace LeadHeat.Evals.Retrieval;

/// <summary>The related words that the set-up writes; search is asked with them, as it is used.</summary>
internal static class RelatedWords
{
    private static readonly string Home = Path.Combine(AppContext.BaseDirectory, "related.txt");

    public static readonly WordVectors Vectors = new(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "words.bin")));

    public static readonly Thesaurus Thesaurus = File.Exists(Home) ? new(File.ReadAllBytes(Home)) : Thesaurus.None;
}
