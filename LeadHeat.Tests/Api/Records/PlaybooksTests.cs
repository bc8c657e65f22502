using System.Net;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Records;

/// <summary>The team reads what the agent goes by.</summary>
[Collection("app")]
public sealed class PlaybooksTests(AppFixture fixture)
{
    [Fact]
    public async Task Team_reads_the_playbooks_with_the_version_that_runs()
    {
        var (agent, _, _) = await Caller.MemberAsync(fixture.App, "agent");
        using (agent)
        {
            var all = await agent.Client.GetPlaybooksAsync();
            Assert.Equal(["b2b", "cafe", "real-estate"], all.Select(playbook => playbook.Name).Order());
            foreach (var listed in all)
            {
                var playbook = await agent.Client.GetPlaybookAsync(listed.Name);
                Assert.Equal((listed.Version, listed.Since), (playbook.Versions[0].Version, playbook.Versions[0].FirstSeen));
                Assert.Equal(listed.Fields, playbook.Fields.Count);
                Assert.NotEmpty(playbook.Stages);
            }

            var refused = await Assert.ThrowsAsync<LeadHeatException>(() => agent.Client.GetPlaybookAsync("bakery"));
            Assert.Equal(HttpStatusCode.NotFound, refused.Status);
            Assert.Contains("b2b, cafe, real-estate", refused.Message, StringComparison.Ordinal);
        }
    }
}
