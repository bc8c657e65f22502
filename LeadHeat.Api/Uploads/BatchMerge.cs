using LeadHeat.Api.Access;
using LeadHeat.Api.Data;
using LeadHeat.Api.HeatModels;
using LeadHeat.Api.Leads;
using LeadHeat.Api.Privacy;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Uploads;

/// <summary>Stores batches: a batch's leads, scores, errors and the place in the file are one transaction.</summary>
internal sealed class BatchMerge(NpgsqlConnection connection, UploadEntry upload, UploadScoring scoring, MemberNames members, Tombstones tombstones, TimeProvider clock)
{
    private readonly Actor _actor = new(upload.CreatedById, upload.CreatedBy);

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using var create = new NpgsqlCommand(MergeSql.Staging, connection);
        await create.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>False when the import was cancelled: nothing of the batch is stored then.</summary>
    public async Task<bool> StoreAsync(UploadBatch batch, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var join = new BatchJoin(upload, members, now);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var begin = connection.CreateBatch())
            await begin.Then(MergeSql.Hurry).Then(MergeSql.OneAtATime).ExecuteNonQueryAsync(cancellationToken);
        await RefuseDeletedAsync(batch, cancellationToken);
        await join.RunAsync(connection, batch.Rows, cancellationToken);
        MergedLead[] changed = [.. join.Leads.Where(lead => lead.New is not null || lead.IsChanged)];
        var asked = await scoring.AskAsync(connection, [.. changed.Where(lead => lead.Before is not null).Select(lead => lead.Id)], cancellationToken);
        StagedLead[] leads = [.. changed.Select(lead => Stage(lead, asked, now))];
        CopyNew([.. leads.Where(lead => lead.Lead.Before is null)], now);
        await MergeAsync([.. leads.Where(lead => lead.Lead.Before is not null)], now, cancellationToken);
        Copy(MergeSql.CopyActivities, row => Array.ForEach(leads, lead => WriteActivities(row, lead, now)));
        Copy(MergeSql.CopyErrors, row => WriteErrors(row, batch));
        Copy(MergeSql.CopyDuplicates, row => WriteDuplicates(row, join));
        if (!await ProgressAsync(batch, join, now, cancellationToken))
            return false;
        await transaction.CommitAsync(cancellationToken);
        await LookAsync(cancellationToken);
        return true;
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var knows = new NpgsqlCommand(MergeSql.KnowsLittle, connection);
        if (await knows.ExecuteScalarAsync(cancellationToken) is not true)
            return;
        await using var look = new NpgsqlCommand(MergeSql.Look, connection);
        await look.ExecuteNonQueryAsync(cancellationToken);
    }

    // A file from before, or the same one again, must not bring back who was deleted. Their row is not kept, only that there was one.
    private async Task RefuseDeletedAsync(UploadBatch batch, CancellationToken cancellationToken)
    {
        var deleted = await tombstones.FindAsync(connection, batch.Rows.Select(row => (row.Lead.Line, row.Lead.Email, row.Lead.Phone)), cancellationToken);
        if (deleted.Count == 0)
            return;
        var matches = await LeadMatches.FindAsync(connection, [.. batch.Rows.Select(row => row.Lead).Where(lead => deleted.ContainsKey(lead.Line))], upload.Playbook, cancellationToken);
        // Who has come back by themselves is no stranger; whoever else had the address before that does not bring them back.
        foreach (var (line, match) in matches)
        {
            if (match.Since >= deleted[line])
                deleted.Remove(line);
        }

        batch.RejectedRows += batch.Rows.RemoveAll(row => deleted.ContainsKey(row.Lead.Line));
        batch.Rejected.AddRange(deleted.Keys.Select(line => new RejectedCell(line, 0, null, "This person was deleted and is not imported again.", null)));
    }

    // Straight into their tables: through a staging table everything would be written twice.
    private void CopyNew(StagedLead[] leads, DateTimeOffset now)
    {
        if (leads.Length == 0)
            return;
        void All(string sql, Action<StagedLead, CopyRow> write) => Copy(sql, row => Array.ForEach(leads, lead => write(lead, row)));
        All(MergeSql.CopyContacts, (lead, row) => lead.WriteContact(row, now));
        All(MergeSql.CopyLeads, (lead, row) => lead.WriteLead(row, upload));
        All(MergeSql.CopyProfiles, (lead, row) => lead.WriteProfile(row, now));
        All(MergeSql.CopyFeatures, (lead, row) => lead.WriteFeatures(row));
        All(MergeSql.CopyQualifications, (lead, row) => lead.WriteQualification(row, scoring.Card, now));
    }

    private async Task MergeAsync(StagedLead[] leads, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (leads.Length == 0)
            return;
        Copy(MergeSql.CopyStaging, row => Array.ForEach(leads, lead => lead.Write(row)));
        await using var merge = connection.CreateBatch();
        merge.Then(MergeSql.Contacts, Sql.Of(now)).Then(MergeSql.Leads).Then(MergeSql.Profiles, Sql.Of(now)).Then(MergeSql.Features).Then(MergeSql.Qualifications, Sql.Of(scoring.Card.Name), Sql.Of(scoring.Card.Version), Sql.Of(now));
        await merge.ExecuteNonQueryAsync(cancellationToken);
    }

    // A new lead that no other row joined has its score already.
    private StagedLead Stage(MergedLead lead, IReadOnlyDictionary<Guid, AskedModel> asked, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        if (lead is { New: { } row, IsChanged: false })
            return new(lead, id, row.Headline, row.Input, row.Result);
        var input = lead.Before is not { } before ? scoring.Input(lead.Facts, lead.Status, () => lead.Seen(null))
            : new ScoringInput(lead.Facts, scoring.Match(lead.Facts) ?? before.Matches, lead.Adjustments, now, before.Dialogue)
            {
                Probability = asked.TryGetValue(lead.Id, out var model) ? (model with { Lead = lead.Seen(model.Lead) }).Probability(lead.Facts) : null,
            };
        return new(lead, id, scoring.Headline(lead.Facts), input, scoring.Score(input));
    }

    private void WriteActivities(CopyRow row, StagedLead staged, DateTimeOffset now)
    {
        var (lead, at) = (staged.Lead, now);
        void Write(ActivityKind kind, string text)
        {
            row.Begin();
            // A timeline's order is that of its ids, and ids of one millisecond have none.
            row.Write(Guid.CreateVersion7(at));
            at = at.AddMilliseconds(1);
            row.Write(lead.Id);
            row.Write(Words.Of(kind));
            row.Write(text);
            row.Write(_actor.Name);
            row.Write(_actor.Id);
            row.Write((DateTimeOffset?)now);
        }

        Write(lead.New is null ? ActivityKind.FactChanged : ActivityKind.Created, lead.New is null ? $"More was known in the file {upload.FileName}" : $"Came with the file {upload.FileName}");
        foreach (var note in lead.Notes)
            Write(ActivityKind.Note, note);
    }

    private void WriteErrors(CopyRow row, UploadBatch batch)
    {
        foreach (var error in batch.Rejected)
        {
            row.Begin();
            row.Write(upload.Id);
            row.Write(error.Line);
            row.Write(error.Place);
            row.Write(error.Column);
            row.Write(error.Reason);
            row.Write(error.Cells);
        }
    }

    private void WriteDuplicates(CopyRow row, BatchJoin join)
    {
        foreach (var duplicate in join.Duplicates)
        {
            row.Begin();
            row.Write(upload.Id);
            row.Write(duplicate.Line);
            row.Write(duplicate.LeadId);
            row.Write(duplicate.By);
            row.Write(duplicate.InFile);
        }
    }

    private async Task<bool> ProgressAsync(UploadBatch batch, BatchJoin join, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var progress = new NpgsqlCommand(UploadSql.Progress, connection);
        progress.Parameters.Add(Sql.Of(upload.Id));
        progress.Parameters.AddRange(new[] { batch.Records, batch.Rows.Count + batch.RejectedRows, batch.Rows.Count - join.Skipped, batch.RejectedRows, join.Skipped, join.Joined }
            .Select(count => new NpgsqlParameter<long> { TypedValue = count }).ToArray());
        progress.Parameters.Add(Sql.Of(now));
        return await progress.ExecuteScalarAsync(cancellationToken) is not null;
    }

    private void Copy(string sql, Action<CopyRow> write)
    {
        using var copy = connection.BeginBinaryImport(sql);
        write(new CopyRow(copy));
        copy.Complete();
    }
}
