using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Uploads;

/// <summary>Reads cells as the language layer reads a visitor's answer to the question for that field; what comes often is read once.</summary>
internal sealed class FactCells(Playbook playbook)
{
    private const int MostKept = 4096;

    private readonly Dictionary<(string Field, string? City, string Text, DateOnly Day), FoundValue?> _read = [];

    /// <summary>The value of a field; null when the text is none.</summary>
    /// <param name="at">What "next month" counts from.</param>
    public FoundValue? Understand(string field, string text, string? city, DateTimeOffset at)
    {
        // Only a time means something else on another day.
        var key = (field, city, text, field == FactFields.Timeline ? DateOnly.FromDateTime(at.UtcDateTime) : default);
        if (_read.TryGetValue(key, out var known))
            return known;
        if (_read.Count == MostKept)
            _read.Clear();
        var found = Language.Understand(text, playbook, Asked(field), Known(city, at), at).Find(field);
        return _read[key] = found is { Value.IsEmpty: false } ? found : null;
    }

    /// <summary>The address, when all of the text is one.</summary>
    public string? Email(string text)
    {
        var scan = new Scan(text, playbook, Asked(FactFields.Email), [], default);
        EmailScanner.Run(scan);
        return scan.Find(FactFields.Email) is { Spans: [var span] } found && span.Length == text.Length ? found.Value.Text : null;
    }

    /// <summary>The number in E.164, when all digits of the text are one number.</summary>
    public string? Phone(string text, string? city)
    {
        // What a spreadsheet makes of a number without its plus sign.
        if (text.EndsWith(".0", StringComparison.Ordinal))
            text = text[..^2];
        var scan = new Scan(text, playbook, Asked(FactFields.Phone), Known(city, default), default);
        PhoneScanner.Run(scan);
        if (scan.Find(FactFields.Phone) is not { Spans: [var span] } found)
            return null;
        return text.AsSpan(0, span.Start).ContainsAnyInRange('0', '9') || text.AsSpan(span.End).ContainsAnyInRange('0', '9') ? null : found.Value.Text;
    }

    private static DialogueState Asked(string field) => DialogueState.Start with { LastAsked = field };

    private static IReadOnlyList<Fact> Known(string? city, DateTimeOffset at) =>
        city is null ? [] : [new(FactFields.City, new(Text: city), city, FactSource.Import, 1, at, [])];
}
