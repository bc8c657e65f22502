using System.Text.RegularExpressions;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;

namespace LeadHeat.Worker.Models;

/// <summary>
/// Puts placeholders, <c>[email]</c>, in the place of a visitor's contact details, and back. Details are those that are known of the
/// lead, those that were understood in the message, and whatever else looks like an e-mail or a phone number.
/// </summary>
internal sealed partial class Redaction
{
    private static readonly string[] Contacts = [FactFields.Name, FactFields.Email, FactFields.Phone];

    private readonly Dictionary<string, string> _placeholders = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _details = new(StringComparer.OrdinalIgnoreCase);

    public static Redaction Of(PlannedTurn turn)
    {
        var redaction = new Redaction();
        foreach (var found in turn.Understood.Values.Where(value => Contacts.Contains(value.Field)))
            foreach (var span in found.Spans)
                redaction.Add(found.Field, span.Of(turn.Understood.Text));
        foreach (var fact in turn.Facts.Where(fact => Contacts.Contains(fact.Field)))
            foreach (var form in fact.Evidence.Select(evidence => evidence.Quote).Append(fact.Value.Text).Append(fact.Display))
                redaction.Add(fact.Field, form);
        return redaction;
    }

    public string Hide(string text)
    {
        // Longer details first: a name may be a part of an e-mail.
        foreach (var detail in _placeholders.Keys.OrderByDescending(detail => detail.Length))
            text = Whole(detail).Replace(text, _ => _placeholders[detail]);
        text = Email().Replace(text, match => Add(FactFields.Email, match.Value));
        return Phone().Replace(text, match => Add(FactFields.Phone, match.Value));
    }

    public string Restore(string text) => Placeholder().Replace(text, match => _details.GetValueOrDefault(match.Value, match.Value));

    private string Add(string field, string? detail)
    {
        if (string.IsNullOrWhiteSpace(detail))
            return "";
        if (_placeholders.TryGetValue(detail, out var known))
            return known;
        var number = _details.Keys.Count(other => other.StartsWith('[' + field, StringComparison.Ordinal));
        var placeholder = number == 0 ? $"[{field}]" : $"[{field}-{number + 1}]";
        _placeholders[detail] = placeholder;
        _details[placeholder] = detail;
        return placeholder;
    }

    private static Regex Whole(string detail) =>
        new($@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(detail)}(?![\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Email();

    // With a plus, or ten digits and more: "20000000" and "1,50,00,000" are amounts.
    [GeneratedRegex(@"\+\d[\d\s().-]{6,18}\d|(?<![\d.,])(?:\d[\s().-]?){9,14}\d(?![\d.,]\d)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\[(?:name|email|phone)(?:-\d+)?\]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Placeholder();
}
