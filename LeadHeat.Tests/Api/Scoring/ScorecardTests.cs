using System.Text.Json.Nodes;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;
using LeadHeat.Web.Scoring;

namespace LeadHeat.Tests.Api.Scoring;

/// <summary>A draft is tried, published and taken back. Each test leaves the cards as it found them.</summary>
[Collection("app")]
public sealed class ScorecardTests(AppFixture fixture)
{
    private const string Card = "cafe-readiness";
    private const int Shipped = 2;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task The_shipped_cards_are_there_and_say_who_judges()
    {
        using var admin = Caller.Admin(fixture.App);

        var cards = await admin.Client.GetScorecardsAsync();

        Assert.Equal(
            [("b2b", "b2b-fit", CardRole.Primary), ("b2b", "five-factors", CardRole.Beside), ("cafe", Card, CardRole.Primary),
                ("real-estate", "real-estate-fit", CardRole.Primary), ("real-estate", "temperature", CardRole.Beside)],
            cards.Items.Where(card => card.Role is not null).Select(card => (card.Playbook, card.Name, card.Role!.Value)).Order());
        Assert.All(cards.Items.Where(card => card.Origin == CardOrigin.Shipped), card => Assert.Equal(CardState.Published, card.State));
    }

    [Fact]
    public async Task No_lead_waits_for_a_card_that_only_looks_on()
    {
        using var admin = Caller.Admin(fixture.App);

        var beside = (await admin.Client.GetScorecardsAsync()).Publications.Where(publication => publication.Role == CardRole.Beside).ToList();

        Assert.Equal(["five-factors", "temperature"], beside.Where(publication => publication.IsNow).Select(publication => publication.Card).Order());
        Assert.All(beside, publication => Assert.NotNull(publication.AppliedAt));
    }

    [Fact]
    public async Task A_draft_that_is_wrong_is_refused_with_its_place_and_nothing_is_stored_half()
    {
        using var admin = Caller.Admin(fixture.App);
        var (version, card) = await DraftAsync(admin);
        var path = Routes.Scorecard(Card, version);

        card["criteria"]![0]!["max"] = 6;
        Assert.Contains("add up to 101", string.Join(' ', (await admin.SendAsync(HttpMethod.Put, path, Body(card))).Refusal(400).Errors!["card.criteria"]), StringComparison.Ordinal);
        card["criteria"]![0]!["rule"] = "magic";
        Assert.Contains("no rule 'magic'", string.Join(' ', (await admin.SendAsync(HttpMethod.Put, path, Body(card))).Refusal(400).Errors!["card.criteria[0].rule"]), StringComparison.Ordinal);
        card["bands"]!["warm"] = 90;
        (await admin.SendAsync(HttpMethod.Put, path, """{"card":[]}""")).Refusal(400);
        foreach (var twice in new[] { """{"name":"a","name":"b"}""", """{"version":1,"version":2,"name":"a"}""", """{"bands":{"hot":1,"hot":2}}""" })
        {
            (await admin.SendAsync(HttpMethod.Put, path, $$"""{"card":{{twice}}}""")).Refusal(400);
            (await admin.PostAsync($"{Routes.Scorecards}/check", $$"""{"playbook":"cafe","card":{{twice}}}""")).Refusal(400);
        }
        (await admin.SendAsync(HttpMethod.Put, Routes.Scorecard(Card, Shipped), Body(await CardAsync(admin, Shipped)))).Refusal(409);
        (await admin.SendAsync(HttpMethod.Delete, Routes.Scorecard(Card, Shipped))).Refusal(409);
        (await admin.GetAsync(Routes.Scorecard("nothing", 1))).Refusal(404);

        Assert.Equal(await Normal(admin, Shipped), await Normal(admin, version));
        await admin.Client.DeleteScorecardAsync(Card, version);
        (await admin.GetAsync(path)).Refusal(404);
    }

