using LeadHeat.Core.Scoring;
using LeadHeat.Tests.Api.Channels;
using LeadHeat.Tests.Api.Conversations;
using LeadHeat.Tests.AppHost;
using Npgsql;

namespace LeadHeat.Tests.Api.Scoring;

/// <summary>What happens while a scorecard is tried.</summary>
[Collection("channels")]
public sealed class ShadowRunTests(ChannelsFixture fixture)
{
    private const string Card = "cafe-readiness";
    private const long Held = 4_715_299_017;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(90);

    [Theory]
    [InlineData("statement")]
    [InlineData("row")]
    public async Task Who_is_erased_while_a_scorecard_is_tried_is_not_named_when_it_ends(string heldBeforeEach)
    {
        var (erased, stays, version) = (await TalkAsync(), await TalkAsync(), await DraftAsync());
        Assert.Contains((await TriedAsync(version)).Report!.Flips, flip => flip.LeadId == erased);
        var contact = (await fixture.Team.GetLeadAsync(erased)).Contact.Id;
        await using var source = NpgsqlDataSource.Create(fixture.App.ConnectionString("leadsdb"));
        await using var holder = await source.OpenConnectionAsync();
        await Psql.RunAsync(fixture.App, $"""
            create function held_up() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock({Held}); return new; end $$;
            create trigger held_up before update of scored on shadow_runs for each {heldBeforeEach} execute function held_up()
            """);
        try
        {
            await RunAsync(holder, $"select pg_advisory_lock({Held})");
            var run = await fixture.Team.StartShadowAsync(Card, version, new(7));
            await Eventually.TrueAsync(async () => await WaitingAsync("locktype = 'advisory'") == 1, Soon, () => "the trial does not end");

            var erasing = fixture.Team.ErasePersonAsync(contact);
            await Eventually.TrueAsync(async () => erasing.IsCompleted || await WaitingAsync("locktype in ('transactionid', 'tuple')") > 0, Soon, () => "nobody is erased");
            await RunAsync(holder, $"select pg_advisory_unlock({Held})");
            await erasing;
            var named = (await EndedAsync(run)).Report!.Flips.Select(flip => flip.LeadId).ToArray();

            Assert.DoesNotContain(erased, named);
            Assert.Contains(stays, named);
        }
        finally
        {
            await RunAsync(holder, "select pg_advisory_unlock_all()");
            await Psql.RunAsync(fixture.App, "drop trigger held_up on shadow_runs; drop function held_up");
            await fixture.Team.DeleteScorecardAsync(Card, version);
        }
    }

    [Fact]
    public async Task Trial_whose_end_cannot_be_written_is_said_to_have_failed_once_it_can_and_the_Api_goes_on()
    {
        var (version, api) = (await DraftAsync(), fixture.App.Pids("api"));
        await Psql.RunAsync(fixture.App, """
            create sequence refused_ends;
            create function refuse_end() returns trigger language plpgsql security definer as $$ begin perform nextval('refused_ends'); raise 'No room'; end $$;
            create trigger refuse_end before update of scored on shadow_runs for each row execute function refuse_end()
            """);
        ShadowRun run;
        try
        {
            run = await fixture.Team.StartShadowAsync(Card, version, new(7));
            await Eventually.TrueAsync(async () => int.Parse((await Psql.RunAsync(fixture.App, "select last_value from refused_ends"))!) >= 2, Soon, () => "no end is written");
        }
        finally
        {
            await Psql.RunAsync(fixture.App, "drop trigger refuse_end on shadow_runs; drop function refuse_end; drop sequence refused_ends");
        }

        var ended = await EndedAsync(run);
        var next = await TriedAsync(version);

        Assert.Equal((ShadowState.Failed, true), (ended.State, ended.Failure!.Contains("Start it again", StringComparison.Ordinal)));
        Assert.Equal(ShadowState.Done, next.State);
        Assert.Equal(api, fixture.App.Pids("api"));
        await fixture.Team.DeleteScorecardAsync(Card, version);
    }

    private async Task<Guid> TalkAsync()
    {
        var visitor = await Visitor.ArriveAsync(fixture.App, "cafe");
        await visitor.SayAsync($"Hello, I am Zoe, zoe.{Guid.NewGuid():N}@example.com, and I am opening a café");
        return await visitor.LeadIdAsync();
    }

    // By it everybody who writes is hot.
    private async Task<int> DraftAsync()
    {
        var draft = await fixture.Team.CreateScorecardAsync(new(Card, 2, Note: "Tried in a test"));
        var bands = draft.Card["bands"]!;
        (bands["hot"], bands["warm"], bands["cold"]) = (3, 2, 1);
        await fixture.Team.SaveScorecardAsync(Card, draft.Summary.Version, new(draft.Card));
        return draft.Summary.Version;
    }

    private async Task<ShadowRun> TriedAsync(int version) => await EndedAsync(await fixture.Team.StartShadowAsync(Card, version, new(7)));

    private async Task<ShadowRun> EndedAsync(ShadowRun run)
    {
        await Eventually.TrueAsync(async () => (run = await fixture.Team.GetShadowAsync(run.Id)).State != ShadowState.Running, Soon, () => "the trial does not end");
        return run;
    }

    private async Task<int> WaitingAsync(string locks) => int.Parse((await Psql.RunAsync(fixture.App, $"select count(*) from pg_locks where not granted and {locks}"))!);

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
