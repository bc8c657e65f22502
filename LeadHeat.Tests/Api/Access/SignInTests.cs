using LeadHeat.Core.Access;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Access;

/// <summary>Whatever ends a sign-in ends its tokens with the next request.</summary>
[Collection("app")]
public sealed class SignInTests(AppFixture fixture)
{
    [Fact]
    public async Task Signing_out_ends_both_tokens()
    {
        var (signedIn, member) = await MemberAsync();
        using var caller = Caller.Token(fixture.App, signedIn.AccessToken);
        using var stranger = Caller.Nobody(fixture.App);
        Assert.Equal(member.Email, (await caller.Client.GetMeAsync()).Email);

        await caller.Client.SignOutAsync();

        (await caller.GetAsync(Routes.Me)).Refusal(401);
        (await stranger.PostAsync(Routes.Refresh, Body(signedIn.RefreshToken))).Refusal(401);
    }

    [Fact]
    public async Task A_refresh_token_that_comes_twice_ends_the_sign_in()
    {
        var (first, _) = await MemberAsync();
        using var stranger = Caller.Nobody(fixture.App);
        var second = await stranger.Client.RefreshAsync(new RefreshSignIn(first.RefreshToken));
        using var caller = Caller.Token(fixture.App, second.AccessToken);
        Assert.Equal(200, (await caller.GetAsync(Routes.Me)).Status);

        (await stranger.PostAsync(Routes.Refresh, Body(first.RefreshToken))).Refusal(401);

        (await caller.GetAsync(Routes.Me)).Refusal(401);
        (await stranger.PostAsync(Routes.Refresh, Body(second.RefreshToken))).Refusal(401);
    }

    [Fact]
    public async Task A_browser_s_refresh_token_is_good_for_web_alone()
    {
        var (_, member, password) = await NewAsync();
        using var web = Caller.Service(fixture.App);
        using var stranger = Caller.Nobody(fixture.App);
        var signedIn = await web.Client.SignInAsync(new SignIn(member.Email, password));

        (await stranger.PostAsync(Routes.Refresh, Body(signedIn.RefreshToken))).Refusal(401);

        // Each tab of a browser renews by itself.
        await web.Client.RefreshAsync(new RefreshSignIn(signedIn.RefreshToken));
        await web.Client.RefreshAsync(new RefreshSignIn(signedIn.RefreshToken));
    }

    [Theory]
    [InlineData("""{"role":"admin"}""")]
    [InlineData("""{"disabled":true}""")]
    public async Task A_member_whose_standing_changes_is_out_at_once(string change)
    {
        var (signedIn, member) = await MemberAsync();
        using var admin = Caller.Admin(fixture.App);
        using var caller = Caller.Token(fixture.App, signedIn.AccessToken);
        using var stranger = Caller.Nobody(fixture.App);

        Assert.Equal(204, (await admin.SendAsync(HttpMethod.Patch, Routes.Member(member.Id), change)).Status);

        (await caller.GetAsync(Routes.Me)).Refusal(401);
        (await stranger.PostAsync(Routes.Refresh, Body(signedIn.RefreshToken))).Refusal(401);
    }

    [Fact]
    public async Task A_disabled_member_gets_the_answer_of_a_wrong_password_until_enabled_again()
    {
        var (_, member, password) = await NewAsync();
        using var admin = Caller.Admin(fixture.App);
        using var stranger = Caller.Service(fixture.App);
        await admin.Client.ChangeMemberAsync(member.Id, new ChangeMember(Disabled: true));

        var refused = await stranger.PostAsync(Routes.SignIn, $$"""{"email":"{{member.Email}}","password":"{{password}}"}""");
        var unknown = await stranger.PostAsync(Routes.SignIn, """{"email":"nobody@example.com","password":"x"}""");
        await admin.Client.ChangeMemberAsync(member.Id, new ChangeMember(Disabled: false));

        Assert.Equal(unknown.Refusal(401).Detail, refused.Refusal(401).Detail);
        await stranger.Client.SignInAsync(new SignIn(member.Email, password));
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_sign_in_and_its_event_stream()
    {
        var (_, member, password) = await NewAsync();
        using var stranger = Caller.Service(fixture.App);
        var (one, other) = (await stranger.Client.SignInAsync(new SignIn(member.Email, password)), await stranger.Client.SignInAsync(new SignIn(member.Email, password)));
        using var caller = Caller.Token(fixture.App, one.AccessToken);
        using var elsewhere = Caller.Token(fixture.App, other.AccessToken);
        var begun = new TaskCompletionSource();
        var reading = Task.Run(async () =>
        {
            await foreach (var _ in elsewhere.Client.GetEventsAsync(begun.SetResult))
            {
            }
        });
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(90));

        await caller.Client.SignOutEverywhereAsync();

        await reading.WaitAsync(TimeSpan.FromSeconds(90));
        (await elsewhere.GetAsync(Routes.Events)).Refusal(401);
        (await caller.GetAsync(Routes.Me)).Refusal(401);
    }

