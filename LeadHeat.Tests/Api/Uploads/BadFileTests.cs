using System.Net.Http.Headers;
using System.Text;
using LeadHeat.Core.Uploads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Uploads;

[Collection("app")]
public sealed class BadFileTests(AppFixture fixture)
{
    public static TheoryData<string, byte[], string> Files => new()
    {
        { "empty", [], "empty" },
        { "blank lines", "\n\n \n"u8.ToArray(), "row" },
        { "header alone", "name,email\n"u8.ToArray(), "no rows" },
        { "no header", "Ann,ann@example.com\nBob,bob@example.com\n"u8.ToArray(), "names the columns" },
        { "binary", [.. Enumerable.Range(0, 5000).Select(place => (byte)(place * 7))], "binary" },
        { "a workbook", [0x50, 0x4B, 3, 4, .. new byte[500]], "workbook" },
        { "5,000 columns", Encoding.ASCII.GetBytes(string.Join(',', Enumerable.Range(0, 5000).Select(place => $"c{place}")) + "\n1\n"), "at most 500" },
        { "a long line", Encoding.ASCII.GetBytes("name,email\n" + new string('x', 3_000_000) + "\n"), "1 MB" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_that_is_no_table_is_refused_in_words_and_nothing_of_it_is_kept(string what, byte[] file, string word)
    {
        var team = fixture.App.Team();
        var before = (await team.GetUploadsAsync()).Items.Select(upload => upload.Id).ToHashSet();

        var refused = await Assert.ThrowsAsync<LeadHeatException>(() => team.UploadAsync($"{what}.csv", new MemoryStream(file)));

        Assert.Equal(400, (int)refused.Status);
        Assert.Contains(word, refused.Message, StringComparison.Ordinal);
        var listed = (await team.GetUploadsAsync()).Items.Where(upload => !before.Contains(upload.Id)).Single(upload => upload.FileName == $"{what}.csv");
        var view = await team.GetUploadAsync(listed.Id);
        Assert.Equal((UploadState.Rejected, 0L), (view.State, view.RowsRead));
        Assert.Contains(word, view.Reason, StringComparison.Ordinal);
        Assert.Equal("0", await Psql.RunAsync(fixture.App, $"select count(*) from upload_pieces where upload_id = '{listed.Id}'"));
    }

    [Fact]
    public async Task What_is_no_form_with_a_file_is_refused()
    {
        using var admin = Caller.Admin(fixture.App);

        (await admin.PostAsync(Routes.Uploads, "{}")).Refusal(415);
        (await admin.PostAsync($"{Routes.Uploads}?playbook=none", "name\nAnn\n", "text/csv")).Refusal(400);
        (await admin.PostAsync($"{Routes.Uploads}?encoding=ebcdic", "name\nAnn\n", "text/csv")).Refusal(400);
        (await admin.GetAsync(Routes.Upload(Guid.Empty))).Refusal(404);
        foreach (var form in new[] { "nothing", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--\r\n" })
        {
            using var http = fixture.App.ApiClient();
            using var content = new StringContent(form);
            content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
            Assert.Equal(400, (int)(await http.PostAsync(new Uri(Routes.Uploads, UriKind.Relative), content)).StatusCode);
        }
    }

    [Fact]
    public async Task A_file_in_which_no_row_can_be_read_is_rejected_with_every_reason()
    {
        var team = fixture.App.Team();
        var upload = await team.UploadAsync("bad.csv", new MemoryStream("name,email,createdAt\nA,a@example.com,never\nB,b@example.com,ever\n"u8.ToArray()), start: false);
        await team.MapUploadAsync(upload.Id, new());

        await Eventually.TrueAsync(async () => (upload = await team.GetUploadAsync(upload.Id)).State == UploadState.Rejected, TimeSpan.FromSeconds(90), () => $"{upload}");

        Assert.Equal((2L, 0L, 2), (upload.RowsRejected, upload.RowsOk, upload.Errors.Count));
        Assert.Contains("No row", upload.Reason, StringComparison.Ordinal);
    }
}
