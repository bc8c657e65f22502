using System.Text.RegularExpressions;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Records;
using LeadHeat.Worker.Tools;

namespace LeadHeat.Worker.Agent;

/// <summary>
/// Reads every sentence of a hosted model before a visitor does, and takes out what no reply may carry, whoever talked the model into
/// it: our instructions, markup and links, and contact details that are neither the visitor's nor in what the tools found.
/// </summary>
internal sealed partial class ReplyGuard(AgentTurn turn)
{
    public const string Name = "reply";

    // So many words in a row are no chance any more.
    private const int WordsInARow = 7;

    private static readonly HashSet<string> Instructions = [.. Runs(HostedPrompt.Instructions)];

    private static readonly string[] Tools =
        [ToolNames.NormalizeBudget, ToolNames.GeoMatch, ToolNames.InventorySearch, ToolNames.LeadScore, ToolNames.KnowledgeSearch, ToolBox.HandOver];

    private string? _known;

    /// <summary>Why a sentence must not be said; null when it may.</summary>
    public string? Fault(string sentence)
    {
        if (Tools.Any(tool => sentence.Contains(tool, StringComparison.OrdinalIgnoreCase)) || Runs(sentence).Any(Instructions.Contains))
            return "Tells the bot's instructions";
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
    public string Pass(string sentence)
    {
        if (Fault(sentence) is not { } why)
            return sentence;
        turn.Log.Add(new RecordedVerdict(Name, "removed", sentence.Trim(), why));
        return "";
    }

    /// <summary>All that the visitor wrote, what is known of him, and what the tools found so far.</summary>
    private string Known
    {
        get
        {
            var found = string.Concat(turn.Log.Tools.Where(tool => tool.Ok).Select(tool => ToolJson.Write(tool.Result)));
            return (_known ??= Digest(string.Join(
                '\n', turn.Context.History.Where(message => message.Author != MessageAuthor.Bot).Select(message => message.Text)
                    .Append(turn.Context.Text).Concat(turn.Planned.Facts.Select(fact => fact.Display + "\n" + fact.Value.Text))))) + Digest(found);
        }
    }

    // "+971 50-123" and "+97150123" are one number.
    private static string Digest(string text) => string.Concat(text.Where(letter => char.IsLetterOrDigit(letter) || letter is '@' or '.').Select(char.ToLowerInvariant));

    private static IEnumerable<string> Runs(string text)
    {
        var words = Word().Matches(text).Select(word => word.Value.ToLowerInvariant()).ToArray();
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
