using LeadHeat.Api.Data;
using Npgsql;
using NpgsqlTypes;

namespace LeadHeat.Api.Channels;

/// <summary>
/// Senders of whom all is known already, which most are: there is nothing to write and nothing to wait for. Those whose messages are handled at once
/// are looked up together.
/// </summary>
internal sealed class SettledSenders
{
    private const int MostTogether = 32;

    // $1 channels, $2 keys.
    private const string Find = """
        select i.channel, i.key, i.session_id, i.account
        from unnest($1::text[], $2::text[]) as k (channel, key) join channel_identities i on i.channel = k.channel and i.key = k.key
        """;

    private readonly NpgsqlDataSource _database;
    private readonly GroupCommit<ChannelSender, Guid?> _groups;

    public SettledSenders([FromKeyedServices(Database.Repeatables)] NpgsqlDataSource database, TimeProvider clock)
    {
        _database = database;
        _groups = new(MostTogether, FindAsync, clock);
    }

    /// <summary>The session that all keys of the sender belong to; null where one is new, belongs to another or came through another account.</summary>
    public Task<Guid?> SessionOfAsync(ChannelSender sender) => _groups.StoreAsync(sender);

    private async Task<IReadOnlyList<Guid?>> FindAsync(IReadOnlyList<ChannelSender> senders)
    {
        var rows = senders.SelectMany(sender => sender.Keys.Select(key => (sender.Channel, Key: key))).Distinct().ToArray();
        await using var batch = _database.CreateBatch();
        batch.Then(Find, Sql.Column(rows, NpgsqlDbType.Text, row => row.Channel), Sql.Column(rows, NpgsqlDbType.Text, row => row.Key));
        await using var reader = await batch.ExecuteReaderAsync();
        Dictionary<(string Channel, string Key), (Guid Session, string? Account)> known = [];
        while (await reader.ReadAsync())
            known.Add((reader.GetString(0), reader.GetString(1)), (reader.GetGuid(2), reader.TextOrNull(3)));
        return [.. senders.Select(sender => SessionOf(sender, known))];
    }

    private static Guid? SessionOf(ChannelSender sender, Dictionary<(string Channel, string Key), (Guid Session, string? Account)> known)
    {
        Guid? session = null;
        foreach (var key in sender.Keys)
        {
            if (!known.TryGetValue((sender.Channel, key), out var row) || row.Account != sender.Account || (session ?? row.Session) != row.Session)
                return null;
            session = row.Session;
        }

        return session;
    }
}

/// <summary>Who wrote.</summary>
/// <param name="Account">Which of our numbers they wrote to.</param>
internal sealed record ChannelSender(string Channel, string Account, string[] Keys);
