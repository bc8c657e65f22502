using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace LeadHeat.Api.Wire;

/// <summary>
/// A list's query as a JSON object, of the same names and words: {"text":"anna@example.com","status":["new","working"]}. Addresses are kept by
/// browsers, proxies and logs; whom somebody looks for is none of their business.
/// </summary>
internal static class SearchBody
{
    private const string Wanted = "Send a JSON object with the names of the query: texts, numbers, true or false, and lists of texts.";

    public static async Task<IQueryCollection> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
            throw new BadHttpRequestException(Wanted, StatusCodes.Status415UnsupportedMediaType);
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
            if (body.RootElement.ValueKind != JsonValueKind.Object)
                throw new BadHttpRequestException(Wanted);
            Dictionary<string, StringValues> values = new(StringComparer.OrdinalIgnoreCase);
            foreach (var member in body.RootElement.EnumerateObject())
                values[member.Name] = StringValues.Concat(values.GetValueOrDefault(member.Name), ValuesOf(member.Value));
            return new QueryCollection(values);
        }
        // Half a character is no text: it is found when the text is read.
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            throw new BadHttpRequestException(Wanted, broken);
        }
    }

    private static StringValues ValuesOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => StringValues.Empty,
        JsonValueKind.Array => value.EnumerateArray().Select(TextOf).ToArray(),
        _ => TextOf(value),
    };

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => throw new BadHttpRequestException(Wanted),
    };
}
