using System.Security.Cryptography;
using LeadHeat.Api.Scanning;
using LeadHeat.Core.Uploads;
using Npgsql;
using NpgsqlTypes;

namespace LeadHeat.Api.Uploads;

/// <summary>A file on its way into the database, piece by piece, looked at as it comes.</summary>
internal sealed class ReceivedFile(Guid id, UploadLimits limits, FileScanner scanner)
{
    private const int PieceLength = 512 * 1024;
    private const int HeadLength = 256 * 1024;

    private readonly FileSight _sight = new();
    private byte[] _head = [];

    public byte[] Hash { get; private set; } = [];

    public long Length => _sight.Length;

    public long Lines => _sight.Lines;

    public string Encoding => _sight.Encoding;

    /// <summary>Why it is not taken; null when it is.</summary>
    public string? Refusal { get; private set; }

    public bool IsTooBig { get; private set; }

    /// <summary>It is kept, and shown to nobody, until the virus scanner has seen it.</summary>
    public bool IsUnscanned { get; private set; }

    /// <summary>Stores the pieces in the connection's transaction. What is refused is not stored.</summary>
    public async Task StoreAsync(NpgsqlConnection connection, Stream file, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = new byte[PieceLength];
        await using var scan = scanner.Begin();
        await using var copy = await connection.BeginBinaryImportAsync("copy upload_pieces (upload_id, place, bytes) from stdin (format binary)", cancellationToken);
        for (var place = 0; ; place++)
        {
            var length = await file.ReadAtLeastAsync(piece, PieceLength, throwOnEndOfStream: false, cancellationToken);
            if (length == 0)
                break;
            var bytes = piece.AsMemory(0, length);
            _sight.See(bytes.Span);
            await scan.WriteAsync(bytes, cancellationToken);
            hash.AppendData(bytes.Span);
            if (place == 0)
                _head = bytes[..Math.Min(length, HeadLength)].ToArray();
            IsTooBig = _sight.Length > limits.MostBytes;
            Refusal = IsTooBig ? $"The file has more than {limits.MostBytes} bytes. Split it, or ask an admin to raise Uploads:MostBytes." : _sight.Refusal;
            if (Refusal is not null)
            {
                await DrainAsync(file, piece, cancellationToken);
                return;
            }

            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(id, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(place, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(bytes, NpgsqlDbType.Bytea, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
        Hash = hash.GetHashAndReset();
        var scanned = await scan.EndAsync(cancellationToken);
        IsUnscanned = scanned.Verdict == ScanVerdict.Unscanned;
        Refusal = _sight.Length == 0 ? "The file is empty." : scanned.Refusal;
    }

    // Whoever still sends would see a broken connection instead of the reason.
    private async Task DrainAsync(Stream file, byte[] piece, CancellationToken cancellationToken)
    {
        for (var left = 4 * limits.MostBytes; left > 0 && await file.ReadAsync(piece, cancellationToken) is var length and > 0;)
            left -= length;
    }

    /// <summary>The file's beginning as text, of whole lines where the file goes on.</summary>
    public string Head(string encoding) => HeadOf(_head, encoding, whole: _sight.Length <= HeadLength);

    public static string HeadOf(byte[] bytes, string encoding, bool whole)
    {
        var text = TextEncodings.Of(encoding).GetString(bytes, 0, Math.Min(bytes.Length, HeadLength));
        var end = whole ? -1 : text.AsSpan().LastIndexOfAny('\n', '\r');
        return end < 0 ? text : text[..(end + 1)];
    }
}
