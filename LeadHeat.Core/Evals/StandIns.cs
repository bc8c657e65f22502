using System.Text.RegularExpressions;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Evals;

/// <summary>Made-up contact details for a visitor's own: a case may be read by anybody.</summary>
internal sealed partial class StandIns
{
    /// <summary>The fields that say who somebody is.</summary>
    public static readonly HashSet<string> Fields = [FactFields.Name, FactFields.Email, FactFields.Phone];

    private static readonly Dictionary<string, string> MadeUp = new()
    {
        [FactFields.Name] = "Asha Rao",
        [FactFields.Email] = "asha.rao@example.com",
        [FactFields.Phone] = "+919845012345",
    };

    private readonly Dictionary<string, string> _standIns = new(StringComparer.OrdinalIgnoreCase);

    public static StandIns Of(IReadOnlyList<Fact> known, IReadOnlyList<string> messages, Playbook playbook, DateTimeOffset at)
    {
        var standIns = new StandIns();
        foreach (var fact in known.Where(fact => Fields.Contains(fact.Field)))
        {
            foreach (var form in fact.Evidence.Select(evidence => evidence.Quote).Append(fact.Value.Text).Append(fact.Display))
                standIns.Add(fact.Field, form);
        }
        foreach (var message in messages)
        {
            var understood = Language.Understand(message, playbook, DialogueState.Start, known, at);
            foreach (var value in understood.Values.Where(value => Fields.Contains(value.Field)))
            {
                foreach (var span in value.Spans)
                    standIns.Add(value.Field, span.Of(understood.Text));
            }
        }
        return standIns;
    }

    public string Hide(string text)
    {
        // Longer details first: a name may be a part of an e-mail.
        foreach (var (detail, standIn) in _standIns.OrderByDescending(pair => pair.Key.Length).ThenBy(pair => pair.Key, StringComparer.Ordinal))
            text = Regex.Replace(text, $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(detail)}(?![\p{{L}}\p{{N}}])", standIn, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        text = Email().Replace(text, MadeUp[FactFields.Email]);
        return Phone().Replace(text, MadeUp[FactFields.Phone]);
    }

    private void Add(string field, string? detail)
    {
        if (!string.IsNullOrWhiteSpace(detail))
            _standIns.TryAdd(detail.Trim(), MadeUp[field]);
    }

    [GeneratedRegex(@"[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Email();

    // With a plus, or ten digits and more: "20000000" and "1,50,00,000" are amounts.
    [GeneratedRegex(@"\+\d[\d\s().-]{6,18}\d|(?<![\d.,])(?:\d[\s().-]?){9,14}\d(?![\d.,]\d)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Phone();
}
