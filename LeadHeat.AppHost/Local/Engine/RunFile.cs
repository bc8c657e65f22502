using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadHeat.AppHost.Local.Engine;

/// <summary>run.json in the data folder: there when the app is ready, gone when it is stopped, and true in between.</summary>
internal sealed record RunFile(
    int ProcessId,
    string AdminEmail,
    IReadOnlyDictionary<string, string?> ConnectionStrings,
    IReadOnlyList<RunFile.Entry> Resources)
{
    public const string FileName = "run.json";

    /// <summary>Behind a database's name: by its owner's role.</summary>
    public const string OfOwner = "-owner";

    public static RunFile Read(string path) => JsonSerializer.Deserialize(File.ReadAllText(path), RunFileJson.Default.RunFile)!;

    public void Write(DataFolder data) => data.WritePrivately(FileName, JsonSerializer.Serialize(this, RunFileJson.Default.RunFile));

    /// <summary>One process; Name differs from Resource where a resource has replicas.</summary>
    internal sealed record Entry(
        string Name,
        string Resource,
        RunState State,
        int Restarts,
        IReadOnlyList<int> Pids,
        IReadOnlyList<string> Urls,
        string Log);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true, Converters = [typeof(RunStateJson)])]
[JsonSerializable(typeof(RunFile))]
internal sealed partial class RunFileJson : JsonSerializerContext;

internal sealed class RunStateJson() : JsonStringEnumConverter<RunState>(JsonNamingPolicy.SnakeCaseLower);
