namespace LeadHeat.AppHost.Local.Engine;

/// <summary>Where the solution lies, and what was built of it beside this assembly: artifacts/bin/LeadHeat.X/release/LeadHeat.X.dll.</summary>
internal static class Solution
{
    public static string Root { get; } = FindRoot();

    /// <summary>What the playbooks teach, learned with the build and the same for every data folder.</summary>
    public static string Learned => Path.Combine(Root, "artifacts", "learned");

    public static string ProjectFolder(ProjectResource project) =>
        Path.Combine(Root, Path.GetDirectoryName(project.ProjectPath)!);

    public static string BuiltAssembly(ProjectResource project)
    {
        var name = Path.GetFileNameWithoutExtension(project.ProjectPath);
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(Root, "artifacts", "bin", name, configuration, name + ".dll");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "LeadHeat.sln")))
                return folder.FullName;
        throw new CannotStart($"LeadHeat.sln is not above {AppContext.BaseDirectory}: the local engine runs from the built solution.");
    }
}
