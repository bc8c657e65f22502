using Npgsql;

namespace LeadHeat.Api.Data;

/// <summary>
/// What the role may do that the Api serves with, where another one owns the tables: read and write rows, make none of the tables and change none; and of what
/// is only ever added to, add.
/// </summary>
internal static class ServiceGrants
{
    // All that it had before goes first: what an older version granted and this one does not, is gone.
    private const string Statements = """
        revoke create on schema public from public;
        revoke all on all tables in schema public from {role};
        revoke all on schema public from {role};
        grant connect, temporary on database {database} to {role};
        grant usage on schema public to {role};
        grant select, insert, update, delete on all tables in schema public to {role};
        revoke update, delete on audit_log, erasures, playbook_versions from {role};
        revoke update on consents, open_changes from {role};
        grant update (contact_id) on consents to {role};
        revoke insert, update, delete on "__EFMigrationsHistory", score_ledger from {role};
        grant truncate on overview_leads, overview_days, overview_months, overview_slices to {role};
        grant execute on function look_at_leads() to {role}
        """;

    public static async Task GiveAsync(NpgsqlConnection connection, string role, CancellationToken cancellationToken)
    {
        using var quoted = new NpgsqlCommandBuilder();
        var statements = Statements.Replace("{role}", quoted.QuoteIdentifier(role), StringComparison.Ordinal)
            .Replace("{database}", quoted.QuoteIdentifier(connection.Database), StringComparison.Ordinal);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var command = new NpgsqlCommand(statements, connection, transaction))
            await command.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
