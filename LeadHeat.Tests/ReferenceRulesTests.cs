using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using LeadHeat.AppHost.Local.Engine;

namespace LeadHeat.Tests;

/// <summary>The rules of docs/architecture.md that can be read off the assemblies and the files.</summary>
public sealed partial class ReferenceRulesTests
{
    private static readonly string[] Projects = ["Core", "ServiceDefaults", "Api", "Worker", "Web", "AppHost"];

    [Theory]
    [InlineData("Core", "")]
    [InlineData("ServiceDefaults", "")]
    [InlineData("Api", "Core ServiceDefaults")]
    [InlineData("Worker", "Core ServiceDefaults")]
    [InlineData("Web", "Core ServiceDefaults")]
    [InlineData("AppHost", "")]
    public void A_project_references_only_what_it_may(string project, string allowed)
    {
        var ours = References(project).Where(name => name.StartsWith("LeadHeat.", StringComparison.Ordinal));

        Assert.Empty(ours.Except(allowed.Split(' ').Select(name => "LeadHeat." + name)));
    }

    [Fact]
    public void Core_needs_nothing_but_the_runtime()
    {
        Assert.DoesNotContain(References("Core"), name =>
            !name.StartsWith("System.", StringComparison.Ordinal) && name is not ("netstandard" or "mscorlib"));
    }

    [Theory]
    [InlineData("Npgsql", "Api")]
    [InlineData("Microsoft.EntityFrameworkCore", "Api")]
    [InlineData("StackExchange.Redis", "Api Worker")]
    [InlineData("OpenAI", "Worker")]
    [InlineData("Microsoft.Extensions.AI.Abstractions", "Api Worker")]
    public void A_library_is_known_only_where_its_store_or_model_is(string library, string allowed)
    {
        var users = Projects.Where(project => References(project).Any(name => name.StartsWith(library, StringComparison.Ordinal)));

        Assert.Empty(users.Except(allowed.Split(' ')));
    }

    [Theory]
    [InlineData("StackExchange.Redis", @"/Redis\w*\.cs$|Configuration\.cs$")]
    [InlineData("OpenAI", "^LeadHeat.Worker/Models/")]
    [InlineData("Microsoft.Extensions.AI", "^LeadHeat.Worker/|^LeadHeat.Api/Knowledge/Embedding/")]
    public void A_third_party_library_stays_at_the_rim(string library, string allowed)
    {
        var users = SourceFiles()
            .Where(file => Regex.IsMatch(File.ReadAllText(Path.Combine(Solution.Root, file)), $@"^using (static )?{Regex.Escape(library)}\b", RegexOptions.Multiline))
            .Where(file => !Regex.IsMatch(file, allowed));

        Assert.Empty(users);
    }

    [Fact]
    public void Folders_have_the_products_words_not_the_trades()
    {
        string[] refused = ["Features", "Common", "Helpers", "Infrastructure", "Services", "Utils"];

        Assert.DoesNotContain(SourceFiles(), file => file.Split('/').Intersect(refused).Any());
    }

    [Fact]
    public void Packages_have_one_exact_version_each()
    {
        var text = File.ReadAllText(Path.Combine(Solution.Root, "Directory.Packages.props"));

        Assert.All(Versions().Matches(text), match => Assert.Matches(@"^(\d+\.\d+\.\d+[\w.-]*|\$\(\w+\))$", match.Groups[1].Value));
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Solution.Root, "*.csproj", SearchOption.AllDirectories).Where(IsOurs),
            project => File.ReadAllText(project).Contains("PackageReference", StringComparison.Ordinal)
                && VersionInProject().IsMatch(File.ReadAllText(project)));
    }

    [GeneratedRegex("<PackageVersion Include=\"[^\"]+\" Version=\"([^\"]+)\"")]
    private static partial Regex Versions();

    [GeneratedRegex("<PackageReference [^>]*Version=")]
    private static partial Regex VersionInProject();

    private static IEnumerable<string> References(string project)
    {
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/'));
        var name = "LeadHeat." + project;
        var path = Path.Combine(Solution.Root, "artifacts", "bin", name, configuration, name + ".dll");
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    private static IEnumerable<string> SourceFiles() => Projects
        .Select(project => Path.Combine(Solution.Root, "LeadHeat." + project))
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories))
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
        .Select(file => Path.GetRelativePath(Solution.Root, file));

    private static bool IsOurs(string path) => !path.Contains("/node_modules/", StringComparison.Ordinal) && !path.Contains("/artifacts/", StringComparison.Ordinal);
}
