using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace LeadHeat.ServiceDefaults;

/// <summary>
/// Settings that a store of secrets lays down as files (a Vault agent, Kubernetes, systemd's credentials): in the folder of Secrets__Path, a file each, called as
/// the setting is (Meta__AccessToken). They go before the environment, which other processes of the same user can read.
/// </summary>
internal static class SecretFiles
{
    public static void AddSecretFiles(this IHostApplicationBuilder builder)
    {
        if (builder.Configuration["Secrets:Path"] is { Length: > 0 } path)
            builder.Configuration.AddKeyPerFile(Path.GetFullPath(path), optional: false);
    }
}
