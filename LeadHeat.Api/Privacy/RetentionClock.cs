using LeadHeat.Api.Access;
using LeadHeat.Api.Data;
using LeadHeat.Core.Privacy;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LeadHeat.Api.Privacy;

/// <summary>What is kept for how long: says what would go now, and lets it go, in batches so small that nobody waits for one.</summary>
internal sealed class RetentionClock(NpgsqlDataSource database, Erasure erasure, Marks marks, IOptions<PrivacyOptions> options, TimeProvider clock)
{
    private const int RowsAtOnce = 500;
    private const int PeopleAtOnce = 50;

    private static readonly Actor s_clock = new(null, "Retention clock");

    private PrivacyOptions Kept => options.Value;

    /// <summary>Changes nothing.</summary>
    public async Task<Retention> LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var classes = Classes(now);
        await using var batch = database.CreateBatch();
        foreach (var one in classes)
            batch.Then(one.Count, one.Parameter());
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<RetentionClass> seen = [];
        foreach (var one in classes)
        {
            await reader.ReadAsync(cancellationToken);
            seen.Add(new(one.Name, one.Title, one.Setting, one.Kept, reader.GetInt32(0), reader.ValueOrNull<DateTimeOffset>(1)));
            await reader.NextResultAsync(cancellationToken);
        }

