using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace LeadHeat.Core.Understanding.Classifying;

/// <summary>
/// Learned models in a folder for what can be made again. The file's name says what they were learned from and by: the version of the examples, this very
/// build, and how wide this processor's vectors are. A file that is not whole is as good as none.
/// </summary>
internal static class ModelFile
{
    private const string Ending = ".model";

    /// <summary>Null when nothing was kept, or cannot be read.</summary>
    public static LinearModel?[]? Read(string folder, string name, string version)
    {
        try
        {
            var bytes = File.ReadAllBytes(PathOf(folder, name, version)).AsSpan();
            if (bytes.Length < SHA256.HashSizeInBytes || !SHA256.HashData(bytes[..^SHA256.HashSizeInBytes]).AsSpan().SequenceEqual(bytes[^SHA256.HashSizeInBytes..]))
                return null;
            List<LinearModel?> models = [];
            for (bytes = bytes[..^SHA256.HashSizeInBytes]; bytes.Length > 0;)
                models.Add(Take(ref bytes));
            return [.. models];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps models for the next start, in place of older ones of this name; a folder that cannot be written keeps none.</summary>
    public static void Write(string folder, string name, string version, IReadOnlyList<LinearModel?> models)
    {
        var path = PathOf(folder, name, version);
        var part = $"{path}.{Environment.ProcessId}";
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(part, Pack(models));
            File.Move(part, path, overwrite: true);
            foreach (var other in Directory.EnumerateFiles(folder, $"{name}-*{Ending}").Where(other => other != path))
                File.Delete(other);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            // The next start learns again.
        }
    }

    private static byte[] Pack(IReadOnlyList<LinearModel?> models)
    {
        using var file = new MemoryStream();
        foreach (var part in models)
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

    private static string PathOf(string folder, string name, string version)
    {
        var build = typeof(ModelFile).Module.ModuleVersionId;
        var key = SHA256.HashData(Encoding.UTF8.GetBytes($"{version} {build} {Vector<float>.Count}"));
        return Path.Combine(folder, $"{name}-{Convert.ToHexStringLower(key.AsSpan(0, 12))}{Ending}");
    }
}
