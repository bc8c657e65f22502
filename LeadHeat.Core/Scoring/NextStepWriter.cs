using System.Runtime.CompilerServices;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;

namespace LeadHeat.Core.Scoring;

/// <summary>
/// Fills a next step's template: <c>{who}</c> a name or "them", <c>{match}</c> the best unit, <c>{missing}</c> the fact that would bring most;
/// <c>{?phone}</c> writes nothing and asks that the fact be known. What is agreed on with the lead comes before all templates: nobody offers again what is booked.
/// Templates are taken apart once for a card.
/// </summary>
internal sealed class NextStepWriter(IReadOnlyDictionary<Heat, IReadOnlyList<string>> templates)
{
    private readonly Dictionary<Heat, Part[][]> _templates = templates.ToDictionary(heat => heat.Key, heat => heat.Value.Select(PartsOf).ToArray());

    public string Write(Heat heat, ScoringInput input, List<MissingFact> missing)
    {
        if (input.Dialogue?.Agreed is { } agreed)
            return agreed;
        foreach (var template in _templates[heat])
        {
            if (Fill(template, input, missing) is { } text)
                return text;
        }
        return templates[heat][^1];
    }

    private static string? Fill(Part[] template, ScoringInput input, List<MissingFact> missing)
    {
        if (template is [{ Word: null, Text: var whole }])
            return whole;
        var text = new DefaultInterpolatedStringHandler(0, 0, null, stackalloc char[256]);
        foreach (var part in template)
        {
            if (part.Word is null)
                text.AppendLiteral(part.Text);
            else if (ValueOf(part.Word, input, missing) is { } value)
                text.AppendLiteral(value);
            else
            {
                text.Clear();
                return null;
            }
        }
        return text.ToStringAndClear();
    }

    private static string? ValueOf(string word, ScoringInput input, List<MissingFact> missing) => word switch
    {
        "who" => input.Find(FactFields.Name)?.Display ?? "them",
        "match" => input.Matches.Count > 0 ? input.Matches[0].Title : null,
        "missing" => missing.Count > 0 ? InWords(MissingFacts.Sum(missing)[0].Field) : null,
        ['?', .. var field] => input.Find(field) is null ? null : "",
        _ => input.Find(word)?.Display,
    };

    /// <summary>A field as one asks for it: what every business may ask for has words of its own, what only one asks for is called as it calls it.</summary>
    internal static string InWords(string field) => field switch
    {
        FactFields.Name => "a name",
        FactFields.Email => "an e-mail address",
        FactFields.Phone => "a phone number",
        FactFields.Areas => "the area",
        FactFields.PropertyType => "the type of home",
        FactFields.Beds => "the number of bedrooms",
        FactFields.Timeline => "the timing",
        FactFields.PreApproved => "how it is financed",
        _ => $"the {field.Replace('_', ' ')}",
    };

    // "Call {who} today" is "Call ", the word "who", and " today".
    private static Part[] PartsOf(string template)
    {
        List<Part> parts = [];
        var rest = template.AsSpan();
        while (rest.IndexOf('{') is var open and >= 0 && rest[open..].IndexOf('}') is var length and > 0)
        {
            if (open > 0)
                parts.Add(new(rest[..open].ToString(), null));
            parts.Add(new("", rest.Slice(open + 1, length - 1).ToString()));
            rest = rest[(open + length + 1)..];
        }
        if (rest.Length > 0 || parts.Count == 0)
            parts.Add(new(rest.ToString(), null));
        return [.. parts];
    }

    private readonly record struct Part(string Text, string? Word);
}
