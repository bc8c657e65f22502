using System.Globalization;
using System.Text;
using LeadHeat.Api.Access;
using LeadHeat.Api.Data;
using LeadHeat.Api.Leads;
using LeadHeat.Api.Visibility;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Uploads;
using Npgsql;

namespace LeadHeat.Api.Exports;

/// <summary>What an export has a row for: a lead, or a line of a lead's score.</summary>
internal enum ExportDetail { Leads, Ledger }

/// <summary>Writes leads as CSV while they are read, however many there are. No cell is a formula to a spreadsheet.</summary>
internal sealed partial class LeadExport([FromKeyedServices(Database.Lists)] NpgsqlDataSource database, ILogger<LeadExport> logger)
{
    private const int FlushEvery = 64 * 1024;

    /// <summary>The columns, by the names that an import knows.</summary>
    private static readonly (string Name, string Sql)[] Leads =
    [
        ("id", "l.id"), ("name", "l.name"), ("email", "c.email"), ("phone", "c.phone"), ("wants", "l.wants"), ("city", "l.city"),
        ("areas", "array_to_string(p.areas, ', ')"), ("beds", "p.beds_max"), ("budgetMin", "p.budget_min"), ("budgetMax", "p.budget_max"),
        ("currency", "coalesce(p.currency, l.currency)"), ("timelineMonths", "p.timeline_months"), ("preapproved", "p.preapproved"),
        ("score", "l.score"), ("heat", "l.heat"), ("stage", "l.status"), ("lostReason", "l.lost_reason"),
        ("owner", "(select u.email from users u where u.id = l.owner_id)"), ("source", "l.source"), ("playbook", "l.playbook"), ("value", "l.value"),
        ("createdAt", "l.created_at"), ("closedAt", "case when l.status in ('won', 'lost') then l.status_since end"), ("lastActivityAt", "l.last_activity_at"),
        ("recommendation", "(select q.recommendation from qualifications q where q.id = l.qualification_id)"),
        ("nextStep", "(select q.next_step from qualifications q where q.id = l.qualification_id)"),
        ("ledger", """
            (select string_agg(g.rule || ' ' || g.points || '/' || g.max_points || ': ' || g.reason, '; ' order by g.position)
             from score_ledger g where g.qualification_id = l.qualification_id)
            """),
    ];

    private static readonly (string Name, string Sql)[] Ledger =
    [
        ("leadId", "l.id"), ("name", "l.name"), ("score", "l.score"), ("heat", "l.heat"), ("card", "g.card"), ("cardVersion", "g.card_version"),
        ("rule", "g.rule"), ("points", "g.points"), ("maxPoints", "g.max_points"), ("reason", "g.reason"), ("field", "g.field"), ("setBy", "g.set_by"),
        ("value", "g.value"), ("confidence", "g.confidence"), ("author", "g.author"),
        ("words", "(select string_agg(w ->> 'quote', ' … ') from jsonb_array_elements(g.evidence) w)"), ("at", "g.at"),
    ];

    public async Task WriteAsync(LeadQuery query, ExportDetail detail, Actor actor, Sight sight, Stream to, CancellationToken cancellationToken)
    {
        var columns = detail == ExportDetail.Leads ? Leads : Ledger;
        await using var file = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        var text = new StringWriter(CultureInfo.InvariantCulture);
        var dialect = new CsvDialect();
        CsvWriter.Write(text, columns.Select(column => column.Name), dialect);
        // Whoever asked sees that the file begins, however long the first row takes.
        await file.WriteAsync(text.GetStringBuilder(), cancellationToken);
        await file.FlushAsync(cancellationToken);
        text.GetStringBuilder().Clear();
        await using var batch = database.CreateBatch();
        batch.Timeout = 0;
        batch.BatchCommands.Add(Select(query, sight, columns, detail));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var rows = 0;
        for (; await reader.ReadAsync(cancellationToken); rows++)
        {
            CsvWriter.Write(text, Enumerable.Range(0, columns.Length).Select(place => Cell(reader, place)), dialect);
            if (text.GetStringBuilder().Length < FlushEvery)
                continue;
            await file.WriteAsync(text.GetStringBuilder(), cancellationToken);
            text.GetStringBuilder().Clear();
        }

        await file.WriteAsync(text.GetStringBuilder(), cancellationToken);
        LogExported(logger, rows, actor.Id);
    }

    private static NpgsqlBatchCommand Select(LeadQuery query, Sight sight, (string Name, string Sql)[] columns, ExportDetail detail)
    {
        var parameters = new SqlParameters();
        var filter = new LeadFilter(query, sight, parameters);
        var (order, words) = (LeadFilter.Key(query.Sort), filter.LooksForWords ? " join lead_texts t on t.lead_id = l.id" : "");
        var (lines, position) = detail == ExportDetail.Ledger ? (" join score_ledger g on g.qualification_id = l.qualification_id", ", g.position") : ("", "");
        return parameters.Command($"""
            select {string.Join(", ", columns.Select(column => column.Sql))}
            from leads l join contacts c on c.id = l.contact_id left join lead_profiles p on p.lead_id = l.id{lines}{words}
            where true{filter.FacetsAndRest}{filter.Figure}{filter.Mentions("t.text")}
            order by {order} desc, l.id desc{position}
            """);
    }

    // What is text may be a formula; numbers and times are ours.
    private static string? Cell(NpgsqlDataReader row, int place) => row.IsDBNull(place) ? null : row.GetValue(place) switch
    {
        string text => CsvWriter.Guard(text),
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        bool flag => flag ? "yes" : "no",
        decimal number => number.ToString("0.##", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString(),
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "Exported {Rows} rows of leads for {User}")]
    private static partial void LogExported(ILogger logger, int rows, Guid? user);
}
