using LeadHeat.Core.Leads;
using LeadHeat.Core.Understanding;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;
using Npgsql;

namespace LeadHeat.Tests.Api.Overview;

/// <summary>Random leads of a playbook of their own, in the app's database and here, and random changes to both.</summary>
internal sealed class CountedLeads(RunningApp app, int seed, IReadOnlyList<Guid> team) : IAsyncDisposable
{
    private const int Days = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    private readonly NpgsqlDataSource _database = NpgsqlDataSource.Create(app.ConnectionString("leadsdb"));
    private readonly Random _random = new(seed);
    private readonly DateTimeOffset _newest = new(DateTimeOffset.UtcNow.UtcDateTime.Date.AddDays(-1), TimeSpan.Zero);

    public string Playbook { get; } = $"test-{Guid.NewGuid():N}";

    public List<CountedLead> All { get; } = [];

    public async Task AddAsync(int count)
    {
        await using var batch = _database.CreateBatch();
        var contact = Guid.CreateVersion7();
        Add(batch, "insert into contacts (id, created_at, updated_at) values ($1, now(), now())", contact);
        for (var i = 0; i < count; i++)
        {
            var lead = Any();
            All.Add(lead);
            if (lead.Chat is { } chat)
                AddChat(batch, lead, chat);
            Add(
                batch,
                """
                insert into leads (id, contact_id, conversation_id, playbook, source, status, status_since, owner_id, name, score, heat, handling, created_at, last_activity_at)
                values ($1, $2, $3, $4, $5, $6, $7, $8, 'Counted', $9, $10, 'bot', $7, $7)
                """,
                lead.Id, contact, lead.Chat is null ? null : lead.Conversation, Playbook, Words.Of(lead.Source), Words.Of(lead.Status), lead.Created, lead.Owner, lead.Score,
                Words.Of(lead.Heat));
        }
        await batch.ExecuteNonQueryAsync();
    }

    /// <summary>A number of random changes: stages, owners, scores that change without a sign, leads that go.</summary>
    public async Task ChangeAsync(int count)
    {
        await using var batch = _database.CreateBatch();
        for (var i = 0; i < count && All.Count > 1; i++)
            Change(batch, All[_random.Next(All.Count)]);
        await batch.ExecuteNonQueryAsync();
    }

    public async Task RunAsync(string sql, params object?[] values)
    {
        await using var batch = _database.CreateBatch();
        Add(batch, sql, values);
        await batch.ExecuteNonQueryAsync();
    }

    /// <summary>Until the roller has seen all of it.</summary>
    public Task UntilCountedAsync() => Eventually.TrueAsync(
        async () => await AskAsync($"""
            select (select count(*) from leads l left join overview_leads o on o.lead_id = l.id where l.playbook = '{Playbook}' and o.seen is distinct from overview_seen(l))
                + (select count(*) from overview_leads o join overview_slices s on s.id = o.slice
                   where s.playbook = '{Playbook}' and not exists (select from leads l where l.id = o.lead_id))
            """) == "0", Patience, () => "leads are not counted as they are");

    public async Task<string?> AskAsync(string sql)
    {
        await using var command = _database.CreateCommand(sql);
        return (await command.ExecuteScalarAsync())?.ToString();
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private CountedLead Any()
    {
        var created = _newest.AddDays(-_random.Next(Days)).AddSeconds(_random.Next(86_400));
        return new(Guid.CreateVersion7(created), Guid.CreateVersion7(created), One<LeadSource>(), created)
        {
            Status = One<LeadStatus>(), Heat = One<Heat>(), Score = _random.Next(6) == 0 ? null : _random.Next(101), Owner = AnyOwner(),
            Chat = _random.Next(3) == 0 ? null : new(
                created, _random.Next(8) == 0 ? null : 0.05 + (_random.NextDouble() * 4), _random.Next(2) == 0 ? null : 30 + (_random.NextDouble() * 90_000), One<Sentiment>(),
                _random.Next(11)),
        };
    }

    private Guid? AnyOwner() => _random.Next(3) is 0 ? null : team[_random.Next(team.Count)];

    private T One<T>() where T : struct, Enum => Enum.GetValues<T>()[_random.Next(Enum.GetValues<T>().Length)];

    private void Change(NpgsqlBatch batch, CountedLead lead)
    {
        switch (_random.Next(5))
        {
            case 0 or 1:
                var to = One<LeadStatus>();
                Add(
                    batch, "insert into activities (id, lead_id, kind, text, actor, at) values ($1, $2, 'status_changed', $3, 'Test', now())", Guid.CreateVersion7(), lead.Id,
                    $"Moved from {Words.Of(lead.Status)} to {Words.Of(to)}: too dear");
                Add(batch, "update leads set status = $2, status_since = now(), last_activity_at = now() where id = $1", lead.Id, Words.Of(to));
                lead.Was.Add(lead.Status);
                lead.Status = to;
                break;
            case 2:
                lead.Owner = AnyOwner();
                Add(batch, "update leads set owner_id = $2, last_activity_at = now() where id = $1", lead.Id, lead.Owner);
                break;
            case 3:
                (lead.Score, lead.Heat) = (_random.Next(101), One<Heat>());
                Add(batch, "update leads set score = $2, heat = $3 where id = $1", lead.Id, lead.Score, Words.Of(lead.Heat));
                break;
            default:
                Add(batch, "update conversations set lead_id = null where lead_id = $1", lead.Id);
                Add(batch, "delete from leads where id = $1", lead.Id);
                All.Remove(lead);
                break;
        }
    }

    private static void AddChat(NpgsqlBatch batch, CountedLead lead, CountedChat chat)
    {
        Add(
            batch, "insert into conversations (id, playbook, channel, handling, dialogue, created_at) values ($1, 'test', 'web', 'bot', $2::jsonb, $3)", lead.Conversation,
            $$"""{"sentiment":"{{Words.Of(chat.Sentiment)}}","frustration":{{chat.Frustration}}}""", chat.First);
        Say("bot", chat.First.AddSeconds(-3));
        Say("visitor", chat.First);
        Say("visitor", chat.First.AddMinutes(1));
        if (chat.BotSeconds is { } bot)
            Say("bot", chat.First.AddSeconds(bot));
        if (chat.PersonSeconds is { } person)
        {
            Say("person", chat.First.AddSeconds(person));
            Say("person", chat.First.AddSeconds(person + 60));
        }

        void Say(string author, DateTimeOffset at) => Add(
            batch, "insert into messages (id, conversation_id, author, text, external_id, created_at) values ($1, $2, $3, 'x', $4, $5)", Guid.CreateVersion7(at), lead.Conversation,
            author, Guid.NewGuid().ToString(), at);
    }

    private static void Add(NpgsqlBatch batch, string sql, params object?[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        batch.BatchCommands.Add(command);
    }
}
