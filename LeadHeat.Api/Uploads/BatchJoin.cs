using LeadHeat.Api.Data;
using LeadHeat.Api.Leads;
using LeadHeat.Api.Scoring;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Uploads;
using Npgsql;

namespace LeadHeat.Api.Uploads;

/// <summary>Decides which lead each row of a batch is: a new one, one that was there, or one of an earlier row.</summary>
internal sealed class BatchJoin(UploadEntry upload, MemberNames members, DateTimeOffset now)
{
    // How many columns of the merge's own come behind the judged lead's.
    private const int Own = 6;

    // $1 leads. Locked in the order of their ids, so that two who lock several wait for each other rather than lock each other out.
    private const string Read = $"""
        select {JudgementSql.Columns}, l.id, l.status, l.status_since, l.lost_reason, l.owner_id, l.last_activity_at
        {JudgementSql.Sources}
        where l.id = any ($1) order by l.id for no key update of l
        """;

    // $1 leads.
    private const string Adjustments = $"""
        select {LedgerRows.Columns}, l.id
        from leads l join score_ledger g on g.qualification_id = l.qualification_id and {LedgerRows.ByPeople}
        where l.id = any ($1) order by l.id, g.position
        """;

    private readonly Dictionary<string, MergedLead> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, MergedLead> _byId = [];

    public List<MergedLead> Leads { get; } = [];

    public List<UploadDuplicate> Duplicates { get; } = [];

    public int Joined { get; private set; }

    public int Skipped { get; private set; }

    public async Task RunAsync(NpgsqlConnection connection, IReadOnlyList<ScoredRow> rows, CancellationToken cancellationToken)
    {
        var matches = await LeadMatches.FindAsync(connection, [.. rows.Select(row => row.Lead)], upload.Playbook, cancellationToken);
        if (upload.OnDuplicate == OnDuplicate.Merge && matches.Count > 0)
            await ReadAsync(connection, [.. matches.Values.Select(match => match.LeadId).Distinct()], cancellationToken);
        foreach (var row in rows)
            Place(row, matches.TryGetValue(row.Lead.Line, out var match) ? match : null);
    }

    private void Place(ScoredRow row, LeadMatch? match)
    {
        var (known, by) = match is { } found ? (_byId.GetValueOrDefault(found.LeadId), found.By)
            : row.Lead.Email is { } email && _byKey.TryGetValue(email, out var sameAddress) ? (sameAddress, "email")
            : row.Lead.Phone is { } phone && _byKey.TryGetValue(phone, out var sameNumber) ? (sameNumber, "phone")
            : (null, null);
        if (by is null)
        {
            Add(row);
            return;
        }

        Duplicates.Add(new(row.Lead.Line, match?.LeadId ?? known!.Id, by, match is null || match.Value.UploadId == upload.Id));
        if (upload.OnDuplicate == OnDuplicate.Skip)
        {
            Skipped++;
        }
        else if (upload.OnDuplicate == OnDuplicate.Separate || known is null)
        {
            Add(row);
        }
        else
        {
            known.Join(row.Lead, members.Find(row.Lead.Owner), now);
            Remember(row.Lead, known);
            Joined++;
        }
    }

    private void Add(ScoredRow row)
    {
        var lead = row.Lead;
        var (at, created) = (lead.ClosedAt ?? lead.CreatedAt ?? now, lead.CreatedAt ?? lead.ClosedAt ?? now);
        var owner = members.Find(lead.Owner);
        var added = new MergedLead
        {
            Id = Guid.CreateVersion7(now), ContactId = Guid.CreateVersion7(now), New = row, Facts = lead.Facts, Status = lead.Status, StatusSince = at,
            LostReason = lead.LostReason, OwnerId = owner, Features = lead.Features, FeaturesAt = created,
            CreatedAt = created, LastActivityAt = at,
        };
        if (lead.Note is not null)
            added.Notes.Add(lead.Note);
        if (lead.Owner is not null && owner is null)
            added.Notes.Add($"Owner in the file: {lead.Owner}");
        Leads.Add(added);
        Remember(lead, added);
    }

    private void Remember(UploadedLead row, MergedLead lead)
    {
        if (row.Email is { } email)
            _byKey.TryAdd(email, lead);
        if (row.Phone is { } phone)
            _byKey.TryAdd(phone, lead);
    }

    private async Task ReadAsync(NpgsqlConnection connection, Guid[] ids, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(Read, Sql.Of(ids)).Then(Adjustments, Sql.Of(ids));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var known = ReadOne(reader);
            Leads.Add(known);
            _byId[known.Id] = known;
        }

        foreach (var adjusted in (await reader.NextListAsync(row => (Lead: row.GetGuid(row.FieldCount - 1), Line: LedgerRows.Read(row, 0)), cancellationToken)).GroupBy(line => line.Lead))
            _byId[adjusted.Key].Adjustments = [.. adjusted.Select(line => line.Line)];
    }

    private static MergedLead ReadOne(NpgsqlDataReader row)
    {
        var lead = JudgedLead.Read(row);
        var own = row.FieldCount - Own;
        return new MergedLead
        {
            Id = row.GetGuid(own), ContactId = lead.ContactId, Before = lead, Facts = lead.Facts, Status = row.Word<LeadStatus>(own + 1), StatusSince = row.Time(own + 2),
            LostReason = row.TextOrNull(own + 3), OwnerId = row.ValueOrNull<Guid>(own + 4), LastActivityAt = row.Time(own + 5),
        };
    }
}
