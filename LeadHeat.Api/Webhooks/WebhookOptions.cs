using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Webhooks;

internal sealed class WebhookOptions
{
    public const string Section = "Webhooks";

    /// <summary>Whether deliveries may go to this machine and to private networks, and without https: for tests and development.</summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>The only hosts that deliveries may go to, with commas between: <c>hooks.example.com</c>, <c>*.example.com</c>. Empty: every public one.</summary>
    public string Hosts { get; set; } = "";

    /// <summary>After so many failed attempts in a row nothing is sent any more until somebody switches it on again.</summary>
    [Range(1, 100_000)]
    public int MostFailures { get; set; } = 50;

    /// <summary>How long the log goes back.</summary>
    [Range(1, 3650)]
    public int LogDays { get; set; } = 30;

    /// <summary>Whether deliveries may go to this host, as far as its name goes.</summary>
    public bool Allows(string host)
    {
        var listed = Hosts.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return listed.Length == 0 || listed.Any(each => each.StartsWith("*.", StringComparison.Ordinal)
            ? host.EndsWith(each[1..], StringComparison.OrdinalIgnoreCase)
            : host.Equals(each, StringComparison.OrdinalIgnoreCase));
    }
}

[OptionsValidator]
internal sealed partial class WebhookOptionsValidator : IValidateOptions<WebhookOptions>;
