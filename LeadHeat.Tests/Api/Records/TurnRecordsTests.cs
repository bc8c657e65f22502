using LeadHeat.Core.Leads;
using LeadHeat.Core.Records;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Conversations;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Records;

/// <summary>Every turn can be opened, and run again.</summary>
[Collection("app")]
public sealed class TurnRecordsTests(AppFixture fixture)
{
    private const string Wish = "A 2BHK in Whitefield under 2 Cr, moving within 3 months. I'm Asha, asha.records@example.com";

    private readonly LeadHeatClient _team = fixture.App.Team();

    [Fact]
    public async Task A_turn_tells_what_was_read_done_counted_and_said()
    {
        var visitor = await Visitor.ArriveAsync(fixture.App);
        await visitor.SayAsync("Hello");

        var done = (await visitor.SayAsync(Wish))[^1].Done!;
        var turn = await _team.GetTurnAsync(done.TurnId);

        Assert.Equal(("done", Wish, done.Reply!.Text), (turn.State, turn.Message.Text, turn.Reply!.Text));
        Assert.Equal(await visitor.LeadIdAsync(), turn.LeadId);
        Assert.Equal(turn.CurrentPlaybookVersion, turn.Record!.Versions.PlaybookVersion);
        Assert.Equal(3, turn.Record.History.Count);
        Assert.All(turn.Record.Understood.Spans, span => Assert.Equal(span.Quote, Wish.Substring(span.Start, span.Length)));
        Assert.Contains(turn.Record.Tools, tool => tool is { Name: "inventory_search", Ok: true });
        Assert.Equal(turn.Reply.Text, turn.Record.Result.Reply);
        Assert.Equal(turn.Score!.After - turn.Score.Before!.Value, turn.Score.Lines.Sum(line => (line.After?.Points ?? 0) - (line.Before?.Points ?? 0)));
        Assert.NotEmpty(turn.Score.Lines);
        Assert.Empty(turn.Costs);
    }

    [Fact]
    public async Task Every_turn_of_a_conversation_runs_again_to_the_same_bytes_and_leaves_no_trace()
    {
        var visitor = await Visitor.ArriveAsync(fixture.App);
        List<Guid> turns = [];
        foreach (var text in new[] { "Hi", Wish, "the second one please, is it near a school?", "Saturday is fine", "I want to talk to a person" })
            turns.Add((await visitor.SayAsync(text))[^1].Done!.TurnId);
        var before = await _team.GetLeadAsync(await visitor.LeadIdAsync());

        foreach (var turn in turns)
        {
            var again = await _team.RerunTurnAsync(turn, new RerunTurn());

            Assert.True(again is { Equal: true, SameVersions: true }, string.Join("; ", again.Differences.Select(part => $"{part.Part}: {part.Then} / {part.Now}")));
        }

        var after = await _team.GetLeadAsync(before.Id);
        Assert.Equal(before.Lead, after.Lead);
        Assert.Equal(before.Transcript.Items.Select(message => message.Id), after.Transcript.Items.Select(message => message.Id));
        Assert.Equal(before.Timeline.Count, after.Timeline.Count);
    }

    [Fact]
    public async Task A_turn_can_be_run_with_a_model_that_is_not_there_and_says_so()
    {
        var visitor = await Visitor.ArriveAsync(fixture.App);
        var turn = (await visitor.SayAsync(Wish))[^1].Done!.TurnId;

        var again = await _team.RerunTurnAsync(turn, new RerunTurn(Agent: "hosted"));

        Assert.Equal(("built-in", "no_model"), (again.Record.Versions.Agent, again.Record.Versions.Fallback));
    }

    [Fact]
    public async Task The_score_that_the_worker_tells_is_the_score_that_is_stored()
    {
        var visitor = await Visitor.ArriveAsync(fixture.App);
        foreach (var text in new[] { "Hello", "A flat in Whitefield", "2BHK under 2 Cr", "not ground floor, with a balcony", "within 3 months", "asha@example.com", "actually make it 3 bed" })
        {
            var told = await visitor.SayAsync(_team, text);
            var lead = await _team.GetLeadAsync(await visitor.LeadIdAsync());

            var workers = told.Single(one => one.Kind == TurnEventKind.Score).Score!;
            Assert.Equal((workers.Score, workers.Heat), (lead.Score!.Value, lead.Lead.Heat));
            Assert.Equal(workers, told[^1].Done!.Score);
            Assert.Equal(workers.Score, lead.Ledger.Sum(line => line.Points));
            await _team.SetFactAsync(lead.Id, "timeline", new SetFact("within 2 months"));
        }
    }

    [Fact]
    public async Task What_people_write_and_who_they_are_is_in_records_and_never_in_logs()
    {
        var mark = $"{Guid.NewGuid():N}"[..10];
        var visitor = await Visitor.ArriveAsync(fixture.App);
        using var service = Caller.Service(fixture.App);
        await visitor.SayAsync($"I'm Zara{mark}, zara.{mark}@example.com, +91 98450 {mark}. A 2BHK in Whitefield under 2 Cr");
        await visitor.SayAsync($"I want to talk to a human about {mark}");
        await service.PostAsync(Routes.Turns, $$"""{"sessionId":"{{visitor.SessionId}}","text":"zara.{{mark}}@example.com","clientMessageId":""");
        await _team.SendMessageAsync(await visitor.LeadIdAsync(), new SendMessage($"Hello Zara{mark}", "one"));

        var logs = Directory.EnumerateFiles(Path.Combine(fixture.App.Data, "logs")).Select(path =>
        {
            using var file = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            return (Path.GetFileName(path), Text: file.ReadToEnd());
        }).ToList();

        Assert.NotEmpty(logs);
        Assert.All(logs, log => Assert.DoesNotContain(mark, log.Text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Records_are_the_teams_matter()
    {
        var visitor = await Visitor.ArriveAsync(fixture.App);
        var turn = (await visitor.SayAsync("Hello"))[^1].Done!.TurnId;
        using var nobody = Caller.Nobody(fixture.App);
        using var service = Caller.Service(fixture.App);

        (await nobody.GetAsync(Routes.TurnRecord(turn))).Refusal(401);
        (await service.GetAsync(Routes.TurnRecord(turn))).Refusal(403);
        (await nobody.PostAsync(Routes.RerunTurn(turn), "{}")).Refusal(401);
    }

    [Fact]
    public async Task What_cannot_be_opened_or_run_says_why()
    {
        using var admin = Caller.Admin(fixture.App);
        var visitor = await Visitor.ArriveAsync(fixture.App);
        var turn = (await visitor.SayAsync("Hello"))[^1].Done!.TurnId;
        await _team.SendMessageAsync(await visitor.LeadIdAsync(), new SendMessage("A person here", "one"));
        var silent = (await visitor.SayAsync("Hello person"))[^1].Done!.TurnId;

        (await admin.GetAsync(Routes.TurnRecord(Guid.NewGuid()))).Refusal(404);
        (await admin.PostAsync(Routes.RerunTurn(turn), """{"agent":"parrot"}""")).Refusal(400);
        (await admin.PostAsync(Routes.RerunTurn(silent), "{}")).Refusal(409);
        (await admin.GetAsync(Routes.Usage + "?by=moon")).Refusal(400);
        Assert.Equal(("silent", null), ((await _team.GetTurnAsync(silent)).State, (await _team.GetTurnAsync(silent)).Record));
    }
}
