using System.Net;
using System.Net.Sockets;
using LeadHeat.Api.Access;
using Microsoft.AspNetCore.HttpOverrides;

namespace LeadHeat.Api.Limits;

/// <summary>Whose requests are counted together.</summary>
internal static class CallerAddress
{
    private const int Ipv6NetworkBytes = 8;

    /// <summary>
    /// Null for machines of the team, which are not limited. Web calls for its visitors: only who shows the service key may
    /// say another address than its own.
    /// </summary>
    public static string? ToLimit(HttpContext context)
    {
        if (IsMachine(context, Roles.Admin))
            return null;
        // What a trusted proxy said has been read already, and put into the connection.
        var headers = context.Request.Headers;
        if (!IsMachine(context, Roles.Service) || headers.ContainsKey(ForwardedHeadersDefaults.XOriginalForHeaderName))
            return Network(context.Connection.RemoteIpAddress);
        return IPAddress.TryParse(headers[ForwardedHeadersDefaults.XForwardedForHeaderName].ToString().Split(',')[^1].Trim(), out var visitor)
            ? Network(visitor)
            : null;
    }

    public static bool IsMachine(HttpContext context, string role) =>
        context.User.Identity?.AuthenticationType == MachineKeyHandler.SchemeName && context.User.IsInRole(role);

    // Who has one IPv6 address has the whole /64.
    private static string Network(IPAddress? address)
    {
        if (address is null)
            return "unknown";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, Ipv6NetworkBytes))
            : address.ToString();
    }
}
