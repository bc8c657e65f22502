using System.Text;

namespace LeadHeat.Core.Playbooks;

/// <summary>A hash that is the same in every process and version: it chooses phrasings and tells texts apart.</summary>
internal static class StableHash
{
    /// <summary>FNV-1a over the id's bytes and a number, mixed at the end so that small numbers spread.</summary>
    public static uint Of(Guid id, int number)
    {
        Span<byte> bytes = stackalloc byte[20];
        id.TryWriteBytes(bytes);
        BitConverter.TryWriteBytes(bytes[16..], number);
        return Of(bytes);
    }

    /// <summary>The same over a text.</summary>
    public static uint Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    private static uint Of(ReadOnlySpan<byte> bytes)
    {
        var hash = 2166136261u;
        foreach (var part in bytes)
            hash = (hash ^ part) * 16777619u;
        hash ^= hash >> 15;
        hash *= 2246822519u;
        return hash ^ (hash >> 13);
    }
}