        return new(Kept.RetentionOn, seen, now);
    }

    /// <summary>Lets go what is due, and writes a receipt where that was anything.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!Kept.RetentionOn)
            return;
        var now = clock.GetUtcNow();
        await EraseDeletedAsync(now, cancellationToken);
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        var people = await DropPeopleAsync(RetentionSql.TakeAnonymous, now.AddDays(-Kept.AnonymousDays), counts, cancellationToken)
            + await DropPeopleAsync(RetentionSql.TakeOld, now.AddDays(-Kept.LeadDays), counts, cancellationToken);
        await DropRowsAsync("postgres: chats without a message", RetentionSql.DropSessions, Sql.Of(now.AddHours(-Kept.SessionHours)), counts, cancellationToken);
        await DropRowsAsync("inbound archive: events", RetentionSql.DropEvents, Sql.Of(IdOf(now.AddDays(-Kept.InboundDays))), counts, cancellationToken);
        await DropRowsAsync("inbound archive: deliveries", RetentionSql.DropDeliveries, Sql.Of(IdOf(now.AddDays(-Kept.InboundDays))), counts, cancellationToken);
        await DropRowsAsync("inbound archive: comparisons with Meta", RetentionSql.DropComparisons, Sql.Of(IdOf(now.AddDays(-Kept.InboundDays))), counts, cancellationToken);
        await DropRowsAsync("inbound archive: refused deliveries", RetentionSql.DropRefused, Sql.Of(now.AddDays(-Kept.RefusedDays)), counts, cancellationToken);
        await DropRowsAsync("uploads: previews and refused rows", RetentionSql.DropUploads, Sql.Of(now.AddDays(-Kept.UploadDays)), counts, cancellationToken);
        await DropRowsAsync("postgres: tombstones", RetentionSql.DropTombstones, Sql.Of(now.AddDays(-Kept.TombstoneDays)), counts, cancellationToken);
        if (counts.Count == 0)
            return;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await Erasure.NoteAsync(
            connection, new(Guid.CreateVersion7(clock.GetUtcNow()), null, ErasureReason.Retention, s_clock.Name, people, counts, clock.GetUtcNow()), cancellationToken);
    }

    private async Task EraseDeletedAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<Guid> due = [];
        await using (var batch = database.CreateBatch())
        {
            batch.Then(DeletionSql.Due, Sql.Of(now), Sql.Of(RowsAtOnce));
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                due.Add(reader.GetGuid(0));
        }

        foreach (var contactId in due)
            await erasure.EraseDeletedAsync(contactId, ErasureReason.PeriodOver, s_clock, cancellationToken);
    }

    private async Task<int> DropPeopleAsync(string take, DateTimeOffset before, Dictionary<string, int> counts, CancellationToken cancellationToken)
    {
        for (var people = 0; ;)
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var contacts = await TakeAsync(connection, take, before, cancellationToken);
            if (contacts.Length > 0)
            {
                // Whoever has written meanwhile is not due any more.
                await Deletions.LockAsync(connection, contacts, cancellationToken);
                contacts = [.. contacts.Intersect(await TakeAsync(connection, take, before, cancellationToken))];
            }

            if (contacts.Length == 0)
                return people;
            var person = await PersonIds.FindAsync(connection, await PersonIds.UnitedAsync(connection, contacts, cancellationToken), cancellationToken);
            await ReportScrub.ScrubAsync(connection, person.Leads, [.. person.Forms], counts, cancellationToken);
            await MarkFormsAsync(connection, person.Forms, cancellationToken);
            foreach (var (table, count) in await PersonRows.DeleteAsync(connection, person, cancellationToken))
                counts[Erasure.StoreOf(table)] = counts.GetValueOrDefault(Erasure.StoreOf(table)) + count;
            await transaction.CommitAsync(cancellationToken);
            people += contacts.Length;
        }
    }

    // Meta may have them still: a comparison would bring people back whom nobody here has dealt with for that long. What they do from now on is a new lead.
    private async Task MarkFormsAsync(NpgsqlConnection connection, IReadOnlyList<string> forms, CancellationToken cancellationToken)
    {
        if (forms.Count == 0)
            return;
        await using var batch = connection.CreateBatch();
        batch.Then(Tombstones.Set, Sql.Of(await marks.OfAsync(forms.Select(Marks.Form), cancellationToken)), Sql.Of(Tombstones.Nobody), Sql.Of(clock.GetUtcNow()));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<Guid[]> TakeAsync(NpgsqlConnection connection, string take, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(take, connection) { Parameters = { Sql.Of(before), Sql.Of(PeopleAtOnce) } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<Guid> contacts = [];
        while (await reader.ReadAsync(cancellationToken))
            contacts.Add(reader.GetGuid(0));
        return [.. contacts];
    }

    private async Task DropRowsAsync(string name, string drop, NpgsqlParameter before, Dictionary<string, int> counts, CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var command = database.CreateCommand(drop);
            command.Parameters.Add(before.Clone());
            command.Parameters.Add(Sql.Of(RowsAtOnce));
            if (await command.ExecuteNonQueryAsync(cancellationToken) is not (> 0 and var count))
                return;
            counts[name] = counts.GetValueOrDefault(name) + count;
        }
    }

    private List<KeptClass> Classes(DateTimeOffset now)
    {
        KeptClass Days(string name, string title, string setting, int days, string count) =>
            new(name, title, "Privacy__" + setting, TimeSpan.FromDays(days), count, () => Sql.Of(now.AddDays(-days)));
        return
        [
            new("sessions", "Chats in which nothing was written", "Privacy__SessionHours", TimeSpan.FromHours(Kept.SessionHours), RetentionSql.CountSessions,
                () => Sql.Of(now.AddHours(-Kept.SessionHours))),
            Days("anonymous", "Conversations of people whose name, address and number are unknown", nameof(Kept.AnonymousDays), Kept.AnonymousDays, RetentionSql.CountAnonymous),
            Days("leads", "People with whom nothing has happened since", nameof(Kept.LeadDays), Kept.LeadDays, RetentionSql.CountOld),
            Days("inbound", "What WhatsApp and Lead Ads delivered, as it came, and comparisons with Meta", nameof(Kept.InboundDays), Kept.InboundDays, RetentionSql.CountInbound) with
            {
                Parameter = () => Sql.Of(IdOf(now.AddDays(-Kept.InboundDays))),
            },
            Days("refused", "Deliveries that were not let in because of their signature", nameof(Kept.RefusedDays), Kept.RefusedDays, RetentionSql.CountRefused),
            Days("uploads", "Previews and refused rows of files", nameof(Kept.UploadDays), Kept.UploadDays, RetentionSql.CountUploads),
            Days("deleted", "Deleted people who can be restored", nameof(Kept.DeletedDays), Kept.DeletedDays, RetentionSql.CountDeleted) with
            {
                Parameter = () => Sql.Of(now),
            },
            Days("tombstones", "Marks that keep deleted people from coming back by accident", nameof(Kept.TombstoneDays), Kept.TombstoneDays, RetentionSql.CountTombstones),
        ];
    }

    private static Guid IdOf(DateTimeOffset at) => Guid.CreateVersion7(at);

    private sealed record KeptClass(string Name, string Title, string Setting, TimeSpan Kept, string Count, Func<NpgsqlParameter> Parameter);
}
