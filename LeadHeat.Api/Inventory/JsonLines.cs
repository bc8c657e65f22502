using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace LeadHeat.Api.Inventory;

/// <summary>A line of a stream; <see cref="Bytes"/> is null where it was too long to be kept, and holds only until the next line is asked for.</summary>
internal readonly record struct JsonLine(int Number, ReadOnlySequence<byte>? Bytes);

/// <summary>Reads lines of a body of any size without holding more than one of them.</summary>
internal static class JsonLines
{
    public const int Longest = 64 * 1024;

    public static async IAsyncEnumerable<JsonLine> ReadAsync(PipeReader body, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 1;
        var skipping = false;
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                var line = rest.Slice(0, end);
                yield return new JsonLine(number++, skipping || line.Length > Longest ? null : line);
                skipping = false;
                rest = rest.Slice(rest.GetPosition(1, end));
            }

            if (read.IsCompleted)
            {
                if (skipping || rest.Length > 0)
                    yield return new JsonLine(number, skipping || rest.Length > Longest ? null : rest);
                body.AdvanceTo(rest.End);
                yield break;
            }

            skipping |= rest.Length > Longest;
            body.AdvanceTo(skipping ? rest.End : rest.Start, rest.End);
        }
    }
}
