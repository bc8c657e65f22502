using System.Text;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Scoring;

/// <summary>
/// Fills a next step's template: <c>{who}</c> a name or "them", <c>{match}</c> the best unit, <c>{missing}</c> the fact that would bring most;
/// <c>{?phone}</c> writes nothing and asks that the fact be known. What is agreed on with the lead comes before all templates: nobody offers again what is booked.
/// </summary>
internal static class NextStepWriter
{
    public static string Write(IReadOnlyList<string> templates, ScoringInput input, IReadOnlyList<MissingFact> missing)
    {
        if (input.Dialogue?.Agreed is { } agreed)
            return agreed;
        foreach (var template in templates)
        {
            if (Fill(template, input, missing) is { } text)
                return text;
        }
        return templates[^1];
    }

    private static string? Fill(string template, ScoringInput input, IReadOnlyList<MissingFact> missing)
    {
        var text = new StringBuilder(template.Length + 40);
        var rest = template.AsSpan();
        while (rest.IndexOf('{') is var open and >= 0 && rest[open..].IndexOf('}') is var length and > 0)
        {
            text.Append(rest[..open]);
            if (ValueOf(rest.Slice(open + 1, length - 1), input, missing) is not { } value)
                return null;
            text.Append(value);
            rest = rest[(open + length + 1)..];
        }
        return text.Append(rest).ToString();
    }

    private static string? ValueOf(ReadOnlySpan<char> word, ScoringInput input, IReadOnlyList<MissingFact> missing) => word switch
    {
        "who" => input.Find(FactFields.Name)?.Display ?? "them",
        "match" => input.Matches.Count > 0 ? input.Matches[0].Title : null,
        "missing" => missing.Count > 0 ? missing[0].Field.Replace('_', ' ') : null,
        ['?', .. var field] => input.Find(field.ToString()) is null ? null : "",
        _ => input.Find(word.ToString())?.Display,
    };
}
