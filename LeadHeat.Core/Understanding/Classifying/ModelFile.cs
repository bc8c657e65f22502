using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding.Classifying;

/// <summary>
/// A learned model in a folder for what can be made again. Its name says what it was learned from and by: the playbook's version, this very
/// build, and how wide this processor's vectors are. A file that is not whole is as good as none.
/// </summary>
internal static class ModelFile
{
    private const string Ending = ".model";

    /// <summary>Null when nothing was kept, or cannot be read.</summary>
    public static MessageModel? Read(string folder, Playbook playbook)
    {
        try
        {
            var bytes = File.ReadAllBytes(PathOf(folder, playbook)).AsSpan();
            if (bytes.Length < SHA256.HashSizeInBytes || !SHA256.HashData(bytes[..^SHA256.HashSizeInBytes]).AsSpan().SequenceEqual(bytes[^SHA256.HashSizeInBytes..]))
                return null;
            return new(playbook, Take(ref bytes), Take(ref bytes), Take(ref bytes));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps a model for the next start, in place of older ones of this playbook; a folder that cannot be written keeps none.</summary>
    public static void Write(string folder, Playbook playbook, MessageModel model)
    {
        var path = PathOf(folder, playbook);
        var part = $"{path}.{Environment.ProcessId}";
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(part, Pack(model));
            File.Move(part, path, overwrite: true);
            foreach (var other in Directory.EnumerateFiles(folder, $"{playbook.Name}-*{Ending}").Where(other => other != path))
                File.Delete(other);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            // The next start learns again.
        }
    }

    private static byte[] Pack(MessageModel model)
    {
        using var file = new MemoryStream();
        foreach (var part in (LinearModel?[])[model.Intents, model.Sentiments, model.Orders])
        {
            file.Write(BitConverter.GetBytes(part?.Classes ?? 0));
            if (part is not null)
                file.Write(MemoryMarshal.AsBytes(part.Weights));
        }
        file.Write(SHA256.HashData(file.GetBuffer().AsSpan(0, (int)file.Length)));
        return file.ToArray();
    }

    private static LinearModel? Take(ref Span<byte> bytes)
    {
        var classes = BitConverter.ToInt32(bytes);
        bytes = bytes[sizeof(int)..];
        if (classes == 0)
            return null;
        var model = new LinearModel(classes);
        var weights = MemoryMarshal.AsBytes(model.Weights);
        bytes[..weights.Length].CopyTo(weights);
        bytes = bytes[weights.Length..];
        return model;
    }

    private static string PathOf(string folder, Playbook playbook)
    {
        var build = typeof(ModelFile).Module.ModuleVersionId;
        var key = SHA256.HashData(Encoding.UTF8.GetBytes($"{playbook.Version} {build} {Vector<float>.Count}"));
        return Path.Combine(folder, $"{playbook.Name}-{Convert.ToHexStringLower(key.AsSpan(0, 12))}{Ending}");
    }
}
