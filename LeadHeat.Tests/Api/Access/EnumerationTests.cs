using System.Diagnostics;
using LeadHeat.Core.Access;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Access;

/// <summary>Somebody tries addresses to learn which of them have an account.</summary>
[Collection("app")]
public sealed class EnumerationTests(AppFixture fixture)
{
    // As many as an account takes before it rests: the shortest of them is what the work takes, however busy the machine is.
    private const int Tries = 4;

    // Hashing takes about thirty times as long as all the rest of a sign-in.
    private const int Coarsely = 3;

    // Of the moment, or of the calls before.
    private static readonly string[] s_passing = ["Date", "RateLimit-Remaining", "RateLimit-Reset"];

    [Fact]
    public async Task Addresses_with_and_without_an_account_get_the_same_answer_after_the_same_work()
    {
        using var admin = Caller.Admin(fixture.App);
        var (locked, disabled) = (await MemberAsync(admin), await MemberAsync(admin));
        for (var i = 0; i < 5; i++)
            await TryAsync(locked.Email);
        await admin.Client.ChangeMemberAsync(disabled.Id, new ChangeMember(Disabled: true));
        var invited = $"{Guid.NewGuid():N}@example.com";
        await admin.Client.InviteMemberAsync(new InviteMember("Invited", invited, "agent"));
        string[] others = [$"{Guid.NewGuid():N}@example.com", locked.Email, disabled.Email, invited];

        var (answer, shortest) = await TriesAsync((await MemberAsync(admin)).Email);
        foreach (var other in others)
        {
            var (said, took) = await TriesAsync(other);
            Assert.Equal(answer, said);
            Assert.True(took > shortest / Coarsely, $"{took.TotalMilliseconds} ms, and {shortest.TotalMilliseconds} ms where there is an account");
        }
    }

    private async Task<(string Said, TimeSpan Shortest)> TriesAsync(string email)
    {
        var (all, shortest) = (new HashSet<string>(), TimeSpan.MaxValue);
        for (var i = 0; i < Tries; i++)
        {
            var (said, took) = await TryAsync(email);
            all.Add(said);
            shortest = took < shortest ? took : shortest;
        }

        return (Assert.Single(all), shortest);
    }

    /// <summary>Each from an address of its own, so that no limit tells them apart.</summary>
    private async Task<(string Said, TimeSpan Took)> TryAsync(string email)
    {
        using var web = Caller.Service(fixture.App);
        var began = Stopwatch.GetTimestamp();
        var answer = await web.PostAsync(Routes.SignIn, $$"""{"email":"{{email}}","password":"not-the-password"}""");
        var took = Stopwatch.GetElapsedTime(began);
        var problem = answer.Refusal(401);
        var headers = answer.Headers.Where(header => !s_passing.Contains(header.Key)).OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
        var members = answer.Json.EnumerateObject().Select(member => member.Name == "traceId" ? member.Name : $"{member.Name}: {member.Value}");
        return ($"{problem.Status}\n{string.Join('\n', headers)}\n{string.Join('\n', members)}", took);
    }

    private static Task<TeamMember> MemberAsync(Caller admin) =>
        admin.Client.AddMemberAsync(new AddMember("Known", $"{Guid.NewGuid():N}@example.com", "agent", Guid.NewGuid().ToString("N")));
}
