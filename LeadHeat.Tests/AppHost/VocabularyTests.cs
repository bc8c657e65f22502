using System.Reflection;
using System.Text.RegularExpressions;
using LeadHeat.AppHost.Local;
using LeadHeat.AppHost.Local.Engine;

namespace LeadHeat.Tests.AppHost;

/// <summary>
/// AppHost.cs has to compile against the Aspire packages too, which cannot be restored everywhere. What can be checked without
/// them: it uses only verbs that Aspire 13.5 has, and the local verbs that it compiles against take what Aspire's take.
/// </summary>
public sealed partial class VocabularyTests
{
    // Aspire's own parameters, in order, as far as the local verbs go; Aspire's longer forms add only optional ones after them.
    private static readonly Dictionary<string, string[]> Aspire = new()
    {
        ["AddParameter"] = ["string name, bool secret = False", "string name, string value, bool publishValueAsDefault = False, bool secret = False"],
        ["AddConnectionString"] = ["string name"],
        ["AddPostgres"] = ["string name"],
        ["AddDatabase"] = ["string name, string databaseName = null"],
        ["AddRedis"] = ["string name"],
        ["WithDataVolume"] = [""],
        ["WithPersistence"] = [""],
        ["AddProject"] = ["string name"],
        ["WithReplicas"] = ["int replicas"],
        ["WithHttpEndpoint"] = ["int? port = null"],
        ["WithExternalHttpEndpoints"] = [""],
        ["WithHttpHealthCheck"] = ["string path = null"],
        ["WithEnvironment"] = ["string name, string value", "string name, IResourceBuilder<ParameterResource> parameter"],
        ["WithReference"] =
        [
            "IResourceBuilder<IResourceWithConnectionString> source, string connectionName = null",
            "IResourceBuilder<ProjectResource> source",
        ],
        ["WaitFor"] = ["IResourceBuilder<IResource> dependency"],
    };

    private static readonly string[] OtherMembers =
        ["CreateBuilder", "Build", "Run", "Configuration", "Contains", "IsNullOrEmpty", "TryParse"];

    [Fact]
    public void The_app_model_speaks_only_Aspires_vocabulary()
    {
        var text = File.ReadAllText(Path.Combine(Solution.Root, "LeadHeat.AppHost", "AppHost.cs"));

        var used = MemberCalls().Matches(text).Select(match => match.Groups[1].Value).Distinct();

        Assert.Empty(used.Except(Aspire.Keys).Except(OtherMembers));
    }

    [Fact]
    public void The_local_verbs_have_the_shapes_of_Aspires()
    {
        var local = new[] { typeof(StoreVerbs), typeof(ProjectVerbs) }
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .GroupBy(method => method.Name)
            .ToDictionary(verbs => verbs.Key, verbs => verbs.Select(Shape).Distinct().Order().ToArray());

        Assert.Equal(Aspire.Keys.Order(), local.Keys.Order());
        Assert.All(local, verb => Assert.Equal(Aspire[verb.Key].Order(), verb.Value));
    }

    // .AddDatabase("leadsdb"), .AddProject<Projects.LeadHeat_Api>("api"), builder.Configuration[...]
    [GeneratedRegex(@"\.(\w+)(?:<[\w.]+>)?[(\[]")]
    private static partial Regex MemberCalls();

    // Without the receiver: the method extends the builder.
    private static string Shape(MethodInfo method) => string.Join(", ", method.GetParameters().Skip(1).Select(Shape));

    private static string Shape(ParameterInfo parameter)
    {
        var shape = $"{Name(parameter.ParameterType)} {parameter.Name}";
        return parameter.HasDefaultValue ? $"{shape} = {parameter.DefaultValue ?? "null"}" : shape;
    }

    private static string Name(Type type) => type switch
    {
        _ when type == typeof(string) => "string",
        _ when type == typeof(int) => "int",
        _ when type == typeof(bool) => "bool",
        _ when Nullable.GetUnderlyingType(type) is { } inner => Name(inner) + "?",
        { IsGenericType: true } => $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{Name(type.GetGenericArguments()[0])}>",
        _ => type.Name,
    };
}
