using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Webhooks;

internal sealed class WebhookOptions
{
    public const string Section = "Webhooks";

    /// <summary>Whether deliveries may go to this machine and to private networks, and without https: for tests and development.</summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>After so many failed attempts in a row nothing is sent any more until somebody switches it on again.</summary>
    [Range(1, 100_000)]
    public int MostFailures { get; set; } = 50;

    /// <summary>How long the log goes back.</summary>
    [Range(1, 3650)]
    public int LogDays { get; set; } = 30;
}

[OptionsValidator]
internal sealed partial class WebhookOptionsValidator : IValidateOptions<WebhookOptions>;
