using System.Text;
using LeadHeat.Core.Uploads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Channels;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Privacy;

/// <summary>The clocks of what is no person: each lets go what is older than its days and nothing that is younger.</summary>
[Collection("channels")]
public sealed class RetentionRowsTests(ChannelsFixture fixture)
{
    [Fact]
    public async Task What_platforms_delivered_goes_after_its_days_and_what_waits_to_be_handled_stays()
    {
        var (old, young, waiting) = (await DeliveredAsync(731, "done"), await DeliveredAsync(729, "done"), await DeliveredAsync(731, "pending"));

        await RunAsync();

        Assert.Equal("0 0", await LeftAsync(old));
        Assert.Equal("1 1", await LeftAsync(young));
        Assert.Equal("1 1", await LeftAsync(waiting));
        await Psql.RunAsync(fixture.App, $"delete from inbound where delivery_id in ('{young}', '{waiting}'); delete from deliveries where id in ('{young}', '{waiting}')");
    }

    [Fact]
    public async Task Previews_and_refused_rows_of_files_go_after_their_days()
    {
        var (old, young) = (await UploadedAsync(91), await UploadedAsync(89));

        await RunAsync();

        Assert.Equal("[] 0 0", await KeptAsync(old));
        Assert.NotEqual("[] 0 0", await KeptAsync(young));
        Assert.Equal(1, (await fixture.Team.GetUploadAsync(old)).RowsRejected);

        Task<string?> KeptAsync(Guid id) => Psql.RunAsync(fixture.App, $"""
            select concat_ws(' ', preview, (select count(*) from upload_errors where upload_id = u.id), (mapping::text like '%someone@example.com%')::int) from uploads u where id = '{id}'
            """);
    }

    [Fact]
    public async Task Hashes_of_deleted_people_go_after_their_days()
    {
        var (old, young) = (await MarkedAsync(1096), await MarkedAsync(1094));

        await RunAsync();

        Assert.Equal("0", await Psql.RunAsync(fixture.App, $"select count(*) from tombstones where contact_id = '{old}'"));
        Assert.Equal("1", await Psql.RunAsync(fixture.App, $"select count(*) from tombstones where contact_id = '{young}'"));
        await Psql.RunAsync(fixture.App, $"delete from tombstones where contact_id = '{young}'");
    }

    [Fact]
    public async Task Days_are_a_setting_and_nothing_goes_where_the_clocks_are_off()
    {
        var marked = await MarkedAsync(100);

        await RunAsync(("Privacy:TombstoneDays", "99"), ("Privacy:RetentionOn", "false"));
        Assert.Equal("1", await Psql.RunAsync(fixture.App, $"select count(*) from tombstones where contact_id = '{marked}'"));
        await RunAsync(("Privacy:TombstoneDays", "99"));

        Assert.Equal("0", await Psql.RunAsync(fixture.App, $"select count(*) from tombstones where contact_id = '{marked}'"));
    }

    private async Task RunAsync(params (string Name, string Value)[] settings)
    {
        await using var beside = new RetentionBeside(fixture.App, TimeProvider.System, settings);
        await beside.Clock.RunAsync(CancellationToken.None);
    }

    // Ids rise with the time. What waits is not due yet, so that the app does not try it.
    private async Task<Guid> DeliveredAsync(int daysAgo, string state)
    {
        var at = DateTimeOffset.UtcNow.AddDays(-daysAgo);
        var id = Guid.CreateVersion7(at);
        await Psql.RunAsync(fixture.App, $$"""
            insert into deliveries (id, channel, headers, body, received_at, split_at) values ('{{id}}', 'whatsapp', '{}', '', '{{at:O}}', '{{at:O}}');
            insert into inbound (id, delivery_id, channel, kind, external_id, contact, body, state, received_at, next_at)
            values ('{{Guid.CreateVersion7(at)}}', '{{id}}', 'whatsapp', 'message', '{{id}}', '{{id}}', '', '{{state}}', '{{at:O}}', now() + interval '10 minutes')
            """);
        return id;
    }

    private Task<string?> LeftAsync(Guid delivery) => Psql.RunAsync(fixture.App, $"""
        select (select count(*) from deliveries where id = '{delivery}') || ' ' || (select count(*) from inbound where delivery_id = '{delivery}')
        """);

    private async Task<Guid> UploadedAsync(int daysAgo)
    {
        var upload = await fixture.Team.UploadAsync("old.csv", new MemoryStream(Encoding.UTF8.GetBytes($"name,email\nAnn,{Guid.NewGuid():N}.someone@example.com\nBob,nobody\n")));
        await Eventually.TrueAsync(async () => (upload = await fixture.Team.GetUploadAsync(upload.Id)).State == UploadState.Done, TimeSpan.FromSeconds(60), () => $"{upload}");
        await Psql.RunAsync(fixture.App, $"update uploads set finished_at = now() - interval '{daysAgo} days' where id = '{upload.Id}'");
        return upload.Id;
    }

    private async Task<Guid> MarkedAsync(int daysAgo)
    {
        var contact = Guid.NewGuid();
        await Psql.RunAsync(fixture.App, $"insert into tombstones (mark, contact_id, at) values (decode('{contact:N}', 'hex'), '{contact}', now() - interval '{daysAgo} days')");
        return contact;
    }
}
