using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Scanning;

/// <summary>The virus scanner, in the section Uploads: Uploads__ClamAv=127.0.0.1:3310, or the path of clamd's socket.</summary>
internal sealed class ScannerOptions
{
    public const string Section = "Uploads";

    /// <summary>Where clamd listens: host:port, or an absolute path. Empty: files are not scanned.</summary>
    public string ClamAv { get; set; } = "";

    /// <summary>How long its answer may take.</summary>
    [Range(1, 3600, ErrorMessage = "Uploads:ClamAvSeconds has to be from 1 to 3600.")]
    public int ClamAvSeconds { get; set; } = 60;

    public EndPoint? Address => ClamAv.StartsWith('/') ? new UnixDomainSocketEndPoint(ClamAv)
        : ClamAv.LastIndexOf(':') is > 0 and var colon
            && ushort.TryParse(ClamAv.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0
            ? new DnsEndPoint(ClamAv[..colon].Trim('[', ']'), port) : null;
}

[OptionsValidator]
internal sealed partial class ScannerRanges : IValidateOptions<ScannerOptions>;

/// <summary>A scanner that cannot be asked for want of a port would be one that nobody misses.</summary>
internal sealed class ScannerAddress : IValidateOptions<ScannerOptions>
{
    public ValidateOptionsResult Validate(string? name, ScannerOptions options) => options.ClamAv.Length == 0 || options.Address is not null
        ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail("Uploads:ClamAv has to be host:port, or the path of clamd's socket.");
}
