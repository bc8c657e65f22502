using LeadHeat.Api.Data;
using System.Threading.Channels;
using LeadHeat.Api.Access;
using LeadHeat.Api.HeatModels;
using LeadHeat.Api.Inventory;
using LeadHeat.Api.Privacy;
using LeadHeat.Api.Live;
using LeadHeat.Api.Scoring;
using LeadHeat.Core.Live;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Uploads;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LeadHeat.Api.Uploads;

/// <summary>
/// Imports one file: one thread reads, checks and scores rows while another stores the batch before. A batch is stored whole, with how far
/// the file is read, or not at all; so an import that ends anywhere goes on behind its last batch.
/// </summary>
internal sealed class UploadImport(
    [FromKeyedServices(Database.Imports)] NpgsqlDataSource database, UploadStore store, PlaybookLibrary playbooks, ActiveCards cards, CardModels models, UnitSearch units, Tombstones tombstones,
    LiveEvents live, IOptions<UploadLimits> limits, TimeProvider clock)
{
    // One that is read while one is stored: more would only take memory.
    private const int BatchesAhead = 1;

    // Every open page that shows leads reads again when it is told.
    private static readonly TimeSpan BetweenNews = TimeSpan.FromSeconds(1);

    /// <param name="connection">Stores the batches; it holds the import's lock.</param>
    public async Task RunAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { State: UploadState.Importing } upload || !playbooks.TryGet(upload.Playbook, out var playbook))
            return;
        var scoring = new UploadScoring(units, models, playbook, cards.Primary(playbook, clock.GetUtcNow()), clock.GetUtcNow());
        var batches = Channel.CreateBounded<UploadBatch>(new BoundedChannelOptions(BatchesAhead) { SingleReader = true, SingleWriter = true });
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Task.Factory.StartNew(
            () => Read(upload, playbook, scoring, batches.Writer, stopping.Token), stopping.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            if (await StoreAllAsync(connection, upload, scoring, batches.Reader, cancellationToken))
                await FinishAsync(connection, id, cancellationToken);
        }
        finally
        {
            await stopping.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // False when it was cancelled.
    private async Task<bool> StoreAllAsync(
        NpgsqlConnection connection, UploadEntry upload, UploadScoring scoring, ChannelReader<UploadBatch> batches, CancellationToken cancellationToken)
    {
        var members = await MemberNames.ReadAsync(connection, cancellationToken);
        var merge = new BatchMerge(connection, upload, scoring, members, tombstones, clock);
        await merge.PrepareAsync(cancellationToken);
        var told = clock.GetTimestamp();
        await foreach (var batch in batches.ReadAllAsync(cancellationToken))
        {
            if (!await merge.StoreAsync(batch, cancellationToken))
                return false;
            if (clock.GetElapsedTime(told) < BetweenNews)
                continue;
            live.Publish(LiveEventKind.UploadChanged);
            told = clock.GetTimestamp();
        }
        return true;
    }

    private async Task FinishAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken)
    {
        await using var finish = new NpgsqlCommand(UploadSql.Finish, connection) { Parameters = { Data.Sql.Of(id), Data.Sql.Of(clock.GetUtcNow()) } };
        await finish.ExecuteNonQueryAsync(cancellationToken);
    }

    private void Read(UploadEntry upload, Playbook playbook, UploadScoring scoring, ChannelWriter<UploadBatch> batches, CancellationToken cancellationToken)
    {
        try
        {
            using var text = new StreamReader(new PieceStream(database, upload.Id), TextEncodings.Of(upload.Encoding), detectEncodingFromByteOrderMarks: false, 64 * 1024);
            var csv = new CsvReader(text, upload.Dialect, limits.Value.Csv);
            var rows = new RowReader(playbook, upload.Mapping, limits.Value.Csv, clock.GetUtcNow());
            FileOpening.ReadHeader(csv);
            for (long record = 0; record < upload.Records && csv.Read(); record++)
                cancellationToken.ThrowIfCancellationRequested();
            ReadBatches(csv, rows, scoring, upload.Records, batches, cancellationToken);
            batches.Complete();
        }
        catch (Exception failure)
        {
            // Whoever stores the batches meets it there.
            batches.Complete(failure);
        }
    }

    private static void ReadBatches(
        CsvReader csv, RowReader rows, UploadScoring scoring, long records, ChannelWriter<UploadBatch> batches, CancellationToken cancellationToken)
    {
        var batch = new UploadBatch();
        List<UploadError> errors = [];
        while (csv.Read())
        {
            errors.Clear();
            batch.Records = ++records;
            if (rows.Read(csv, errors) is { } lead)
                Add(batch, lead, scoring);
            else if (errors.Count > 0)
                Reject(batch, csv, errors);
            if (!batch.IsFull)
                continue;
            Hand(batches, batch, cancellationToken);
            batch = new UploadBatch();
        }

        if (batch.Records > 0)
            Hand(batches, batch, cancellationToken);
    }

    private static void Hand(ChannelWriter<UploadBatch> batches, UploadBatch batch, CancellationToken cancellationToken) =>
        batches.WriteAsync(batch, cancellationToken).AsTask().GetAwaiter().GetResult();

    private static void Add(UploadBatch batch, UploadedLead lead, UploadScoring scoring)
    {
        var input = scoring.Input(lead.Facts, lead.Status, () => scoring.Seen(lead));
        batch.Rows.Add(new(lead, input, scoring.Headline(lead.Facts), scoring.Score(input)));
    }

    private static void Reject(UploadBatch batch, CsvReader csv, List<UploadError> errors)
    {
        batch.RejectedRows++;
        foreach (var (place, error) in errors.Index())
            batch.Rejected.Add(new(error.Line, place, error.Column, error.Reason, place > 0 ? null : [.. Enumerable.Range(0, csv.Count).Select(field => Storable(csv[field]))]));
    }

    // Postgres keeps every character but NUL.
    private static string Storable(ReadOnlySpan<char> cell) => cell.ToString().Replace('\0', '\uFFFD');
}
