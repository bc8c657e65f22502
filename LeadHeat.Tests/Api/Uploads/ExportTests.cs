using System.Text;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Uploads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Uploads;

[Collection("app")]
public sealed class ExportTests(AppFixture fixture)
{
    private readonly LeadHeatClient _team = fixture.App.Team();
    private readonly string _mark = $"x{Guid.NewGuid():N}"[..12];

    [Fact]
    public async Task Leads_come_out_with_score_and_ledger_and_no_cell_is_a_formula()
    {
        var id = await ImportAsync($"name,email,phone,city,lostReason,outcome\n\"=HYPERLINK(\"\"http://x\"\",\"\"{_mark}\"\")\",{_mark}@example.com,+971501234567,Dubai,@SUM(1),lost\n");

        var table = await ExportAsync($"upload={id}");

        var row = Assert.Single(table);
        Assert.Equal($"'=HYPERLINK(\"http://x\",\"{_mark}\")", row["name"]);
        Assert.Equal(("'+971501234567", "'@SUM(1)", "lost", "Dubai"), (row["phone"], row["lostReason"], row["stage"], row["city"]));
        var lead = await _team.GetLeadAsync(Guid.Parse(row["id"]));
        Assert.Equal(lead.Score.ToString(), row["score"]);
        Assert.All(lead.Ledger, line => Assert.Contains($"{line.Rule} {line.Points}/{line.MaxPoints}", row["ledger"], StringComparison.Ordinal));
        Assert.DoesNotContain(row.Values, cell => cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_ledger_comes_out_line_by_line_and_adds_up()
    {
        var id = await ImportAsync($"name,email,city,budgetMax\nAnn,{_mark}@example.com,Dubai,2000000\n");

        var table = await ExportAsync($"upload={id}&detail=ledger");

        Assert.True(table.Count > 3);
        Assert.Equal(table[0]["score"], table.Sum(line => int.Parse(line["points"], System.Globalization.CultureInfo.InvariantCulture)).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task What_was_exported_can_be_imported_again_and_joins_its_leads()
    {
        var first = await ImportAsync($"name,email,city,beds,budgetMax,createdAt\nAnn {_mark},{_mark}@example.com,Dubai,2,2000000,2025-01-02\n");
        var file = await (await _team.DownloadAsync($"{Routes.LeadExport}?upload={first}")).Content.ReadAsByteArrayAsync();

        var upload = await _team.UploadAsync("again.csv", new MemoryStream(file), start: false);
        upload = await EndAsync(await _team.MapUploadAsync(upload.Id, new()));

        Assert.Equal((UploadState.Done, 1L, 1L), (upload.State, upload.RowsOk, upload.Duplicates));
        Assert.Single((await _team.GetLeadsAsync(new LeadQuery(Text: _mark))).Items);
    }

    [Fact]
    public async Task An_export_that_is_not_understood_is_refused_by_name()
    {
        using var admin = Caller.Admin(fixture.App);

        Assert.Contains("detail", (await admin.GetAsync($"{Routes.LeadExport}?detail=all")).Refusal(400).Errors!.Keys);
        Assert.Contains("limit", (await admin.GetAsync($"{Routes.LeadExport}?limit=5")).Refusal(400).Errors!.Keys);
    }

    private async Task<Guid> ImportAsync(string text) => (await EndAsync(await _team.UploadAsync("export.csv", new MemoryStream(Encoding.UTF8.GetBytes(text))))).Id;

    private async Task<UploadView> EndAsync(UploadView upload)
    {
        await Eventually.TrueAsync(async () => (upload = await _team.GetUploadAsync(upload.Id)).State == UploadState.Done, TimeSpan.FromSeconds(60), () => $"{upload}");
        return upload;
    }

    private async Task<List<Dictionary<string, string>>> ExportAsync(string query)
    {
        using var file = await _team.DownloadAsync($"{Routes.LeadExport}?{query}");
        var reader = new CsvReader(new StringReader(await file.Content.ReadAsStringAsync()), new(), new());
        Assert.True(FileOpening.ReadHeader(reader));
        string[] header = [.. Enumerable.Range(0, reader.Count).Select(place => reader[place].ToString())];
        List<Dictionary<string, string>> rows = [];
        while (reader.Read())
            rows.Add(header.Index().ToDictionary(column => column.Item, column => reader[column.Index].ToString()));
        return rows;
    }
}
