using LeadHeat.Core.Channels;

namespace LeadHeat.Api.Inbound;

/// <summary>What is kept of a delivery's headers: nothing that opens anything.</summary>
internal static class KeptHeaders
{
    private const int Longest = 500;

    private static readonly string[] Names = ["Content-Type", "User-Agent", "Origin", "Referer", MetaSignature.Header, MetaSignature.OldHeader];

    public static Dictionary<string, string> Of(HttpRequest request) =>
        Names.Where(request.Headers.ContainsKey).ToDictionary(name => name, name => Cut(request.Headers[name].ToString()));

    public static string Cut(string header) => header.Length <= Longest ? header : header[..Longest];
}
