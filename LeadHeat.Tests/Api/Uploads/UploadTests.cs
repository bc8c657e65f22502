using System.Globalization;
using System.Text;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Uploads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Uploads;

[Collection("app")]
public sealed class UploadTests(AppFixture fixture)
{
    private readonly LeadHeatClient _team = fixture.App.Team();
    private readonly string _mark = $"u{Guid.NewGuid():N}"[..12];

    [Fact]
    public async Task A_file_whose_columns_are_certain_becomes_scored_leads_at_once()
    {
        var upload = await SendAsync(
            $"""
            name,email,phone,city,beds,budgetMax,timelineMonths,preapproved,source,messageCount,createdAt,closedAt,outcome,notes
            Asha {_mark},asha.{_mark}@example.com,,Dubai,2,2000000,2,yes,portal,7,2025-03-01,2025-04-02,won,"Likes the sea, and parks"
            Ravi {_mark},ravi.{_mark}@example.com,,Dubai,3,900000,9,no,referral,1,2025-05-01,,,
            """);
        var done = await EndAsync(upload);

        Assert.Equal((UploadState.Done, 2L, 2L, 0L, 0L), (done.State, done.RowsRead, done.RowsOk, done.RowsRejected, done.Duplicates));
        var leads = (await _team.GetLeadsAsync(new LeadQuery(Upload: done.Id, Sort: LeadSort.Created))).Items;
        Assert.Equal([$"Ravi {_mark}", $"Asha {_mark}"], leads.Select(lead => lead.Name));
        Assert.All(leads, lead => Assert.Equal((LeadSource.Csv, "real-estate", "Dubai"), (lead.Source, lead.Playbook, lead.City)));
        foreach (var lead in leads)
            Assert.Empty((await _team.ReplayScoreAsync(lead.Id)).Differences);
        var won = await _team.GetLeadAsync(leads[1].Id);
        Assert.Equal((LeadStatus.Won, new DateTimeOffset(2025, 4, 2, 0, 0, 0, TimeSpan.Zero)), (won.Lead.Status, won.Lead.StatusSince));
        Assert.True(won.Lead.Score > 0);
        Assert.Equal(won.Lead.Score, won.Ledger.Sum(line => line.Points));
        Assert.Equal(FactSource.Import, won.Facts.Single(fact => fact.Field == FactFields.Budget).SetBy);
        Assert.Equal(["Likes the sea, and parks", $"Came with the file {_mark}.csv"], won.Timeline.Select(entry => entry.Text));
    }

    [Fact]
    public async Task A_file_whose_columns_are_not_certain_waits_for_its_mapping_which_is_remembered()
    {
        var text = $"{_mark} who;Mail of the person\nAnn;ann.{_mark}@example.com\n";
        var upload = await SendAsync(text);

        Assert.Equal((UploadState.Mapping, ";"), (upload.State, upload.Delimiter));
        Assert.Equal([null, "email"], upload.Mapping.Select(column => column.Field));
        Assert.Equal(["Ann", $"ann.{_mark}@example.com"], Assert.Single(upload.Preview).Cells);
        await Assert.ThrowsAsync<LeadHeatException>(() => _team.MapUploadAsync(upload.Id, new([new("nobody's", "name")])));
        await Assert.ThrowsAsync<LeadHeatException>(() => _team.MapUploadAsync(upload.Id, new([new($"{_mark} who", "email")])));
        var done = await EndAsync(await _team.MapUploadAsync(upload.Id, new([new($"{_mark} who", "name")])));
        var again = await SendAsync(text);

        Assert.Equal((UploadState.Done, 1L), (done.State, done.RowsOk));
        Assert.NotEqual(UploadState.Mapping, again.State);
        Assert.Contains("imported before", Assert.Single(again.Notices), StringComparison.Ordinal);
        Assert.Equal((1L, 1L), ((await EndAsync(again)).RowsOk, (await EndAsync(again)).Duplicates));
    }

    [Fact]
    public async Task A_file_for_another_business_is_given_to_it_and_asked_for_its_fields()
    {
        var upload = await SendAsync($"name,email\nAnn,{_mark}@example.com\n", start: false);
        var choices = await _team.GetUploadFieldsAsync(upload.Playbook);

        var changed = await _team.MapUploadAsync(upload.Id, new(Playbook: "cafe", Start: false));
        var done = await EndAsync(await _team.MapUploadAsync(upload.Id, new()));

        Assert.Equal(["b2b", "cafe", "real-estate"], choices.Playbooks.Select(playbook => playbook.Name).Order().Where(name => name is "b2b" or "cafe" or "real-estate"));
        Assert.Equal(("cafe", UploadState.Done), (changed.Playbook, done.State));
        Assert.Equal("cafe", Assert.Single((await _team.GetLeadsAsync(new LeadQuery(Upload: done.Id))).Items).Playbook);
    }

