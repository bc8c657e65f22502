using System.Net;
using System.Net.Http.Headers;
using LeadHeat.Core.Access;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Channels;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Access;

/// <summary>An Api that shows agents their own leads, and those that nobody has taken yet.</summary>
[Collection("app")]
public sealed class OwnVisibilityTests(AppFixture fixture)
{
    [Fact]
    public async Task What_a_colleague_has_taken_is_unknown_to_the_colleague_s_own_team_too()
    {
        var database = await OwnDatabase.MigratedAsync(fixture.App);
        await using var api = await SecondApi.StartAsync(fixture.App, database.Service, "127.0.0.1:1", new() { ["Access__LeadVisibility"] = "own" });
        var (insider, inside) = await AgentAsync(api);
        var (outsider, outside) = await AgentAsync(api);
        await api.Team.SaveTeamAsync(null, new SaveTeam("Homes", ["real-estate"], [inside]));
        var (home, cafe) = (await WriteAsync(api, "real-estate"), await WriteAsync(api, "cafe"));

        await SeesAsync(insider, [home, cafe], []);
        await SeesAsync(outsider, [cafe], [home]);

        await api.Team.ChangeLeadAsync(home, new ChangeLead(OwnerId: outside));
        await SeesAsync(insider, [cafe], [home]);
        await SeesAsync(outsider, [home, cafe], []);

        await api.Team.ChangeLeadAsync(cafe, new ChangeLead(OwnerId: inside));
        await SeesAsync(insider, [cafe], [home]);
        await SeesAsync(outsider, [home], [cafe]);
    }

    private static async Task SeesAsync(LeadHeatClient agent, Guid[] shown, Guid[] unknown)
    {
        Assert.Equal(shown.Order(), (await agent.GetLeadsAsync(new LeadQuery())).Items.Select(row => row.Id).Order());
        Assert.Equal(shown.Length, (await agent.GetLeadCountsAsync()).All);
        foreach (var id in shown)
            Assert.Equal(id, (await agent.GetLeadAsync(id)).Id);
        foreach (var id in unknown)
            Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<LeadHeatException>(() => agent.GetLeadAsync(id))).Status);
    }

    private static async Task<(LeadHeatClient Agent, Guid Id)> AgentAsync(SecondApi api)
    {
        var (email, password) = ($"{Guid.NewGuid():N}@example.com", Guid.NewGuid().ToString("N"));
        var member = await api.Team.AddMemberAsync(new AddMember("Test agent", email, "agent", password));
        var signedIn = await new LeadHeatClient(api.Service()).SignInAsync(new SignIn(email, password));
        var http = new HttpClient { BaseAddress = new Uri(api.Url), DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", signedIn.AccessToken) } };
        return (new LeadHeatClient(http), member.Id);
    }

    // Nobody answers here: the lead is there with the message.
    private static async Task<Guid> WriteAsync(SecondApi api, string playbook)
    {
        var visitor = new LeadHeatClient(api.Service());
        var session = await visitor.StartSessionAsync(new StartSession(playbook, Channel.Web, null));
        using var leave = new CancellationTokenSource();
        var waiting = visitor.SendTurnAsync(new SendTurn(session.SessionId, "Hello", "1"), cancellationToken: leave.Token).GetAsyncEnumerator(leave.Token);
        var next = waiting.MoveNextAsync().AsTask();
        Guid? lead = null;
        await Eventually.TrueAsync(
            async () => (lead = (await api.Team.GetLeadsAsync(new LeadQuery(Playbook: playbook))).Items is [var first] ? first.Id : null) is not null, TimeSpan.FromSeconds(60), () => api.Output);
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        return lead!.Value;
    }
}
