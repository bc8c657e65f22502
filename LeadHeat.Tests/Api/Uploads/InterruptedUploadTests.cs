using System.Diagnostics;
using System.Globalization;
using System.Text;
using LeadHeat.Core.Uploads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Faults;

namespace LeadHeat.Tests.Api.Uploads;

[Collection("own app")]
public sealed class InterruptedUploadTests
{
    private const int Rows = 20_000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(240);

    [Fact]
    [Trait("Suite", "Faults")]
    public async Task An_import_whose_Api_is_killed_goes_on_and_no_lead_is_half_or_twice()
    {
        await using var app = await RunningApp.StartAsync();
        await SlowDownAsync(app);
        var upload = await app.Team().UploadAsync("many.csv", File());
        // The half of it is leads already, and the next batch is on its way.
        await UntilAsync(app, upload.Id, view => view.RowsRead >= Rows / 2);

        Assert.InRange(int.Parse((await Psql.RunAsync(app, "select count(*) from leads"))!, CultureInfo.InvariantCulture), (Rows / 2) - 2, Rows - 3);
        var killed = Stopwatch.GetTimestamp();
        app.Kill("api");
        await UntilAsync(app, upload.Id, view => view.State == UploadState.Done);

        var view = await ViewAsync(app, upload.Id);
        Assert.Equal((Rows, Rows - 2, 2), (view!.RowsRead, view.RowsOk, view.RowsRejected));
        Assert.Equal([11, 15_001], view.Errors.Select(error => error.Line));
        Assert.Equal("0", await Psql.RunAsync(app, """
            select count(*) from leads l left join lead_profiles p on p.lead_id = l.id left join contacts c on c.id = l.contact_id
            left join qualifications q on q.id = l.qualification_id
            where p.lead_id is null or c.id is null or q.id is null or l.score <> (select sum(g.points) from score_ledger g where g.qualification_id = q.id)
            """));
        Assert.Equal($"{Rows - 2}", await Psql.RunAsync(app, "select count(distinct lower(email)) from contacts"));
        Assert.Equal($"{Rows - 2}", await Psql.RunAsync(app, $"select count(*) from leads where upload_id = '{upload.Id}'"));
        Assert.Equal("0", await Psql.RunAsync(app, "select count(*) from upload_pieces"));
        // The ledger of the other faults, for rows: what was taken is leads and refused rows, each once.
        Assert.Equal("20000 19998 2 0 0", await Psql.RunAsync(app, $"""
            select concat_ws(' ', u.rows_read, l.leads, u.rows_rejected, u.rows_read - l.leads - u.rows_rejected, l.leads - l.people)
            from uploads u, (select count(*) as leads, count(distinct contact_id) as people from leads where upload_id = '{upload.Id}') l where u.id = '{upload.Id}'
            """));
        await FaultLedger.NoteAsync(FaultLedger.Line("the Api killed in the middle of an import, rows", Rows, 0, 0, null, 0, 2, Stopwatch.GetElapsedTime(killed).TotalSeconds));
    }

    [Fact]
    public async Task A_cancelled_import_keeps_whole_leads_says_how_many_and_goes_on_when_asked()
    {
        await using var app = await RunningApp.StartAsync();
        await SlowDownAsync(app);
        var upload = await app.Team().UploadAsync("many.csv", File());
        await UntilAsync(app, upload.Id, view => view.RowsRead > 0);

        var cancelled = await app.Team().CancelUploadAsync(upload.Id);
        Assert.Equal(UploadState.Cancelled, cancelled.State);
        Assert.InRange(cancelled.RowsRead, 1, Rows - 1);
        Assert.Equal($"{cancelled.RowsOk}", await Psql.RunAsync(app, "select count(*) from leads"));

        await Psql.RunAsync(app, "drop trigger slow on leads");
        await app.Team().ResumeUploadAsync(upload.Id);
        await UntilAsync(app, upload.Id, view => view.State == UploadState.Done);
        Assert.Equal($"{Rows - 2}", await Psql.RunAsync(app, "select count(*) from leads"));
    }

    private static MemoryStream File()
    {
        var text = new StringBuilder("name,email,city,beds,budgetMax\n");
        for (var row = 1; row <= Rows; row++)
            text.Append(CultureInfo.InvariantCulture, $"Person {row},{(row is 10 or 15_000 ? "nobody" : $"p{row}@example.com")},Dubai,{row % 5},{1_000_000 + row}\n");
        return new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
    }

    // Each of the import's ten batches takes a second at least: nobody comes too late to stop it.
    private static Task<string?> SlowDownAsync(RunningApp app) => Psql.RunAsync(app, """
        create function slow() returns trigger language plpgsql as 'begin perform pg_sleep(1); return null; end';
        create trigger slow after insert on leads for each statement execute function slow()
        """);

    private static Task UntilAsync(RunningApp app, Guid id, Func<UploadView, bool> holds) => Eventually.TrueAsync(
        async () => await ViewAsync(app, id) is { } view && holds(view), Limit, () => app.Log("api"));

    // Null while the Api is away.
    private static async Task<UploadView?> ViewAsync(RunningApp app, Guid id)
    {
        try
        {
            return await app.Team().GetUploadAsync(id);
        }
        catch (LeadHeatException)
        {
            return null;
        }
    }
}