    [Fact]
    public async Task Columns_chosen_at_the_same_time_are_all_kept()
    {
        var columns = Enumerable.Range(0, 6).Select(place => $"{_mark} {(char)('p' + place)}").ToList();
        string[] fields = ["name", "email", "phone", "city", "notes", "budgetMax"];
        var upload = await SendAsync($"{string.Join(';', columns)}\nx1;x2;x3;x4;x5;x6\n");

        await Task.WhenAll(columns.Zip(fields, (column, field) => _team.MapUploadAsync(upload.Id, new([new(column, field)], Start: false))));

        Assert.Equal(fields, (await _team.GetUploadAsync(upload.Id)).Mapping.Select(column => column.Field));
    }

    [Theory]
    [InlineData("""{"mapping":[{"column":"a","field":"name"},{"column":"b","field":"email"}]}""")]
    [InlineData("""[{"column":"A","field":"name","confidence":0.2},{"column":"b","field":"email"}]""")]
    [InlineData("""{"mapping":{"a":"name","b":"email"},"onDuplicate":"skip"}""")]
    [InlineData("""{"a":"name","b":"email"}""")]
    public async Task A_mapping_may_be_written_as_a_list_or_as_an_object(string body)
    {
        using var admin = Caller.Admin(fixture.App);
        var upload = await SendAsync($"a,b\nAnn {_mark}{body.Length},{_mark}{body.Length}@example.com\n", start: false);

        var answer = await admin.SendAsync(HttpMethod.Put, $"{Routes.Upload(upload.Id)}/mapping", body);

        Assert.Equal(200, answer.Status);
        Assert.Equal(1, (await EndAsync(upload)).RowsOk);
    }

    [Fact]
    public async Task Duplicates_join_the_lead_they_are_and_fill_what_was_not_known()
    {
        var first = await EndAsync(await SendAsync($"name,email,city\nAnn {_mark},{_mark}@example.com,Dubai\nAnn again,{_mark.ToUpperInvariant()}@EXAMPLE.com,\n"));
        var second = await EndAsync(await SendAsync($"name,email,city,budgetMax,outcome\nOther name,{_mark}@example.com,Bangalore,1500000,won\n"));

        Assert.Equal((2L, 1L), (first.RowsOk, first.Duplicates));
        Assert.Equal((1L, 1L), (second.RowsOk, second.Duplicates));
        var row = Assert.Single((await _team.GetLeadsAsync(new LeadQuery(Text: _mark))).Items);
        var lead = await _team.GetLeadAsync(row.Id);
        Assert.Equal(($"Ann {_mark}", "Dubai", LeadStatus.Won), (lead.Lead.Name, lead.Lead.City, lead.Lead.Status));
        Assert.Equal(1_500_000m, lead.Facts.Single(fact => fact.Field == FactFields.Budget).Value.Max);
        Assert.Equal(lead.Lead.Score, lead.Ledger.Sum(line => line.Points));
        var found = Assert.Single((await _team.GetUploadDuplicatesAsync(second.Id)).Items);
        Assert.Equal((2, row.Id, "email", false, $"Ann {_mark}"), (found.Line, found.LeadId, found.By, found.InFile, found.Name));
        Assert.True(Assert.Single((await _team.GetUploadDuplicatesAsync(first.Id)).Items).InFile);
    }

    [Theory]
    [InlineData(OnDuplicate.Merge, "2 3:known 4:2 5:3 6:2 7")]
    [InlineData(OnDuplicate.Skip, "2 3:known 4:2 5 6 7")]
    [InlineData(OnDuplicate.Separate, "2 3:known 4:2 5:3 6:4 7")]
    public async Task The_preview_marks_the_duplicates_that_the_import_finds_in_the_database_and_in_the_file(OnDuplicate choice, string marks)
    {
        await EndAsync(await SendAsync($"name,email\nKnown,known.{_mark}@example.com\n"));
        var (first, second, third) = ($"+97150{Number()}", $"+97152{Number()}", $"+97155{Number()}");
        var upload = await SendAsync(
            $"""
            name,email,phone
            Ann,ann.{_mark}@example.com,
            Known,known.{_mark}@example.com,{first}
            Ann again,ANN.{_mark}@EXAMPLE.com,{second}
            Known by number,,{first}
            Ann by number,,{second}
            Gus,,{third}
            """, start: false);

        var shown = await _team.MapUploadAsync(upload.Id, new(OnDuplicate: choice, Start: false));
        var done = await EndAsync(await _team.MapUploadAsync(upload.Id, new()));

        Assert.Equal(marks, string.Join(' ', shown.Preview.Select(row => $"{row.Line}{(row.LeadId is not null ? ":known" : row.SameAs is { } line ? $":{line}" : "")}")));
        var found = (await _team.GetUploadDuplicatesAsync(done.Id)).Items.Select(duplicate => duplicate.Line);
        Assert.Equal(shown.Preview.Where(row => row.LeadId is not null || row.SameAs is not null).Select(row => row.Line), found);
    }

