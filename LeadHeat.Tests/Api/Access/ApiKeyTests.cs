using LeadHeat.Core.Access;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Access;

[Collection("app")]
public sealed class ApiKeyTests(AppFixture fixture)
{
    [Fact]
    public async Task A_key_is_seen_once_and_stored_as_a_digest()
    {
        using var admin = Caller.Admin(fixture.App);

        var made = await admin.Client.AddApiKeyAsync(new AddApiKey("Nightly report", [KeyScope.Read, KeyScope.Read], 30));

        var seen = (await admin.Client.GetApiKeysAsync()).Single(key => key.Id == made.View.Id);
        Assert.Equal((made.Key[^4..], "Nightly report", 30), (seen.LastFour, seen.Name, (seen.ExpiresAt!.Value - seen.CreatedAt).Days));
        Assert.Equal([KeyScope.Read], seen.Scopes);
        Assert.Equal("0", await Psql.RunAsync(fixture.App, $"select count(*) from api_keys k where k::text like '%{made.Key[3..]}%'"));
    }

    [Fact]
    public async Task A_key_is_used_until_it_is_revoked()
    {
        using var admin = Caller.Admin(fixture.App);
        var made = await admin.Client.AddApiKeyAsync(new AddApiKey("Sync", [KeyScope.Read]));
        using var program = Caller.Key(fixture.App, made.Key);
        Assert.Equal(200, (await program.GetAsync(Routes.Leads)).Status);
        Assert.NotNull((await admin.Client.GetApiKeysAsync()).Single(key => key.Id == made.View.Id).LastUsedAt);

        await admin.Client.RevokeApiKeyAsync(made.View.Id);

        (await program.GetAsync(Routes.Leads)).Refusal(401);
        (await admin.SendAsync(HttpMethod.Delete, Routes.ApiKey(Guid.Empty))).Refusal(404);
    }

    [Fact]
    public async Task A_key_ends_by_itself()
    {
        using var admin = Caller.Admin(fixture.App);
        var made = await admin.Client.AddApiKeyAsync(new AddApiKey("Short", [KeyScope.Admin], 1));
        await Psql.RunAsync(fixture.App, $"update api_keys set expires_at = now() - interval '1 second' where id = '{made.View.Id}'");
        using var program = Caller.Key(fixture.App, made.Key);

        (await program.GetAsync(Routes.Leads)).Refusal(401);
    }

    [Theory]
    [InlineData("""{"name":"x","scopes":[]}""", "scopes")]
    [InlineData("""{"name":"x","scopes":["everything"]}""", null)]
    [InlineData("""{"name":"","scopes":["read"]}""", "name")]
    [InlineData("""{"name":"x","scopes":["read"],"days":0}""", "days")]
    public async Task What_is_no_key_is_refused(string body, string? field)
    {
        using var admin = Caller.Admin(fixture.App);

        var refusal = (await admin.PostAsync(Routes.ApiKeys, body)).Refusal(400);

        if (field is not null)
            Assert.Equal([field], refusal.Errors!.Keys);
    }
}
