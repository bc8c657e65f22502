using System.Globalization;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Playground;

/// <summary>In what light messages are understood: a checked <see cref="UnderstandRequest"/> without its texts.</summary>
/// <param name="Now">What "next month" counts from.</param>
/// <param name="Region">The country of phone numbers without a country code; null for the playbook's.</param>
/// <param name="Asked">The field that was asked for; null when none was.</param>
public sealed record UnderstandQuestion(Playbook Playbook, DateTimeOffset Now, string? Region, string? Asked)
{
    /// <summary>Characters of one text.</summary>
    public const int LongestText = Language.Longest;

    /// <summary>Texts of one request.</summary>
    public const int MostTexts = 2_000;

    private const string Suffix = "_question";

    // What every business may be told, whether or not its playbook asks for it.
    private static readonly string[] Everywhere =
        [FactFields.Name, FactFields.Email, FactFields.Phone, FactFields.Budget, FactFields.Timeline, FactFields.City, FactFields.Areas];

    /// <summary>Understands one text in this light.</summary>
    public UnderstoodText Understand(string text)
    {
        var dialogue = Asked is null ? DialogueState.Start : DialogueState.Start with { LastAsked = Asked };
        return UnderstoodText.Of(Language.Understand(text, Playbook, dialogue, [], Now, Region), Playbook);
    }

    /// <summary>Checks a request.</summary>
    /// <param name="errors">Takes what is wrong, by field.</param>
    /// <returns>Null when anything is wrong.</returns>
    public static UnderstandQuestion? Read(UnderstandRequest request, PlaybookLibrary playbooks, DateTimeOffset now, IDictionary<string, string[]> errors)
    {
        CheckTexts(request, errors);
        if (request.Playbook is null || !playbooks.TryGet(request.Playbook, out var playbook))
        {
            errors["playbook"] = [$"'{request.Playbook}' is no playbook. There are: {string.Join(", ", playbooks.All.Select(known => known.Name))}."];
            return null;
        }
        if (!TryReadDate(request.ReferenceDate, ref now))
            errors["referenceDate"] = [$"'{request.ReferenceDate}' is no date. Write it as 2026-11-21 or 2026-11-21T10:00:00Z."];
        if (request.DefaultRegion is { } region && !IsRegion(region))
            errors["defaultRegion"] = [$"'{region}' is no country. Two letters of ISO 3166 are expected, such as IN or AE."];
        var known = Contexts(playbook);
        if (request.Context is { } context && !known.Contains(context))
            errors["context"] = [$"'{context}' is no question of this playbook. There are: {string.Join(", ", known)}."];
        return errors.Count > 0 ? null
            : new(playbook, now, request.DefaultRegion?.ToUpperInvariant(), request.Context?[..^Suffix.Length]);
    }

    /// <summary>The contexts of a playbook: each of its fields as a question.</summary>
    public static IReadOnlyList<string> Contexts(Playbook playbook) =>
        [.. playbook.Fields.Select(field => field.Name).Concat(Everywhere).Distinct().Select(name => name + Suffix)];

    private static void CheckTexts(UnderstandRequest request, IDictionary<string, string[]> errors)
    {
        if (request.Text is null == request.Texts is null)
            errors["text"] = ["Send either 'text', one message, or 'texts', a list of messages."];
        else if (request.Text is { } text && ProblemOf(text) is { } problem)
            errors["text"] = [problem];
        else if (request.Texts is { Count: 0 or > MostTexts })
            errors["texts"] = [$"1 to {MostTexts} texts are expected; {request.Texts.Count} came."];
        for (var i = 0; errors.Count == 0 && i < request.Texts?.Count; i++)
        {
            if (ProblemOf(request.Texts[i]) is { } wrong)
                errors[$"texts[{i}]"] = [wrong];
        }
    }

    private static string? ProblemOf(string? text) =>
        string.IsNullOrWhiteSpace(text) ? "The text is empty."
        : text.Length > LongestText ? $"The text has {text.Length} characters; at most {LongestText} are read."
        : null;

    private static bool TryReadDate(string? written, ref DateTimeOffset now)
    {
        if (written is null)
            return true;
        string[] forms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];
        if (!DateTimeOffset.TryParseExact(written, forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) || date.Year is < 1900 or > 9000)
            return false;
        now = date;
        return true;
    }

    /// <summary>Whether there is such a country, in letters of any case.</summary>
    public static bool IsRegion(string region) => PhoneBook.Knows(region.ToUpperInvariant());
}
