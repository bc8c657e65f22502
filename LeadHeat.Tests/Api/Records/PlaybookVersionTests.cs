using LeadHeat.Core.Records;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Conversations;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Core;
using LeadHeat.Tests.Worker;
using Npgsql;

namespace LeadHeat.Tests.Api.Records;

/// <summary>Each version of a playbook is kept in Postgres, and a turn runs again with the one of its time.</summary>
[Collection("app")]
public sealed class PlaybookVersionTests(AppFixture fixture)
{
    private readonly LeadHeatClient _team = fixture.App.Team();

    [Fact]
    public async Task A_turn_of_an_older_playbook_runs_again_with_its_words_and_with_todays_when_asked()
    {
        var visitor = await Visitor.ArriveAsync(fixture.App);
        var turn = (await visitor.SayAsync("a 2BHK in Whitefield under 2 Cr"))[^1].Done!.TurnId;
        await using var database = NpgsqlDataSource.Create(fixture.App.ConnectionString("leadsdb"));
        var old = OldPlaybookTests.Edited(Shipped.RealEstate)["real-estate"];
        await KeepAsync(database, turn, old.Version, PlaybookPacking.Pack(old));

        var then = await _team.RerunTurnAsync(turn, new RerunTurn());
        var today = await _team.RerunTurnAsync(turn, new RerunTurn(CurrentPlaybook: true));

        Assert.Equal(old.Version, then.Record.Versions.PlaybookVersion);
        Assert.Contains("EDITED", then.Record.Result.Reply, StringComparison.Ordinal);
        Assert.Equal(Shipped.RealEstate.Version, today.Record.Versions.PlaybookVersion);
        Assert.DoesNotContain("EDITED", today.Record.Result.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_playbooks_that_run_are_kept_from_the_first_start_on()
    {
        await using var database = NpgsqlDataSource.Create(fixture.App.ConnectionString("leadsdb"));
        foreach (var playbook in Shipped.Playbooks.All)
        {
            await using var command = database.CreateCommand("select files from playbook_versions where name = $1 and version = $2");
            command.Parameters.Add(new() { Value = playbook.Name });
            command.Parameters.Add(new() { Value = playbook.Version });

            Assert.Equal(playbook.Version, PlaybookPacking.Unpack(playbook.Name, (byte[])(await command.ExecuteScalarAsync())!).Version);
        }
    }

    // As if the playbook had said something else when the turn was answered.
    private static async Task KeepAsync(NpgsqlDataSource database, Guid turn, string version, byte[] files)
    {
        await using var read = database.CreateCommand("select data from turn_records where turn_id = $1");
        read.Parameters.Add(new() { Value = turn });
        var record = RecordPacking.Unpack((byte[])(await read.ExecuteScalarAsync())!);
        await using var write = database.CreateCommand("""
            with kept as (insert into playbook_versions (name, version, files, first_seen) values ('real-estate', $2, $3, now()) on conflict do nothing)
            update turn_records set data = $4 where turn_id = $1
            """);
        foreach (var value in (object[])[turn, version, files, RecordPacking.Pack(record with { Versions = record.Versions with { PlaybookVersion = version } })])
            write.Parameters.Add(new() { Value = value });
        await write.ExecuteNonQueryAsync();
    }
}
