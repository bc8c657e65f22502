namespace LeadHeat.Api.Inbound;

/// <summary>A request's bytes as they came.</summary>
internal static class RawBody
{
    /// <param name="largest">What the endpoint lets in.</param>
    public static async Task<byte[]> ReadAsync(HttpRequest request, int largest, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, largest));
        await request.Body.CopyToAsync(body, cancellationToken);
        return body.ToArray();
    }
}
