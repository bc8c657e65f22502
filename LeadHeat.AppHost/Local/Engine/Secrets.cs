using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace LeadHeat.AppHost.Local.Engine;

/// <summary>
/// What each parameter is: given from outside, or made once and kept in the data folder in a file of its name that only its
/// owner reads.
/// </summary>
internal sealed class Secrets(DataFolder data, IConfiguration configuration)
{
    // Without the letters and digits that are mistaken for each other when a password is typed off a screen.
    private const string Legible = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>The secrets that this run made.</summary>
    public HashSet<string> New { get; } = [];

    public bool IsGiven(ParameterResource parameter) => Given(parameter.Name) is not null;

    public string ValueOf(ParameterResource parameter) => Given(parameter.Name) is { } given
        ? parameter.Secret ? Keep(parameter.Name, given) : given
        : parameter.Value ?? Kept(parameter.Name);

    public string Kept(string name)
    {
        if (File.Exists(data.PathOf(name)))
            return File.ReadAllText(data.PathOf(name)).Trim();

        New.Add(name);
        return Keep(name, RandomNumberGenerator.GetString(Legible, name.EndsWith("password", StringComparison.Ordinal) ? 20 : 43));
    }

    // admin-key: Parameters:admin-key, or LEADHEAT_ADMIN_KEY
    private string? Given(string name) =>
        NotEmpty(configuration[$"Parameters:{name}"]) ?? NotEmpty(configuration[$"LEADHEAT_{name.Replace('-', '_').ToUpperInvariant()}"]);

    private string Keep(string name, string value)
    {
        data.WritePrivately(name, value + "\n");
        return value;
    }

    private static string? NotEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
