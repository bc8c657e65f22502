using System.Net.Http.Headers;
using LeadHeat.Api.Data;
using LeadHeat.Api.Privacy;
using LeadHeat.Api.Problems;
using LeadHeat.Api.Scanning;
using LeadHeat.Core.Channels;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LeadHeat.Api.Channels.WhatsApp;

/// <summary>What somebody sent, as it runs through. Whoever has it disposes it.</summary>
internal sealed record FetchedMedia(HttpResponseMessage Response, Stream Body, string? FileName) : IDisposable
{
    // What a browser does nothing with but show or play it.
    private static readonly string[] Harmless = ["image/jpeg", "image/png", "image/webp", "audio/ogg", "audio/mpeg", "audio/mp4", "audio/aac", "audio/amr", "video/mp4", "video/3gpp", "application/pdf"];

    public string ContentType => Response.Content.Headers.ContentType?.MediaType is { } type && Harmless.Contains(type) ? type : "application/octet-stream";

    public void Dispose()
    {
        Body.Dispose();
        Response.Dispose();
    }
}

/// <summary>Fetches from Meta what a lead sent besides words. Nothing of it is kept here.</summary>
internal sealed class MediaFetch(NpgsqlDataSource database, SealedFields sealedFields, Graph graph, IHttpClientFactory clients, FileScanner scanner, IOptions<MetaOptions> meta)
{
    private const long Largest = 100 * 1024 * 1024;

    // Where Meta lays files down; the token is shown to nobody else.
    private static readonly string[] Hosts = [".fbsbx.com", ".fbcdn.net", ".whatsapp.net", ".facebook.com"];

    // By the line on the lead's timeline, which is there before the event has ended. $1 lead, $2 event.
    private const string Find = """
        select body from inbound
        where id = $2 and channel = 'whatsapp' and kind = 'message' and exists (select from activities where id = $2 and lead_id = $1)
        """;

    /// <summary>Null where the lead sent nothing of the kind.</summary>
    /// <exception cref="RuleViolation">Meta does not give it, or not any more.</exception>
    public async Task<FetchedMedia?> OpenAsync(Guid leadId, Guid eventId, CancellationToken cancellationToken)
    {
        if (await FindAsync(leadId, eventId, cancellationToken) is not { } media)
            return null;
        if (!graph.IsSetUp)
            throw new RuleViolation(TokenTrouble.Expired);
        var answer = await graph.GetAsync(Uri.EscapeDataString(media.Id), cancellationToken);
        if (answer.Outcome == GraphOutcome.TokenExpired)
            throw new RuleViolation(TokenTrouble.Expired);
        if (answer.Outcome != GraphOutcome.Good || !answer.Body.TryGetProperty("url", out var url) || !Uri.TryCreate(url.ToString(), UriKind.Absolute, out var address) || !IsMetas(address))
            throw new RuleViolation("WhatsApp does not give it: it keeps what people send for 30 days only.");
        return await FetchAsync(address, media.FileName, cancellationToken);
    }

    private async Task<WhatsAppMedia?> FindAsync(Guid leadId, Guid eventId, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(Find, Sql.Of(leadId), Sql.Of(eventId));
        return await batch.ExecuteScalarAsync(cancellationToken) is byte[] body && sealedFields.TryOpen(body) is { } opened ? WhatsAppMedia.Read(opened) : null;
    }

    private async Task<FetchedMedia> FetchAsync(Uri address, string? fileName, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(Graph.ClientName);
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", meta.Value.AccessToken) } };
        // Without it Meta's files answer with a page for people.
        request.Headers.UserAgent.ParseAdd("LeadHeat");
        try
        {
            var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.IsSuccessStatusCode && response.Content.Headers.ContentLength is null or <= Largest)
                return new(response, await ScannedAsync(response, cancellationToken), fileName);
            response.Dispose();
        }
        catch (HttpRequestException)
        {
            // Said below, as for a file that is gone.
        }

        throw new RuleViolation("WhatsApp does not give it at the moment. Try again later.");
    }

    // As it runs through; where there is a scanner, only after that has seen all of it.
    private async Task<Stream> ScannedAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var came = await response.Content.ReadAsStreamAsync(cancellationToken);
        if (!scanner.IsOn)
            return came;
        var (kept, buffer) = (Passing(), new byte[64 * 1024]);
        try
        {
            await using var scan = scanner.Begin();
            while (await came.ReadAsync(buffer, cancellationToken) is var length and > 0)
            {
                if (kept.Length + length > Largest)
                    throw new RuleViolation("It is too large to be looked into.");
                await kept.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
                await scan.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
            }

            if (FileScanner.RefusalOf(await scan.EndAsync(cancellationToken)) is { } refusal)
                throw new RuleViolation(refusal + " It is not shown.");
            kept.Position = 0;
            return kept;
        }
        catch
        {
            await kept.DisposeAsync();
            response.Dispose();
            throw;
        }
    }

    // Of its owner alone, and gone with its reader.
    private static FileStream Passing() => new(
        Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 4096, FileOptions.DeleteOnClose | FileOptions.Asynchronous);

    private bool IsMetas(Uri address) => address.Authority == meta.Value.GraphBaseUrl.Authority && address.Scheme == meta.Value.GraphBaseUrl.Scheme
        || address is { Scheme: "https", IsDefaultPort: true } && Array.Exists(Hosts, host => address.Host.EndsWith(host, StringComparison.OrdinalIgnoreCase));
}
