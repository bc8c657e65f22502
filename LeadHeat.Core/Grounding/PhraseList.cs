using System.Buffers;

namespace LeadHeat.Core.Grounding;

/// <summary>Phrases that are looked for together, whatever their case. Most texts have none of them, which one pass tells.</summary>
internal sealed class PhraseList(params string[] all)
{
    private readonly SearchValues<string> _any = SearchValues.Create(all, StringComparison.OrdinalIgnoreCase);

    public IReadOnlyList<string> All => all;

    /// <summary>False when none of them stands anywhere in the text.</summary>
    public bool MayBeIn(ReadOnlySpan<char> text) => text.ContainsAny(_any);
}
