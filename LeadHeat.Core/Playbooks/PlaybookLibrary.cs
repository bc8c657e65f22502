using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using LeadHeat.Core.Understanding.Classifying;

namespace LeadHeat.Core.Playbooks;

/// <summary>The playbooks of this installation. A playbook is a folder of JSON files; each file brings some of its sections, and <c>synonyms.txt</c> its words.</summary>
public sealed class PlaybookLibrary
{
    // The folder of what all playbooks say alike; each may say it in its own words.
    private const string Common = "common";
    private readonly Dictionary<string, Playbook> _playbooks;

    private PlaybookLibrary(Dictionary<string, Playbook> playbooks) => _playbooks = playbooks;

    /// <summary>Reads the playbooks in a folder.</summary>
    /// <exception cref="PlaybookException">A file is wrong; the message names file, line and key.</exception>
    public static PlaybookLibrary FromFolder(string folder) => FromFiles(
        from path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        where path.EndsWith(".json", StringComparison.Ordinal) || path.EndsWith("synonyms.txt", StringComparison.Ordinal)
        select (path, File.ReadAllText(path)));

    /// <summary>All playbooks, by name.</summary>
    public IReadOnlyCollection<Playbook> All => _playbooks.Values;

    /// <summary>Reads playbooks from the texts of their files, <c>…/real-estate/playbook.json</c> and <c>synonyms.txt</c>; the folder's name is the playbook's.</summary>
    /// <exception cref="PlaybookException">A file is wrong; the message names file, line and key.</exception>
    public static PlaybookLibrary FromFiles(IEnumerable<(string Path, string Text)> files)
    {
        var folders = files.OrderBy(file => file.Path, StringComparer.Ordinal).ToLookup(file => FolderOf(file.Path), StringComparer.Ordinal);
        var values = folders.Contains(Common) ? ExamplesParser.Values(SectionsOf([.. folders[Common]])) : ValueModels.None;
        var playbooks = folders.Where(folder => folder.Key != Common).Select(folder => Read(folder.Key, [.. folder], [.. folders[Common]]) with { Values = values });
        return new(playbooks.ToDictionary(playbook => playbook.Name, StringComparer.Ordinal));
    }

    /// <summary>Learns what the examples of all playbooks teach; <see cref="Playbook.Learn"/>.</summary>
    public void Learn(string? folder)
    {
        _playbooks.Values.FirstOrDefault()?.Values.Learn(folder);
        Parallel.ForEach(All, playbook => playbook.Learn(folder));
    }

    /// <summary>The playbook of this name.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out Playbook? playbook) => _playbooks.TryGetValue(name, out playbook);

    /// <summary>The playbook of this name, which is known to exist.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Playbook this[string name] => _playbooks.TryGetValue(name, out var playbook)
        ? playbook : throw new KeyNotFoundException($"There is no playbook '{name}'; there are {string.Join(", ", _playbooks.Keys)}.");

    private static Playbook Read(string name, IReadOnlyList<(string Path, string Text)> own, IReadOnlyList<(string Path, string Text)> common) =>
        PlaybookParser.Parse(name, VersionOf([.. common, .. own]), SectionsOf(own), common.Count == 0 ? null : SectionsOf(common)) with
        {
            Files = [.. common.Concat(own).Select(file => new PlaybookFile($"{FolderOf(file.Path)}/{FileOf(file.Path)}", file.Text))],
            Synonyms = new(string.Join('\n', own.Where(file => IsWords(file.Path)).Select(file => file.Text))),
        };

    private static bool IsWords(string path) => path.EndsWith(".txt", StringComparison.Ordinal);

    private static PlaybookSections SectionsOf(IReadOnlyList<(string Path, string Text)> files) =>
        new([.. files.Where(file => !IsWords(file.Path)).Select(file => DataNode.Parse(file.Path, file.Text))]);

    private static string VersionOf(IReadOnlyList<(string Path, string Text)> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, text) in files)
            hash.AppendData(Encoding.UTF8.GetBytes($"{FileOf(path)}\n{text.ReplaceLineEndings("\n")}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }

    private static string FileOf(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];

    private static string FolderOf(string path)
    {
        var parts = path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 ? parts[^2] : throw new PlaybookException(path, 1, "", "a playbook's file stands in a folder that names the playbook.");
    }
}
