using System.Text.RegularExpressions;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Worker.Models;

/// <summary>
/// Puts placeholders, <c>[email]</c>, in the place of a visitor's contact details, and back. Details are those that are known of the
/// lead, those that were understood in the message, and whatever else looks like an e-mail or a phone number.
/// </summary>
internal sealed partial class Redaction
{
    private const int ShortestNamePart = 3;

    private static readonly string[] Contacts = [FactFields.Name, FactFields.Email, FactFields.Phone];

    private readonly Dictionary<string, string> _placeholders = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _nameParts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _details = new(StringComparer.OrdinalIgnoreCase);

    public static Redaction Of(PlannedTurn turn)
    {
        var redaction = new Redaction();
        redaction.AddFound(turn.Understood);
        // What was corrected since is no fact any more, and stands in the history all the same.
        foreach (var message in turn.Context.History.Where(message => message.Author == MessageAuthor.Visitor))
            redaction.AddFound(Language.Understand(message.Text, turn.Playbook, DialogueState.Start, [], message.At));
        foreach (var fact in turn.Facts.Where(fact => Contacts.Contains(fact.Field)))
            foreach (var form in fact.Evidence.Select(evidence => evidence.Quote).Append(fact.Value.Text).Append(fact.Display))
                redaction.Add(fact.Field, form);
        redaction.AddNameParts();
        return redaction;
    }

    public string Hide(string text)
    {
        // Longer details first: a name may be a part of an e-mail.
        foreach (var detail in _placeholders.Keys.OrderByDescending(detail => detail.Length))
            text = Whole(detail, RegexOptions.IgnoreCase).Replace(text, _ => _placeholders[detail]);
        foreach (var (part, placeholder) in _nameParts)
            text = Whole(part, RegexOptions.None).Replace(text, placeholder);
        text = Email().Replace(text, match => Add(FactFields.Email, match.Value));
        return Phone().Replace(text, match => Add(FactFields.Phone, match.Value));
    }

    public string Restore(string text) => Placeholder().Replace(text, match => _details.GetValueOrDefault(match.Value, match.Value));

    private void AddFound(Understood understood)
    {
        foreach (var found in understood.Values.Where(value => Contacts.Contains(value.Field)))
            foreach (var span in found.Spans)
                Add(found.Field, span.Of(understood.Text));
    }

    // "Thanks, Asha", where "Asha Rao" is known. As written: "may" is a month more often than a person.
    private void AddNameParts()
    {
        foreach (var name in _placeholders.Where(pair => pair.Value.StartsWith("[" + FactFields.Name, StringComparison.Ordinal)).Select(pair => pair.Key).ToArray())
        {
            foreach (var part in name.Split((char[])[' ', '.', '-'], StringSplitOptions.RemoveEmptyEntries))
            {
                if (part.Length < ShortestNamePart || !char.IsUpper(part[0]) || _placeholders.ContainsKey(part) || _nameParts.ContainsKey(part))
                    continue;
                _nameParts[part] = NewPlaceholder(FactFields.Name);
                _details[_nameParts[part]] = part;
            }
        }
    }

    private string NewPlaceholder(string field)
    {
        var number = _details.Keys.Count(other => other.StartsWith('[' + field, StringComparison.Ordinal));
        return number == 0 ? $"[{field}]" : $"[{field}-{number + 1}]";
    }

    private string Add(string field, string? detail)
    {
        if (string.IsNullOrWhiteSpace(detail))
            return "";
        if (_placeholders.TryGetValue(detail, out var known))
            return known;
        var placeholder = NewPlaceholder(field);
        _placeholders[detail] = placeholder;
        _details[placeholder] = detail;
        return placeholder;
    }

    private static Regex Whole(string detail, RegexOptions options) =>
        new($@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(detail)}(?![\p{{L}}\p{{N}}])", options | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Email();

    // With a plus, or ten digits and more: "20000000" and "1,50,00,000" are amounts.
    [GeneratedRegex(@"\+\d[\d\s().-]{6,18}\d|(?<![\d.,])(?:\d[\s().-]?){9,14}\d(?![\d.,]\d)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\[(?:name|email|phone)(?:-\d+)?\]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Placeholder();
}
