namespace LeadHeat.Core.Playbooks;

/// <summary>A playbook's file is wrong; says where and what.</summary>
/// <param name="file">The file.</param>
/// <param name="line">The line, from 1.</param>
/// <param name="key">The path of the key: <c>fields[2].ask</c>.</param>
/// <param name="problem">What is wrong there.</param>
public sealed class PlaybookException(string file, int line, string key, string problem)
    : Exception($"{file}, line {line}{(key.Length == 0 ? "" : ", " + key)}: {problem}")
{
    public string File { get; } = file;
    public int Line { get; } = line;
    public string Key { get; } = key;
    public string Problem { get; } = problem;
}
