using System.Security.Cryptography;
using System.Text;
using LeadHeat.Api.Channels;

namespace LeadHeat.Api.Simulator;

/// <summary>
/// Meta played by this app, where <c>Simulator:Enabled</c> says so. It is off where a real account is connected: nobody who does not
/// exist may be answered through it.
/// </summary>
internal sealed class SimulatorOptions
{
    public bool IsOn { get; private init; }

    /// <summary>Where this app can be reached by itself.</summary>
    public Uri Address { get; private init; } = new("http://localhost");

    public static SimulatorOptions Read(IConfiguration configuration) => new()
    {
        IsOn = configuration.GetValue<bool>("Simulator:Enabled")
            && string.IsNullOrEmpty(configuration["Meta:AccessToken"]) && !string.IsNullOrEmpty(configuration["Meta:AppSecret"])
            && configuration[WebHostDefaults.ServerUrlsKey] is { Length: > 0 },
        Address = AddressOf(configuration[WebHostDefaults.ServerUrlsKey]),
    };

    /// <summary>From now on Meta is here.</summary>
    public void Redirect(MetaOptions meta)
    {
        meta.AccessToken = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(meta.AppSecret), "simulated access"u8));
        // Whoever fills in a simulated flow asks for the public half.
        if (meta.FlowPrivateKey.Length == 0)
        {
            using var key = RSA.Create(2048);
            meta.FlowPrivateKey = key.ExportPkcs8PrivateKeyPem();
        }

        if (meta.WhatsAppBusinessAccountId.Length == 0)
            meta.WhatsAppBusinessAccountId = SimulatedTraffic.AccountId;
        meta.GraphBaseUrl = new(Address, SimulatedGraph.Path + "/");
    }

    // "http://+:8081;https://…": the first, and any host is this one.
    private static Uri AddressOf(string? urls)
    {
        var first = (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? "http://localhost";
        foreach (var any in new[] { "//+", "//*", "//0.0.0.0", "//[::]" })
            first = first.Replace(any, "//127.0.0.1", StringComparison.Ordinal);
        return new(first.EndsWith('/') ? first : first + "/");
    }
}
