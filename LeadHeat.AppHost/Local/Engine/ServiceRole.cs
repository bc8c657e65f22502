using System.Security.Cryptography;
using System.Text;

namespace LeadHeat.AppHost.Local.Engine;

/// <summary>
/// The role by which services use a database: it owns nothing and may only what the project that has the tables grants it. Tables are made by the
/// owner before a service starts, by that project's own command. A mark on the database says that all of it is done for this build.
/// </summary>
/// <param name="migration">What makes the tables of a database, by its owner's address, and grants the role what it needs.</param>
internal sealed class ServiceRole(DataFolder data, string password, Func<PostgresDatabaseResource, string, Migration?> migration)
{
    public const string Name = "leadheat_api";

    private const string Databases = "select datname || ' ' || coalesce(shobj_description(oid, 'pg_database'), '') from pg_database";
    private const string Script = "service-role.sql";

    public string Password => password;

    public async Task PrepareAsync(
        PostgresDatabaseResource database, string ownersAddress, Func<string, string[], Command> client, LogFile log, CancellationToken cancellationToken)
    {
        var found = await DatabasesAsync(client, log, cancellationToken);
        if (!found.TryGetValue(database.DatabaseName, out var mark))
            await RunAsync(client("createdb", [database.DatabaseName]), $"The database {database.DatabaseName} could not be created.", log, cancellationToken);
        var wanted = migration(database, ownersAddress);
        var done = Mark(wanted);
        if (mark == done)
            return;

        await GiveRoleAsync(client, log, cancellationToken);
        if (wanted is not null)
            await RunAsync(wanted.Command, $"The tables of {database.DatabaseName} could not be brought up to date.", log, cancellationToken);
        await RunAsync(
            client("psql", ["-X", "-q", "-d", "postgres", "-c", $"comment on database {database.DatabaseName} is '{done}'"]),
            $"The database {database.DatabaseName} could not be marked as up to date.", log, cancellationToken);
    }

    private string Mark(Migration? wanted) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Name} {password} {wanted?.Version}")));

    // In a file, because a command line can be read by everybody on the machine.
    private async Task GiveRoleAsync(Func<string, string[], Command> client, LogFile log, CancellationToken cancellationToken)
    {
        data.WritePrivately(Script, $"""
            do $$ begin
                if not exists (select from pg_roles where rolname = '{Name}') then
                    create role {Name};
                end if;
            end $$;
            alter role {Name} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '{password.Replace("'", "''", StringComparison.Ordinal)}';

            """);
        try
        {
            var given = client("psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", "postgres", "-f", data.PathOf(Script)]);
            await RunAsync(given, $"The role {Name} could not be made.", log, cancellationToken);
        }
        finally
        {
            File.Delete(data.PathOf(Script));
        }
    }

    /// <summary>Each with its mark.</summary>
    private static async Task<Dictionary<string, string>> DatabasesAsync(Func<string, string[], Command> client, LogFile log, CancellationToken cancellationToken)
    {
        Dictionary<string, string> found = [];
        await GuardedProcess.RunAsync(
            client("psql", ["-X", "-t", "-A", "-d", "postgres", "-c", Databases]),
            line =>
            {
                if (line.Split(' ', 2) is [var name, var mark])
                    found[name] = mark;
                else
                    log.Append(line);
            },
            cancellationToken);
        return found;
    }

    private static async Task RunAsync(Command command, string failure, LogFile log, CancellationToken cancellationToken)
    {
        if (await GuardedProcess.RunAsync(command, log.Append, cancellationToken) != 0)
            throw new CannotStart(failure);
    }
}

/// <param name="Version">Differs where other tables or grants may be wanted.</param>
internal sealed record Migration(Command Command, string Version);
