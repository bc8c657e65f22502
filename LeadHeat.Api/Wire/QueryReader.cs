using System.Globalization;
using LeadHeat.Core.Wire;

namespace LeadHeat.Api.Wire;

/// <summary>Reads a list's query strictly: what is not known, or not understood, is refused by name rather than ignored.</summary>
internal sealed class QueryReader
{
    private const int LongestText = 200;

    private readonly IQueryCollection _query;
    private readonly Dictionary<string, string[]> _errors = [];

    public QueryReader(IQueryCollection query, QueryParameters known)
    {
        _query = query;
        var names = known.All.Select(parameter => parameter.Name).ToArray();
        foreach (var name in query.Keys.Where(name => !names.Contains(name, StringComparer.OrdinalIgnoreCase)))
            Refuse(name, $"There is no such filter. Known are: {string.Join(", ", names)}.");
        // Postgres has no text with a NUL in it, and an export would find out when half of its answer is sent.
        foreach (var (name, _) in query.Where(one => one.Value.Any(value => value?.Contains('\0', StringComparison.Ordinal) == true)))
            Refuse(name, "It holds a character that no text has (NUL).");
        foreach (var parameter in known.All.Where(parameter => !parameter.Repeats && query[parameter.Name].Count > 1))
            Refuse(parameter.Name, "Give it once.");
    }

    /// <summary>A list's query: from the address, or from the body of a search.</summary>
    public static async Task<QueryReader> OfAsync(HttpRequest request, QueryParameters known, CancellationToken cancellationToken) =>
        new(HttpMethods.IsPost(request.Method) ? await SearchBody.ReadAsync(request, cancellationToken) : request.Query, known);

    public IReadOnlyDictionary<string, string[]> Errors => _errors;

    public void Refuse(string name, string why) => _errors.TryAdd(name, [why]);

    public string? Text(string name, int longest = LongestText)
    {
        var value = _query[name].ToString().Trim();
        if (value.Length > longest)
            Refuse(name, $"At most {longest} characters.");
        return value.Length == 0 ? null : value;
    }

    public string? Cursor(string name) => _query[name].ToString() is { Length: > 0 } cursor ? cursor : null;

    public IReadOnlyList<string>? Texts(string name)
    {
        var values = _query[name].Select(value => value?.Trim()).Where(value => !string.IsNullOrEmpty(value)).Cast<string>().Distinct().ToArray();
        if (values.Length > 20 || values.Any(value => value.Length > LongestText))
            Refuse(name, $"At most 20 values of at most {LongestText} characters.");
        return values.Length == 0 ? null : values;
    }

    public IReadOnlyList<T>? Words<T>(string name) where T : struct, Enum
    {
        HashSet<T> found = [];
        foreach (var word in Texts(name) ?? [])
            if (Core.Wire.Words.TryParse<T>(word, out var value))
                found.Add(value);
            else
                Refuse(name, $"'{word}' is none of: {string.Join(", ", Core.Wire.Words.All<T>())}.");
        return found.Count == 0 ? null : [.. found];
    }

    public T Word<T>(string name, T otherwise) where T : struct, Enum => Words<T>(name) is [var only, ..] ? only : otherwise;

    public bool? Flag(string name) => Parse(name, "true or false", (string text, out bool value) => bool.TryParse(text, out value));

    public DateTimeOffset? Time(string name) => Parse(
        name, "a time such as 2026-11-21T10:00:00Z",
        (string text, out DateTimeOffset value) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value))
        ?.ToUniversalTime();

    public DateOnly? Date(string name) => Parse(
        name, "a day such as 2026-11-21",
        (string text, out DateOnly value) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value));

    public Guid? Id(string name) => Parse(name, "an id", (string text, out Guid value) => Guid.TryParse(text, out value));

    public decimal? Amount(string name) => Parse(
        name, "a number that is not negative",
        (string text, out decimal value) =>
            decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && value < 1e13m);

    public int Count(string name, int most, int otherwise) => Parse(
        name, $"a number from 1 to {most}",
        (string text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= 1 && value <= most)
        ?? otherwise;

    private delegate bool TryParse<T>(string text, out T value);

    private T? Parse<T>(string name, string expected, TryParse<T> tryParse) where T : struct
    {
        if (Text(name) is not { } text)
            return null;
        if (tryParse(text, out var value))
            return value;
        Refuse(name, $"'{text}' is not {expected}.");
        return null;
    }
}
