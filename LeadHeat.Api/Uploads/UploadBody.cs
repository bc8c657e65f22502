using LeadHeat.Api.Problems;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace LeadHeat.Api.Uploads;

/// <summary>A request with a file: a form whose part 'file' it is, or the file alone with the rest in the query. It is read as it comes, and never kept whole.</summary>
internal static class UploadBody
{
    private const int LongestValue = 200;
    private static readonly string[] Plain = ["text/csv", "text/plain", "text/tab-separated-values", "application/csv", "application/octet-stream", "application/vnd.ms-excel"];

    /// <summary>Hands the file over, and returns what stands beside it.</summary>
    /// <exception cref="FieldRefused">There is no file, or more than one.</exception>
    public static async Task<Dictionary<string, string>> ReadAsync(HttpRequest request, Func<string, Stream, Task> take, CancellationToken cancellationToken)
    {
        var values = request.Query.ToDictionary(value => value.Key, value => value.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var type = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed) ? parsed : null;
        if (type?.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true)
            await ReadFormAsync(request, type, values, take, cancellationToken);
        else if (type is not null && Plain.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase))
            await take(values.GetValueOrDefault("fileName") ?? "leads.csv", request.Body);
        else
            throw new BadHttpRequestException("Send 'multipart/form-data' with the part 'file', or the file as 'text/csv'.", StatusCodes.Status415UnsupportedMediaType);
        return values;
    }

    private static async Task ReadFormAsync(
        HttpRequest request, MediaTypeHeaderValue type, Dictionary<string, string> values, Func<string, Stream, Task> take, CancellationToken cancellationToken)
    {
        var files = 0;
        try
        {
            var reader = new MultipartReader(HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), request.Body);
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                var name = section.GetContentDispositionHeader() is { } header ? HeaderUtilities.RemoveQuotes(header.Name).ToString() : "";
                if (name != "file")
                    values[name] = await ReadValueAsync(section.Body, name, cancellationToken);
                else if (++files > 1)
                    throw new FieldRefused("file", "Send one file at a time.");
                else
                    await take(NameOf(section), section.Body);
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The form cannot be read.", broken);
        }

        if (files == 0)
            throw new FieldRefused("file", "Send a file, in the part 'file'.");
    }

    private static string NameOf(MultipartSection section)
    {
        var header = section.GetContentDispositionHeader();
        var name = HeaderUtilities.RemoveQuotes(header?.FileNameStar.HasValue == true ? header.FileNameStar : header?.FileName ?? "").ToString();
        return name.Length == 0 ? "leads.csv" : name;
    }

    private static async Task<string> ReadValueAsync(Stream body, string name, CancellationToken cancellationToken)
    {
        var buffer = new char[LongestValue + 1];
        using var reader = new StreamReader(body);
        var length = await reader.ReadBlockAsync(buffer, cancellationToken);
        return length <= LongestValue ? new string(buffer, 0, length).Trim() : throw new FieldRefused(name, $"At most {LongestValue} characters.");
    }
}
