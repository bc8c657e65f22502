using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using LeadHeat.AppHost.Local.Engine;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Channels;

/// <summary>An Api beside the app's own, on its database or on another one of the same Postgres.</summary>
internal sealed class SecondApi : IAsyncDisposable
{
    private const string ServiceKey = "second-api-service-key";
    private const string Key = "second-api-admin-key";

    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _output = new();
    private readonly X509Certificate2? _certificate;
    private readonly GuardedProcess _process;

    private SecondApi(RunningApp beside, string database, string redis, Dictionary<string, string?> settings, string? tlsFolder)
    {
        Url = $"{(tlsFolder is null ? "http" : "https")}://127.0.0.1:{FreePort.Next()}";
        if (tlsFolder is not null)
            (_certificate, settings) = WithTls(settings, tlsFolder, Url);
        _process = GuardedProcess.Start(Command(beside, database, redis, settings, Url), _output.Enqueue);
    }

    public string Url { get; }

    /// <summary>As a visitor's or a worker's process calls it.</summary>
    public HttpClient Service() => new(Handler()) { BaseAddress = new Uri(Url), DefaultRequestHeaders = { { Routes.ApiKeyHeader, ServiceKey } } };

    public LeadHeatClient Team => new(new HttpClient(Handler()) { BaseAddress = new Uri(Url), DefaultRequestHeaders = { { Routes.ApiKeyHeader, Key } } });

    /// <summary>Trusts this Api's certificate and no other.</summary>
    public SocketsHttpHandler Handler() => new()
    {
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null && shown.GetCertHashString() == _certificate?.GetCertHashString(),
        },
    };

    /// <param name="beside">Whose keys it shares: it opens what that one sealed.</param>
    /// <param name="tlsFolder">Where to put a certificate: it then speaks TLS by its settings.</param>
    public static async Task<SecondApi> StartAsync(RunningApp beside, string database, string redis, Dictionary<string, string?> settings, string? tlsFolder = null)
    {
        var api = new SecondApi(beside, database, redis, settings, tlsFolder);
        using var http = new HttpClient(api.Handler());
        await Eventually.TrueAsync(async () => await IsHealthyAsync(http, api.Url + "/health"), TimeSpan.FromSeconds(180), () => api.Output);
        return api;
    }

    /// <summary>Runs a command of the Api to its end; its exit code, and what it said.</summary>
    public static async Task<(int Code, string Output)> RunAsync(RunningApp beside, string database, Dictionary<string, string?> settings, params string[] arguments)
    {
        var output = new System.Collections.Concurrent.ConcurrentQueue<string>();
        var process = GuardedProcess.Start(Command(beside, database, "127.0.0.1:1", settings, "http://127.0.0.1:0", arguments), output.Enqueue);
        await using (process)
            return (await process.Exited.WaitAsync(TimeSpan.FromSeconds(180)), string.Join('\n', output));
    }

    /// <summary>What it has written so far.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>Delivers it signed by this secret, or by none; the status.</summary>
    public async Task<int> DeliverAsync(string path, string body, string? secret)
    {
        using var http = new HttpClient(Handler()) { BaseAddress = new Uri(Url) };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (secret is not null)
            request.Headers.Add(MetaSignature.Header, MetaSignature.Of(Encoding.UTF8.GetBytes(body), secret));
        using var answer = await http.SendAsync(request);
        return (int)answer.StatusCode;
    }

    /// <summary>It gets no time to end anything.</summary>
    public Task KillAsync() => _process.StopAsync(Signal.Kill, TimeSpan.FromSeconds(60));

    public async ValueTask DisposeAsync()
    {
        await _process.StopAsync(Signal.Terminate, TimeSpan.FromSeconds(60));
        await _process.DisposeAsync();
        _certificate?.Dispose();
    }

    // As docs/operations.md says it: PEM with its key.
    private static (X509Certificate2 Certificate, Dictionary<string, string?> Settings) WithTls(Dictionary<string, string?> settings, string folder, string url)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(7));
        var (certificatePath, keyPath) = (Path.Combine(folder, "api.pem"), Path.Combine(folder, "api.key"));
        File.WriteAllText(certificatePath, certificate.ExportCertificatePem());
        File.WriteAllText(keyPath, key.ExportPkcs8PrivateKeyPem());
        return (certificate, new(settings)
        {
            ["Kestrel__Endpoints__Https__Url"] = url, ["Kestrel__Endpoints__Https__Certificate__Path"] = certificatePath,
            ["Kestrel__Endpoints__Https__Certificate__KeyPath"] = keyPath, ["Kestrel__Endpoints__Https__SslProtocols__0"] = "Tls12", ["Kestrel__Endpoints__Https__SslProtocols__1"] = "Tls13",
        });
    }

    private static async Task<bool> IsHealthyAsync(HttpClient http, string address)
    {
        try
        {
            using var answer = await http.GetAsync(address);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static Command Command(
        RunningApp beside, string database, string redis, Dictionary<string, string?> settings, string url, params string[] arguments)
    {
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/'));
        var assembly = Path.Combine(Solution.Root, "artifacts", "bin", "LeadHeat.Api", configuration, "LeadHeat.Api.dll");
        return new Command("dotnet", [assembly, .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(assembly)!,
            Environment = new(settings)
            {
                ["ASPNETCORE_URLS"] = url, ["ConnectionStrings__leadsdb"] = database, ["ConnectionStrings__redis"] = redis,
                ["Access__AdminKey"] = Key, ["Access__AdminEmail"] = "second@example.com", ["Access__AdminPassword"] = "of-the-second-api", ["Access__ServiceKey"] = ServiceKey, ["Keys__Path"] = Path.Combine(beside.Data, "keys", "api"), ["Cache__Path"] = Solution.Learned,
            },
            WhenAbandoned = Signal.Terminate,
        };
    }
}
