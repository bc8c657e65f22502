using System.Text.RegularExpressions;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Records;
using LeadHeat.Worker.Models;
using LeadHeat.Worker.Tools;

namespace LeadHeat.Worker.Agent;

/// <summary>
/// Reads every sentence of a hosted model before a visitor does, and takes out what no reply may carry, whoever talked the model into
/// it: our instructions, markup and links, and contact details that are neither the visitor's nor our own.
/// </summary>
internal sealed partial class ReplyGuard(AgentTurn turn)
{
    public const string Name = "reply";

    private const string TellsInstructions = "Tells the bot's instructions";

    // So many words in a row are no chance any more; nor is a whole sentence of somewhat fewer.
    private const int WordsInARow = 6;
    private const int WordsOfASentence = 4;

    private static readonly HashSet<string> Instructions = [.. Runs(WordsOf(HostedPrompt.Instructions))];
    private static readonly string AllInstructions = $" {string.Join(' ', WordsOf(HostedPrompt.Instructions))} ";

    private static readonly string[] Tools =
        [ToolNames.NormalizeBudget, ToolNames.GeoMatch, ToolNames.InventorySearch, ToolNames.LeadScore, ToolNames.KnowledgeSearch, ToolBox.HandOver];

    private string? _known;

    /// <summary>Why a sentence must not be said; null when it may.</summary>
    public string? Fault(string sentence)
    {
        var words = WordsOf(sentence);
        if (Tools.Any(tool => sentence.Contains(tool, StringComparison.OrdinalIgnoreCase)) || Runs(words).Any(Instructions.Contains)
            || (words.Length >= WordsOfASentence && AllInstructions.Contains($" {string.Join(' ', words)} ", StringComparison.Ordinal)))
        {
            return TellsInstructions;
        }

        if (Markup().IsMatch(sentence))
            return "Carries markup or a link";
        foreach (Match detail in ContactDetail().Matches(sentence))
        {
            if (!Known.Contains(Digest(detail.Value), StringComparison.Ordinal))
                return "Names contact details that nobody gave";
        }

        return null;
    }

    /// <summary>A sentence that may be said, or nothing with the reason on record.</summary>
    /// <exception cref="ModelFailure">The model tells its instructions: nothing that it says now is meant for a visitor.</exception>
    public string Pass(string sentence)
    {
        if (Fault(sentence) is not { } why)
            return sentence;
        turn.Log.Add(new RecordedVerdict(Name, why == TellsInstructions ? "refused" : "removed", sentence.Trim(), why));
        return why == TellsInstructions ? throw new ModelFailure(ModelFailure.BadAnswer) : "";
    }

    /// <summary>All that the visitor wrote, what is known of him, and what stands in our own documents; not what somebody wrote into a unit.</summary>
    private string Known
    {
        get
        {
            var found = string.Concat(turn.Log.Tools.Where(tool => tool.Ok && tool.Call.Name == ToolNames.KnowledgeSearch).Select(tool => ToolJson.Write(tool.Result)));
            return (_known ??= Digest(string.Join(
                '\n', turn.Context.History.Where(message => message.Author != MessageAuthor.Bot).Select(message => message.Text)
                    .Append(turn.Context.Text).Concat(turn.Planned.Facts.Select(fact => fact.Display + "\n" + fact.Value.Text))))) + Digest(found);
        }
    }

    // "+971 50-123" and "+97150123" are one number.
    private static string Digest(string text) => string.Concat(text.Where(letter => char.IsLetterOrDigit(letter) || letter is '@' or '.').Select(char.ToLowerInvariant));

    private static string[] WordsOf(string text) => [.. Word().Matches(text).Select(word => word.Value.ToLowerInvariant())];

    private static IEnumerable<string> Runs(string[] words)
    {
        for (var at = 0; at + WordsInARow <= words.Length; at++)
            yield return string.Join(' ', words, at, WordsInARow);
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"<\s*[a-z!/?]|\]\(|javascript:|data:[a-z]+/|https?:|www\.|&#", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Markup();

    [GeneratedRegex(@"[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+|\+\d[\d\s().-]{6,18}\d|(?<![\d.,])(?:\d[\s().-]?){9,14}\d(?![\d.,]\d)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ContactDetail();
}
