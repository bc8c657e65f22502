namespace LeadHeat.Core.Playbooks;

/// <summary>The top-level keys of all files of one playbook, as if they stood in one.</summary>
internal sealed class PlaybookSections(IReadOnlyList<DataNode> files)
{
    /// <summary>The section that must be there.</summary>
    public DataNode this[string key] => Find(key)
        ?? throw files[0].Wrong($"'{key}' is missing; no file of this playbook has it.");

    /// <summary>The section of this name, or null.</summary>
    public DataNode? Find(string key)
    {
        DataNode? found = null;
        foreach (var file in files)
        {
            if (file.Find(key) is not { } here)
                continue;
            if (found is not null)
                throw here.Wrong($"'{key}' is also in {found.File}, line {found.Line}.");
            found = here;
        }
        return found;
    }

    /// <summary>Refuses sections that nobody has asked for.</summary>
    public void Done()
    {
        foreach (var file in files)
            file.Done();
    }
}
