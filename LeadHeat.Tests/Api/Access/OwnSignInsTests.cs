using LeadHeat.Api.Access;
using LeadHeat.Core.Access;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Limits;
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
            using var admin = Caller.Admin(fixture.App);
            Assert.Equal(member.Id, Assert.Single((await admin.Client.GetAuditAsync(subject: member.Id.ToString(), action: "sign_in.ended")).Items).ActorId);
        }
    }

    [Fact]
    public async Task Who_asks_for_what_is_not_for_him_or_makes_no_sense_is_noted_by_id()
    {
        var (caller, member, _) = await Caller.MemberAsync(fixture.App, "agent");
        using (caller)
        {
            // Of many refusals in one second not all are noted, and other tests are refused as well.
            await Eventually.TrueAsync(() => AskAsync(caller, "/api/audit", 403, $"The member or key {member.Id} was refused GET /api/audit"), TimeSpan.FromSeconds(60), () => "nothing is noted");
            await Eventually.TrueAsync(() => AskAsync(caller, "/api/leads?nothing=1", 400, $"The member or key {member.Id} was refused GET /api/leads"), TimeSpan.FromSeconds(60), () => "nothing is noted");
        }
    }

    [Fact]
    public void Refusals_without_end_do_not_fill_the_log()
    {
        var clock = new SteppedClock();
        var pace = new RefusalPace(clock);

        Assert.Equal(RefusalPace.Most, Enumerable.Range(0, 1000).Count(_ => pace.Takes()));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(pace.Takes());
    }

    private async Task<bool> AskAsync(Caller caller, string path, int status, string noted)
    {
        (await caller.GetAsync(path)).Refusal(status);
        return fixture.App.Log("api").Contains(noted, StringComparison.Ordinal);
    }
}