    [Fact]
    public async Task Another_password_keeps_this_sign_in_and_ends_the_others()
    {
        var (_, member, password) = await NewAsync();
        using var stranger = Caller.Service(fixture.App);
        using var caller = Caller.Token(fixture.App, (await stranger.Client.SignInAsync(new SignIn(member.Email, password))).AccessToken);
        using var elsewhere = Caller.Token(fixture.App, (await stranger.Client.SignInAsync(new SignIn(member.Email, password))).AccessToken);
        var wrong = await caller.SendAsync(HttpMethod.Put, Routes.MyPassword, """{"current":"not it","password":"a better one than that"}""");
        var weak = await caller.SendAsync(HttpMethod.Put, Routes.MyPassword, $$"""{"current":"{{password}}","password":"password1"}""");

        await caller.Client.ChangePasswordAsync(new ChangePassword(password, "a better one than that"));

        Assert.Equal(("current", "password"), (wrong.Refusal(400).Errors!.Keys.Single(), weak.Refusal(400).Errors!.Keys.Single()));
        Assert.Equal(200, (await caller.GetAsync(Routes.Me)).Status);
        (await elsewhere.GetAsync(Routes.Me)).Refusal(401);
        await stranger.Client.SignInAsync(new SignIn(member.Email, "a better one than that"));
    }

    [Fact]
    public async Task An_invitation_is_good_once_and_for_its_member()
    {
        using var admin = Caller.Admin(fixture.App);
        using var stranger = Caller.Service(fixture.App);
        var email = $"{Guid.NewGuid():N}@example.com";
        var invitation = await admin.Client.InviteMemberAsync(new InviteMember("Ines", email, "agent"));
        var asked = await stranger.Client.OpenInvitationAsync(new OpenInvitation(invitation.Token));
        var weak = await stranger.PostAsync(Routes.AcceptInvitation, $$"""{"token":"{{invitation.Token}}","password":"12345678"}""");
        Assert.True((await admin.Client.GetTeamAsync()).Single(member => member.Email == email).Invited);

        await stranger.Client.AcceptInvitationAsync(new AcceptInvitation(invitation.Token, "four words in a row"));

        Assert.Equal(new Invited("Ines", email), asked);
        Assert.Equal(["password"], weak.Refusal(400).Errors!.Keys);
        await stranger.Client.SignInAsync(new SignIn(email, "four words in a row"));
        Assert.Equal(["token"], (await stranger.PostAsync(Routes.AcceptInvitation, $$"""{"token":"{{invitation.Token}}","password":"five words in a row"}""")).Refusal(400).Errors!.Keys);
        (await stranger.PostAsync(Routes.Invitation, $$"""{"token":"{{invitation.Token}}"}""")).Refusal(404);
    }

    [Fact]
    public async Task A_new_invitation_ends_the_one_before()
    {
        var (_, member, _) = await NewAsync();
        using var admin = Caller.Admin(fixture.App);
        using var stranger = Caller.Service(fixture.App);
        var first = await admin.Client.InviteMemberAsync(member.Id);

        await admin.Client.InviteMemberAsync(member.Id);

        (await stranger.PostAsync(Routes.Invitation, $$"""{"token":"{{first.Token}}"}""")).Refusal(404);
    }

    private async Task<(SignedIn SignedIn, LeadHeat.Core.Leads.TeamMember Member)> MemberAsync()
    {
        var (_, member, password) = await NewAsync();
        using var stranger = Caller.Nobody(fixture.App);
        return (await stranger.Client.SignInAsync(new SignIn(member.Email, password)), member);
    }

    private async Task<(Caller Caller, LeadHeat.Core.Leads.TeamMember Member, string Password)> NewAsync()
    {
        var made = await Caller.MemberAsync(fixture.App, "agent");
        made.Caller.Dispose();
        return made;
    }

    private static string Body(string refreshToken) => $$"""{"refreshToken":"{{refreshToken}}"}""";
}