    [Fact]
    public async Task The_database_itself_keeps_a_published_card_as_it_is()
    {
        var update = Psql.RunAsync(fixture.App, $"update scorecards set data = '{{}}' where name = '{Card}' and version = {Shipped}");
        var delete = Psql.RunAsync(fixture.App, "delete from scorecards where name = 'temperature' and version = 1");

        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => update);
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => delete);
    }

    [Fact]
    public async Task A_card_that_judges_people_by_what_law_protects_cannot_be_published()
    {
        using var admin = Caller.Admin(fixture.App);
        var (version, card) = await DraftAsync(admin);
        card["criteria"]![0]!["title"] = "Nationality";
        await admin.Client.SaveScorecardAsync(Card, version, new(card));

        var refused = await admin.PostAsync(Routes.Scorecard(Card, version) + "/publish", "{}");

        Assert.Contains("law protects", refused.Refusal(409).Detail, StringComparison.Ordinal);
        await admin.Client.DeleteScorecardAsync(Card, version);
    }

    [Fact]
    public async Task A_shadow_run_touches_no_lead_and_publishing_changes_the_scores_as_it_said()
    {
        using var admin = Caller.Admin(fixture.App);
        var (version, card) = await DraftAsync(admin);
        var draft = new CardDraft(card);
        draft.SetMax("email", 25);
        draft.SetMax("completeness", 5);
        await admin.Client.SaveScorecardAsync(Card, version, new(draft.Card));
        var before = await ScoresAsync();

        var report = await TryAsync(admin, version);

        Assert.Equal(before, await ScoresAsync());
        Assert.True(report.Flipped > 0, "nobody flips");
        Assert.Equal(report.Leads, report.Matrix.Sum(move => move.Count));
        Assert.Equal(
            (report.HotPerDayThen, report.PrecisionThen),
            report.Thresholds!.Single(threshold => threshold.From == 80) is var hot ? (hot.PerDay, hot.Won) : default);
        var list = await admin.Client.PublishScorecardAsync(Card, version, new());
        await AppliedAsync(admin, version);
        var after = (await ScoresAsync()).Split(';').Select(lead => lead.Split(':')).ToDictionary(lead => Guid.Parse(lead[0]), lead => int.Parse(lead[1]));
        Assert.All(report.Flips, flip => Assert.Equal(flip.ToScore, after[flip.LeadId]));
        Assert.Equal(report.Flipped, Changed(before, await ScoresAsync(), part: 2));
        await RepliesEqualAsync(admin, report.Flips[0].LeadId, version);

        await admin.Client.WithdrawPublicationAsync(list.Publications.First(known => known.Version == version && known.Card == Card).Id);
        await AppliedAsync(admin, Shipped);
        Assert.Equal(before, await ScoresAsync());
    }

    [Fact]
    public async Task A_card_published_for_a_later_day_waits_for_it()
    {
        using var admin = Caller.Admin(fixture.App);
        var (version, _) = await DraftAsync(admin);

        var list = await admin.Client.PublishScorecardAsync(Card, version, new(DateTimeOffset.UtcNow.AddDays(3)));

        var publication = list.Publications.First(known => known.Version == version && known.Card == Card);
        Assert.Equal((false, null), (publication.IsNow, publication.AppliedAt));
        Assert.Equal(Shipped, list.Items.Single(card => card.Role == CardRole.Primary && card.Playbook == "cafe").Version);
        await admin.Client.WithdrawPublicationAsync(publication.Id);
        (await admin.PostAsync($"{Routes.Scorecards}/publications/{publication.Id}/withdraw", "{}")).Refusal(409);
    }

    [Fact]
    public async Task A_leads_score_is_told_from_all_sides()
    {
        using var admin = Caller.Admin(fixture.App);
        var lead = (await admin.Client.GetLeadsAsync(new LeadQuery(Playbook: "real-estate", Sort: LeadSort.Score, Status: [LeadStatus.Working], Limit: 1))).Items[0];

        var history = await admin.Client.GetScoreHistoryAsync(lead.Id);
        var cards = await admin.Client.GetCardScoresAsync(lead.Id);
        var whatIf = await admin.Client.GetWhatIfAsync(lead.Id);
        var action = await admin.Client.GetRecommendationAsync(lead.Id);
        var detail = await admin.Client.GetLeadAsync(lead.Id);

        Assert.Equal(lead.Score, history.Points[^1].Score);
        Assert.Equal([("real-estate-fit", CardRole.Primary), ("temperature", CardRole.Beside)], cards.Select(card => (card.Card, card.Role)));
        Assert.Equal(["Engagement", "Intent to buy"], cards[1].Groups.Select(group => group.Title));
        Assert.All(cards, card => Assert.Equal(card.Score, card.Ledger.Sum(line => line.Points)));
        Assert.Equal(lead.Score, whatIf.Score);
        Assert.NotEmpty(action.Reasons);
        Assert.False(string.IsNullOrWhiteSpace(action.Text));
        Assert.Equal(lead.Heat == Heat.Hot ? Priority.High : Priority.Medium, detail.Qualification!.Priority);
        foreach (var part in (string[])["score/history", "score/what-if", "score/cards", "recommendation"])
            (await admin.GetAsync($"{Routes.Lead(Guid.Empty)}/{part}")).Refusal(404);
    }

    private static async Task RepliesEqualAsync(Caller admin, Guid lead, int version)
    {
        var replay = await admin.Client.ReplayScoreAsync(lead);
        var history = await admin.Client.GetScoreHistoryAsync(lead);

        Assert.Equal((true, version), (replay.Equal, replay.CardVersion));
        Assert.Equal((ScoreCause.Card, version), (history.Points[^1].Cause, history.Points[^1].CardVersion));
    }

    private static async Task<ShadowReport> TryAsync(Caller admin, int version)
    {
        var run = await admin.Client.StartShadowAsync(Card, version, new(7));
        await Eventually.TrueAsync(async () => (run = await admin.Client.GetShadowAsync(run.Id)).State != ShadowState.Running, Soon, () => "the shadow run's end");
        Assert.Equal((ShadowState.Done, null, 7), (run.State, run.Failure, run.Report!.CapacityPerDay));
        return run.Report;
    }

    private static Task AppliedAsync(Caller admin, int version) => Eventually.TrueAsync(
        async () => (await admin.Client.GetScorecardsAsync()).Publications.Any(known => known is { IsNow: true, AppliedAt: not null } && known.Card == Card && known.Version == version),
        Soon, () => $"version {version} applied");

    private static int Changed(string before, string after, int part) =>
        before.Split(';').Zip(after.Split(';')).Count(pair => pair.First.Split(':')[part] != pair.Second.Split(':')[part]);

    private async Task<string> ScoresAsync() => (await Psql.RunAsync(
        fixture.App, "select string_agg(id || ':' || score || ':' || heat, ';' order by id) from leads where playbook = 'cafe' and score is not null"))!;

    private static async Task<(int Version, JsonObject Card)> DraftAsync(Caller admin)
    {
        var draft = await admin.Client.CreateScorecardAsync(new(Card, Shipped, Note: "Tried in a test"));
        return (draft.Summary.Version, draft.Card);
    }

    private static async Task<JsonObject> CardAsync(Caller admin, int version) => (await admin.Client.GetScorecardAsync(Card, version)).Card;

    private static async Task<string> Normal(Caller admin, int version)
    {
        var card = await CardAsync(admin, version);
        card.Remove("version");
        return card.ToJsonString();
    }

    private static string Body(JsonObject card) => new JsonObject { ["card"] = card.DeepClone() }.ToJsonString();
}
