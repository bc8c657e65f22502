using LeadHeat.Core.Access;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Access;

[Collection("app")]
public sealed class OwnSignInsTests(AppFixture fixture)
{
    [Fact]
    public async Task Members_see_their_own_sign_ins_and_end_one_of_them()
    {
        var (caller, member, password) = await Caller.MemberAsync(fixture.App, "agent");
        var (other, _, _) = await Caller.MemberAsync(fixture.App, "agent");
        using var web = Caller.Service(fixture.App);
        using var program = Caller.Nobody(fixture.App);
        using var second = Caller.Token(fixture.App, (await program.Client.SignInAsync(new SignIn(member.Email, password))).AccessToken);
        using (caller)
        using (other)
        {
            var own = await caller.Client.GetOwnSignInsAsync();

            Assert.Equal([(true, true), (false, false)], own.OrderBy(each => each.CreatedAt).Select(each => (each.Current, each.ByWeb)));
            var ended = own.Single(each => !each.Current);
            Assert.Equal(404, (int)(await Assert.ThrowsAsync<LeadHeatException>(() => other.Client.EndOwnSignInAsync(ended.Id))).Status);
            Assert.Equal(200, (await second.GetAsync(Routes.Me)).Status);
            await caller.Client.EndOwnSignInAsync(ended.Id);

            (await second.GetAsync(Routes.Me)).Refusal(401);
            Assert.Equal(404, (int)(await Assert.ThrowsAsync<LeadHeatException>(() => caller.Client.EndOwnSignInAsync(ended.Id))).Status);
            Assert.True(Assert.Single(await caller.Client.GetOwnSignInsAsync()).Current);
        }
    }

    [Fact]
    public async Task Who_asks_for_what_is_not_for_him_is_noted_by_id()
    {
        var (caller, member, _) = await Caller.MemberAsync(fixture.App, "agent");
        using (caller)
            (await caller.GetAsync("/api/audit")).Refusal(403);

        await Eventually.TrueAsync(
            () => fixture.App.Log("api").Contains($"The member or key {member.Id} was refused GET", StringComparison.Ordinal), TimeSpan.FromSeconds(60), () => "nothing is noted");
    }
}
