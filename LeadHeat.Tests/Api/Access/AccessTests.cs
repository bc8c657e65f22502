using LeadHeat.Core.Access;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Access;

[Collection("app")]
public sealed class AccessTests(AppFixture fixture)
{
    [Fact]
    public async Task The_first_admin_signs_in_and_is_told_who_it_is()
    {
        using var web = Caller.Service(fixture.App);

        var signedIn = await web.Client.SignInAsync(new SignIn(fixture.App.AdminEmail, fixture.App.AdminPassword));
        using var admin = Caller.Token(fixture.App, signedIn.AccessToken);
        var me = await admin.Client.GetMeAsync();

        Assert.Equal((fixture.App.AdminEmail, "admin"), (me.Email, me.Role));
        Assert.NotEqual(Guid.Empty, me.Id);
    }

    [Fact]
    public async Task An_unknown_address_and_a_wrong_password_get_the_same_answer()
    {
        using var web = Caller.Service(fixture.App);

        var unknown = await web.PostAsync(Routes.SignIn, """{"email":"nobody@example.com","password":"not-the-password"}""");
        var wrong = await web.PostAsync(Routes.SignIn, $$"""{"email":"{{fixture.App.AdminEmail}}","password":"not-the-password"}""");

        Assert.Equal(unknown.Refusal(401).Detail, wrong.Refusal(401).Detail);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_an_account()
    {
        var (caller, member, password) = await Caller.MemberAsync(fixture.App, "agent");
        using (caller)
        using (var web = Caller.Service(fixture.App))
        {
            for (var i = 0; i < 5; i++)
                (await web.PostAsync(Routes.SignIn, $$"""{"email":"{{member.Email}}","password":"wrong"}""")).Refusal(401);

            var right = await web.PostAsync(Routes.SignIn, $$"""{"email":"{{member.Email}}","password":"{{password}}"}""");

            right.Refusal(401);
        }
    }

    [Fact]
    public async Task A_refresh_token_gets_new_tokens_and_nothing_else_does()
    {
        using var web = Caller.Service(fixture.App);
        var first = await web.Client.SignInAsync(new SignIn(fixture.App.AdminEmail, fixture.App.AdminPassword));

        var second = await web.Client.RefreshAsync(new RefreshSignIn(first.RefreshToken));
        using var admin = Caller.Token(fixture.App, second.AccessToken);

        Assert.Equal("admin", (await admin.Client.GetMeAsync()).Role);
        (await web.PostAsync(Routes.Refresh, $$"""{"refreshToken":"{{first.AccessToken}}"}""")).Refusal(401);
        (await web.PostAsync(Routes.Refresh, """{"refreshToken":"garbage"}""")).Refusal(401);
    }

    [Fact]
    public async Task A_member_is_added_once_and_with_a_role_that_exists()
    {
        using var admin = Caller.Admin(fixture.App);
        var member = $$"""{"name":"Asha","email":"{{Guid.NewGuid():N}}@example.com","role":"agent","password":"long-enough-{{Guid.NewGuid():N}}"}""";

        Assert.Equal(201, (await admin.PostAsync(Routes.Team, member)).Status);
        (await admin.PostAsync(Routes.Team, member)).Refusal(409);
        var errors = (await admin.PostAsync(Routes.Team, """{"name":"","email":"x","role":"boss","password":"short"}""")).Refusal(400).Errors!;
        Assert.Equal(["email", "name", "password", "role"], errors.Keys.Order());
    }

    [Theory]
    [InlineData("not-the-key")]
    [InlineData("")]
    public async Task A_wrong_key_is_refused_and_told_what_to_do(string key)
    {
        using var stranger = Caller.Key(fixture.App, key);

        var answer = await stranger.GetAsync(Routes.Leads);

        Assert.Contains("X-Api-Key", answer.Refusal(401).Detail, StringComparison.Ordinal);
        Assert.Equal("Bearer", answer.Header("WWW-Authenticate"));
    }

    [Fact]
    public async Task A_token_that_is_none_is_refused()
    {
        using var stranger = Caller.Token(fixture.App, "expired.token.here");

        (await stranger.GetAsync(Routes.Leads)).Refusal(401);
    }

    [Fact]
    public async Task Sign_in_is_limited_by_the_visitors_address_that_web_says()
    {
        using var web = Caller.Service(fixture.App, "203.0.113.7");
        const string Attempt = """{"email":"nobody@example.com"}""";
        // At once, so that they fall into one minute on any machine.
        Assert.All(await Task.WhenAll(Enumerable.Range(0, AppFixture.SignInsPerMinute).Select(_ => web.PostAsync(Routes.SignIn, Attempt))), answer => answer.Refusal(400));

        var limited = await web.PostAsync(Routes.SignIn, Attempt);
        using var other = Caller.Service(fixture.App, "203.0.113.8");

        limited.Refusal(429);
        Assert.InRange(int.Parse(limited.RetryAfter!, System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        (await other.PostAsync(Routes.SignIn, Attempt)).Refusal(400);
    }

    [Fact]
    public async Task The_admin_key_is_not_limited()
    {
        using var admin = Caller.Admin(fixture.App);

        for (var i = 0; i < 15; i++)
            (await admin.PostAsync(Routes.SignIn, "{}")).Refusal(400);
    }
}
