using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using LeadHeat.Core.Webhooks;
using LeadHeat.ServiceDefaults;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Webhooks;

/// <summary>What an attempt came to.</summary>
/// <param name="Status">Null where nobody answered.</param>
/// <param name="Answer">Its beginning.</param>
internal sealed record WebhookAttempt(int? Status, string? Failure, string? Answer, int Milliseconds)
{
    public bool IsGood => Status is >= 200 and < 300;
}

/// <summary>
/// Posts to addresses that somebody typed. Names are resolved here and every address is looked at before a connection is made to exactly
/// that one, so that a name cannot mean one thing when it is checked and another when it is used. Redirects are not followed.
/// </summary>
internal sealed class WebhookClient(IHttpClientFactory clients, [FromKeyedServices(Clocks.Machine)] TimeProvider machine)
{
    private const string ClientName = "webhooks";
    private const int LongestAnswer = 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static void AddTo(IServiceCollection services) => services
        .AddHttpClient(ClientName, client => client.Timeout = Patience)
        .ConfigurePrimaryHttpMessageHandler(provider =>
        {
            var options = provider.GetRequiredService<IOptions<WebhookOptions>>().Value;
            return new SocketsHttpHandler
            {
                AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(5),
                MaxResponseHeadersLength = 16, PooledConnectionLifetime = TimeSpan.FromMinutes(1),
                ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, options, cancellationToken),
            };
        });

    public async Task<WebhookAttempt> PostAsync(string url, Guid deliveryId, byte[] body, string secret, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        WebhookAttempt Failed(string why) => new(null, why, null, (int)Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Patience);
            using var request = Request(url, deliveryId, body, secret);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var answer = await BeginningAsync(response, limit.Token);
            var (status, took) = ((int)response.StatusCode, (int)Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            return new(status, status is >= 200 and < 300 ? null : $"It answered {status}.", answer, took);
        }
        catch (HttpRequestException failure)
        {
            return Failed(failure.InnerException is AddressRefused ? AddressRefused.Why : $"It could not be reached: {failure.HttpRequestError}.");
        }
        catch (IOException)
        {
            return Failed("The connection broke.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed("It took longer than ten seconds.");
        }
    }

    /// <summary>Whether the host is one that deliveries may go to, as far as its name can be resolved now.</summary>
    public static async Task<bool> MayReachAsync(string host, CancellationToken cancellationToken)
    {
        try
        {
            return (await Dns.GetHostAddressesAsync(host, cancellationToken)).All(PublicAddress.Is);
        }
        catch (SocketException)
        {
            // Nobody knows the name today; it is looked at again with every connection.
            return true;
        }
    }

    private HttpRequestMessage Request(string url, Guid deliveryId, byte[] body, string secret)
    {
        var now = machine.GetUtcNow().ToUnixTimeSeconds();
        return new(HttpMethod.Post, url)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
            Headers =
            {
                { "User-Agent", "LeadHeat" },
                { WebhookSignature.DeliveryHeader, deliveryId.ToString() },
                { WebhookSignature.TimestampHeader, now.ToString(CultureInfo.InvariantCulture) },
                { WebhookSignature.Header, WebhookSignature.Of(now, body, secret) },
            },
        };
    }

    // Whatever else it says is not read.
    private static async Task<string> BeginningAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var bytes = new byte[LongestAnswer];
        var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(bytes, 0, length).Replace("\0", "", StringComparison.Ordinal);
    }

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, WebhookOptions options, CancellationToken cancellationToken)
    {
        if (!options.Allows(target.Host))
            throw new AddressRefused();
        var addresses = await Dns.GetHostAddressesAsync(target.Host, cancellationToken);
        if (addresses.Length == 0 || (!options.AllowPrivateAddresses && !addresses.All(PublicAddress.Is)))
            throw new AddressRefused();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A name leads to where deliveries may not go.</summary>
internal sealed class AddressRefused() : IOException(Why)
{
    public const string Why = "The address leads to this machine or to a private network, or its host is not on the list of Webhooks__Hosts: nothing is sent there.";
}
