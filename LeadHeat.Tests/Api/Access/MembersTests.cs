using System.Buffers.Binary;
using System.Net;
using LeadHeat.Core.Access;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Channels;
using LeadHeat.Tests.AppHost;
using Npgsql;

namespace LeadHeat.Tests.Api.Access;

[Collection("app")]
public sealed class MembersTests(AppFixture fixture)
{
    [Fact]
    public async Task There_is_always_an_admin_also_where_two_disable_each_other_at_once()
    {
        var name = $"admins_{Guid.NewGuid():N}";
        await Psql.RunAsync(fixture.App, $"create database {name}");
        var database = new NpgsqlConnectionStringBuilder(fixture.App.ConnectionString("leadsdb")) { Database = name }.ConnectionString;
        await using (var api = await SecondApi.StartAsync(fixture.App, database, fixture.App.ConnectionString("redis"), []))
        {
            var first = (await api.Team.GetTeamAsync()).Single(member => member.Role == "admin");
            await RefusedAsync(api, first, new(Disabled: true));
            await RefusedAsync(api, first, new(Role: "agent"));
            var second = await api.Team.AddMemberAsync(new AddMember("Second", "another@example.com", "admin", Guid.NewGuid().ToString("N")));

            var ended = await Task.WhenAll(EndsAsync(api, first), EndsAsync(api, second));

            Assert.Single(ended, isEnded => isEnded);
            Assert.Single(await api.Team.GetTeamAsync(), member => member is { Role: "admin", Disabled: false });
        }

        await Psql.RunAsync(fixture.App, $"drop database {name} with (force)");
    }

    [Fact]
    public async Task Password_is_kept_as_210_000_rounds_of_PBKDF2_with_SHA_512_and_a_salt_of_its_own()
    {
        var hashes = new[] { await HashAsync(), await HashAsync() };

        // As ASP.NET Core Identity writes it: its third form, the function, the rounds, the salt's length, the salt.
        Assert.All(hashes, hash => Assert.Equal((1, 2u, 210_000u, 16u), (hash[0], Number(hash, 1), Number(hash, 5), Number(hash, 9))));
        Assert.NotEqual(hashes[0][13..29], hashes[1][13..29]);

        static uint Number(byte[] hash, int at) => BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(at));
    }

    private async Task<byte[]> HashAsync()
    {
        var (caller, member, _) = await Caller.MemberAsync(fixture.App, "agent");
        caller.Dispose();
        return Convert.FromBase64String((await Psql.RunAsync(fixture.App, $"select password_hash from users where id = '{member.Id}'"))!);
    }

    private static async Task<bool> EndsAsync(SecondApi api, TeamMember member)
    {
        try
        {
            await api.Team.ChangeMemberAsync(member.Id, new(Disabled: true));
            return true;
        }
        catch (LeadHeatException refused) when (refused.Status == HttpStatusCode.Conflict)
        {
            return false;
        }
    }

    private static async Task RefusedAsync(SecondApi api, TeamMember member, ChangeMember change) =>
        Assert.Equal(HttpStatusCode.Conflict, (await Assert.ThrowsAsync<LeadHeatException>(() => api.Team.ChangeMemberAsync(member.Id, change))).Status);
}
