using System.Buffers;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Scanning;

internal enum ScanVerdict { Clean, Infected, TooLarge, Unscanned }

/// <param name="Found">What the scanner calls it.</param>
internal sealed record ScanResult(ScanVerdict Verdict, string? Found = null)
{
    /// <summary>Why the file is not taken; null where it may be.</summary>
    public string? Refusal => Verdict switch
    {
        ScanVerdict.Infected => $"The virus scanner found something in it: {Found}.",
        ScanVerdict.TooLarge => "It is larger than the virus scanner takes. Send it in parts, or ask an admin to raise clamd's StreamMaxLength.",
        _ => null,
    };
}

/// <summary>Files from outside go by clamd, where one is configured, before anybody sees them. One that is away, slow or odd has not said that a file is clean.</summary>
internal sealed partial class FileScanner(IOptions<ScannerOptions> options, ILogger<FileScanner> logger)
{
    private const int Chunk = 64 * 1024;

    public bool IsOn => options.Value.ClamAv.Length > 0;

    /// <summary>For a file that comes in pieces.</summary>
    public FileScan Begin() => new(options.Value, Note);

    public async Task<ScanResult> ScanAsync(Stream file, CancellationToken cancellationToken)
    {
        await using var scan = Begin();
        if (!IsOn)
            return await scan.EndAsync(cancellationToken);
        var buffer = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            while (await file.ReadAsync(buffer.AsMemory(0, Chunk), cancellationToken) is var length and > 0)
                await scan.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return await scan.EndAsync(cancellationToken);
    }

    /// <summary>For what is answered at once, and not kept until the scanner is back.</summary>
    /// <exception cref="ScannerAway">Nobody can say what is in it.</exception>
    public async Task<string?> RefusalAsync(Stream file, CancellationToken cancellationToken) => RefusalOf(await ScanAsync(file, cancellationToken));

    public static string? RefusalOf(ScanResult result) => result.Verdict == ScanVerdict.Unscanned ? throw new ScannerAway() : result.Refusal;

    private void Note(ScanResult result, string why)
    {
        if (result.Verdict == ScanVerdict.Unscanned)
            LogAway(logger, why);
        else
            LogRefused(logger, result.Verdict, result.Found);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file could not be scanned: {Why}")]
    private static partial void LogAway(ILogger logger, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The virus scanner refused a file: {Verdict} {Found}")]
    private static partial void LogRefused(ILogger logger, ScanVerdict verdict, string? found);
}