    [Theory]
    [InlineData(OnDuplicate.Skip, 1, 0, 1, 1)]
    [InlineData(OnDuplicate.Separate, 2, 0, 0, 2)]
    [InlineData(OnDuplicate.Merge, 2, 1, 0, 1)]
    public async Task Duplicates_are_left_out_or_kept_apart_where_that_is_chosen(OnDuplicate choice, int ok, int duplicates, int skipped, int leads)
    {
        var upload = await _team.UploadAsync("d.csv", Bytes($"name,phone\nAnn {_mark},+97150{Number()}\nBob {_mark},+97150{Number()}\n".Replace("Bob", "Ann", StringComparison.Ordinal)), choice);
        var done = await EndAsync(upload);

        Assert.Equal((ok, duplicates, skipped), ((int)done.RowsOk, (int)done.Duplicates, (int)done.RowsSkipped));
        Assert.Equal(leads, (await _team.GetLeadsAsync(new LeadQuery(Text: _mark))).Items.Count);
    }

    [Fact]
    public async Task Rejected_rows_come_back_with_line_column_and_reason_and_the_rest_comes_in()
    {
        var done = await EndAsync(await SendAsync(
            $"name,email,budgetMax\nAnn,ann.{_mark}@example.com,5\nBob,nobody,lots\n=Eve,\"open\nFay,fay.{_mark}@example.com,1\nGus,1\n"));

        Assert.Equal((5L, 2L, 3L), (done.RowsRead, done.RowsOk, done.RowsRejected));
        Assert.Equal([(3, "email"), (3, "budgetMax"), (4, "email"), (6, null)], done.Errors.Select(error => (error.Line, error.Column)));
        var lines = (await (await _team.DownloadAsync($"{Routes.Upload(done.Id)}/rejects")).Content.ReadAsStringAsync()).Split("\r\n");
        Assert.Equal("line,column,reason,name,email,budgetMax", lines[0]);
        Assert.Equal("3,email,'nobody' is no e-mail address.,Bob,nobody,lots", lines[1]);
        Assert.StartsWith("4,email,The quotation mark", lines[3], StringComparison.Ordinal);
        Assert.EndsWith("\"'=Eve,\"\"open\"", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_encoding_and_delimiter_comes_in_as_it_was_written()
    {
        foreach (var (encoding, mark, delimiter) in new[] { ("utf-8", true, ';'), ("utf-16", true, '\t'), ("utf-16be", false, ','), ("windows-1252", false, '|') })
        {
            var text = $"name;email\nJürgen Müller {_mark};{encoding}.{_mark}@example.com\n".Replace(';', delimiter);
            var bytes = TextEncodings.Of(encoding).GetBytes((mark ? "\uFEFF" : "") + text);

            var done = await EndAsync(await _team.UploadAsync("umlaut.csv", new MemoryStream(bytes)));

            Assert.Equal((UploadState.Done, encoding), (done.State, done.Encoding));
            Assert.Equal($"Jürgen Müller {_mark}", Assert.Single((await _team.GetLeadsAsync(new LeadQuery(Upload: done.Id))).Items).Name);
        }
    }

    private static MemoryStream Bytes(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));

    private string Number() => (Math.Abs(_mark.GetHashCode(StringComparison.Ordinal)) % 9_000_000 + 1_000_000).ToString(CultureInfo.InvariantCulture);

    private Task<UploadView> SendAsync(string text, bool start = true) => _team.UploadAsync($"{_mark}.csv", Bytes(text), start: start);

    private async Task<UploadView> EndAsync(UploadView upload)
    {
        await Eventually.TrueAsync(
            async () => (upload = await _team.GetUploadAsync(upload.Id)).State is not UploadState.Importing, TimeSpan.FromSeconds(60), () => $"{upload}{fixture.App.Log("api")}");
        return upload;
    }
}
