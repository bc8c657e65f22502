using System.IO.Compression;
using System.Text.Json;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Records;

/// <summary>A playbook's files as they are kept and travel, so that an old turn can be run with the playbook of its time.</summary>
public static class PlaybookPacking
{
    /// <summary>Packs the files of a playbook.</summary>
    public static byte[] Pack(Playbook playbook)
    {
        using var packed = new MemoryStream();
        using (var stream = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            JsonSerializer.Serialize(stream, playbook.Files, LeadHeatJson.Default.IReadOnlyListPlaybookFile);
        return packed.ToArray();
    }

    /// <summary>Reads a playbook from what <see cref="Pack"/> made; it has the version that it had.</summary>
    /// <exception cref="PlaybookException">This build cannot read its files.</exception>
    /// <exception cref="JsonException">It is no playbook.</exception>
    public static Playbook Unpack(string name, byte[] packed)
    {
        using var stream = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        var files = JsonSerializer.Deserialize(stream, LeadHeatJson.Default.IReadOnlyListPlaybookFile) ?? throw new JsonException("The playbook is empty.");
        return PlaybookLibrary.FromFiles(files.Select(file => (file.Path, file.Text)))[name];
    }
}
