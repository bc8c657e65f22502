using LeadHeat.Core.Retrieval;

namespace LeadHeat.Api.Knowledge;

/// <summary>Which words are near in meaning, out of WordNet: the set-up writes the file that is read here (related.mjs). Without it search does with the tenant's own words.</summary>
internal static partial class RelatedWords
{
    public static Thesaurus Read(ILogger logger)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "related.txt");
        if (File.Exists(path))
            return new Thesaurus(File.ReadAllBytes(path));
        LogMissing(logger, path);
        return Thesaurus.None;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Search knows no related words: there is no {Path}")]
    private static partial void LogMissing(ILogger logger, string path);
}
