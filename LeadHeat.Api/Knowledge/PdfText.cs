using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using LeadHeat.Api.Problems;

namespace LeadHeat.Api.Knowledge;

/// <summary>
/// Reads a PDF's text with poppler's pdftotext, in a process of its own: a file that is made to break a reader breaks that process, which has
/// little memory, time and output, and not this one.
/// </summary>
internal sealed partial class PdfText(TimeProvider clock, ILogger<PdfText> logger) : IDisposable
{
    private const int MostAtOnce = 2;
    private const int MostPages = 1_000;
    private const int MostOutput = 8 * 1024 * 1024;
    private const long MostMemory = 1L << 30;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(20);

    // Ten at once would have ten times the memory and all of the processor.
    private readonly SemaphoreSlim _turn = new(MostAtOnce);

    /// <exception cref="FieldRefused">It cannot be read.</exception>
    public async Task<string> ReadAsync(ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await ReadOneAsync(file, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<string> ReadOneAsync(ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        // Made so that nobody else can read it.
        var path = Path.GetTempFileName();
        await using var copy = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.Read, 4096, FileOptions.DeleteOnClose);
        await copy.WriteAsync(file, cancellationToken);
        await copy.FlushAsync(cancellationToken);
        using var process = Start(path);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = clock.CreateTimer(_ => limit.Cancel(), null, MostTime, Timeout.InfiniteTimeSpan);
        try
        {
            return await ReadAsync(process, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new FieldRefused(DocumentText.Field, $"Reading this PDF takes more than {MostTime.TotalSeconds:0} seconds. Please split it.");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    private async Task<string> ReadAsync(Process process, CancellationToken cancellationToken)
    {
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var text = new StringBuilder();
        var buffer = new char[16 * 1024];
        for (int read; (read = await process.StandardOutput.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (text.Append(buffer, 0, read).Length > MostOutput)
                throw new FieldRefused(DocumentText.Field, "This PDF unpacks to more text than is read. Please split it.");
        }

        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode == 0)
            return text.Replace('\f', '\n').ToString();
        var said = (await errors).Length;
        LogRefused(logger, process.ExitCode, said);
        throw new FieldRefused(DocumentText.Field, process.ExitCode == 3 ? "The PDF's author does not allow its text to be copied." : "This PDF is damaged or locked with a password.");
    }

    private static Process Start(string path)
    {
        string[] command = ["pdftotext", "-q", "-enc", "UTF-8", "-nopgbrk", "-l", $"{MostPages}", path, "-"];
        if (File.Exists("/usr/bin/prlimit"))
            command = ["/usr/bin/prlimit", $"--as={MostMemory}", $"--cpu={MostTime.TotalSeconds:0}", "--core=0", .. command];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8,
        };
        // It needs none of our settings, and secrets are among them.
        var programs = start.Environment["PATH"];
        start.Environment.Clear();
        start.Environment["PATH"] = programs;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new FieldRefused(DocumentText.Field, "PDFs cannot be read on this machine: pdftotext is missing (package poppler-utils).");
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A PDF was refused by pdftotext with code {Code} and {Characters} characters of errors")]
    private static partial void LogRefused(ILogger logger, int code, int characters);
}
