using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Conversations;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Knowledge;

[Collection("app")]
public sealed class MemoriesTests(AppFixture fixture)
{
    private const string Hers = "My daughter goes to the Riverside school";
    private const string His = "My son goes to the Hilltop school";

    [Fact]
    public async Task A_lead_is_remembered_by_its_own_words_and_never_by_anothers()
    {
        var she = await Visitor.ArriveAsync(fixture.App);
        var he = await Visitor.ArriveAsync(fixture.App);
        await she.SayAsync(Hers);
        await she.SayAsync("We like a garden");
        await he.SayAsync(His);
        using var admin = Caller.Admin(fixture.App);

        var hers = await admin.Client.RecallAsync(await she.LeadIdAsync(), "which school", 10);
        var his = await admin.Client.RecallAsync(await he.LeadIdAsync(), "Riverside school garden", 100);

        Assert.Equal((Hers, she.ConversationId), (hers.Hits[0].Text, hers.Hits[0].ConversationId));
        Assert.All(hers.Hits, hit => Assert.Equal(she.ConversationId, hit.ConversationId));
        Assert.Equal((His, he.ConversationId), (Assert.Single(his.Hits).Text, his.Hits[0].ConversationId));
    }

    [Fact]
    public async Task Only_what_visitors_said_is_remembered_and_nothing_of_a_lead_that_is_not_there()
    {
        var visitor = await Visitor.ArriveAsync(fixture.App);
        await visitor.SayAsync(Hers);
        using var admin = Caller.Admin(fixture.App);

        var found = await admin.Client.RecallAsync(await visitor.LeadIdAsync(), "hello school budget area help", 100);

        Assert.All(found.Hits, hit => Assert.Equal(Hers, hit.Text));
        Assert.Empty((await admin.Client.RecallAsync(Guid.NewGuid(), "which school")).Hits);
    }

    [Theory]
    [InlineData("q=", "q")]
    [InlineData("q=a&k=101", "k")]
    [InlineData("q=a&lead=x", "lead")]
    public async Task A_question_that_is_not_understood_is_refused_by_name(string query, string field)
    {
        using var admin = Caller.Admin(fixture.App);

        Assert.Contains(field, (await admin.GetAsync($"{Routes.Lead(Guid.NewGuid())}/memories?{query}")).Refusal(400).Errors!.Keys);
    }

    [Fact]
    public async Task Nobody_recalls_without_signing_in()
    {
        using var nobody = Caller.Nobody(fixture.App);

        (await nobody.GetAsync($"{Routes.Lead(Guid.NewGuid())}/memories?q=school")).Refusal(401);
    }
}
