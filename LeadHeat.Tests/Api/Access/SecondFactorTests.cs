using System.Net;
using LeadHeat.Core.Access;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Access;

[Collection("app")]
public sealed class SecondFactorTests(AppFixture fixture)
{
    [Fact]
    public async Task A_code_is_asked_for_and_taken_once()
    {
        var (member, password, secret, _) = await EnrolAsync();
        using var stranger = Caller.Service(fixture.App);
        var ticket = await TicketAsync(stranger, member, password);
        (await stranger.PostAsync(Routes.SignInCode, Body(ticket, "00000a"))).Refusal(401);
        // The code of the enrolment was this half minute's or the one before: the next one is good too.
        var code = Totp.Code(secret, Totp.StepOf(DateTimeOffset.UtcNow) + 1);

        var signedIn = await stranger.Client.SignInAsync(new SignInCode(ticket, code));

        using var caller = Caller.Token(fixture.App, signedIn.AccessToken);
        Assert.True((await caller.Client.GetMeAsync()).SecondFactor);
        (await stranger.PostAsync(Routes.SignInCode, Body(ticket, code))).Refusal(401);
    }

    [Fact]
    public async Task A_recovery_code_is_good_once()
    {
        var (member, password, _, codes) = await EnrolAsync();
        using var stranger = Caller.Service(fixture.App);
        var ticket = await TicketAsync(stranger, member, password);

        await stranger.Client.SignInAsync(new SignInCode(ticket, codes[3].ToUpperInvariant()));

        (await stranger.PostAsync(Routes.SignInCode, Body(ticket, codes[3]))).Refusal(401);
        Assert.Equal(10, codes.Distinct().Count());
    }

    [Fact]
    public async Task Five_wrong_codes_lock_the_account_though_the_password_is_right()
    {
        var (member, password, _, codes) = await EnrolAsync();
        using var stranger = Caller.Service(fixture.App);
        for (var i = 0; i < 5; i++)
            (await stranger.PostAsync(Routes.SignInCode, Body(await TicketAsync(stranger, member, password), "00000a"))).Refusal(401);

        var locked = await stranger.PostAsync(Routes.SignIn, $$"""{"email":"{{member.Email}}","password":"{{password}}"}""");

        Assert.Null(locked.Refusal(401).Ticket);
        Assert.Equal(10, codes.Count);
    }

    [Fact]
    public async Task A_ticket_is_no_token_and_a_token_no_ticket()
    {
        var (member, password, secret, _) = await EnrolAsync();
        using var stranger = Caller.Service(fixture.App);
        var ticket = await TicketAsync(stranger, member, password);
        using var caller = Caller.Token(fixture.App, ticket);

        (await caller.GetAsync(Routes.Me)).Refusal(401);
        (await stranger.PostAsync(Routes.Refresh, $$"""{"refreshToken":"{{ticket}}"}""")).Refusal(401);
        (await stranger.PostAsync(Routes.SignInCode, Body("garbage", Totp.Code(secret, 1)))).Refusal(401);
    }

    [Fact]
    public async Task A_lost_one_is_taken_away_only_by_who_says_how_the_person_was_recognised()
    {
        var (member, password, _, _) = await EnrolAsync();
        using var admin = Caller.Admin(fixture.App);
        foreach (var how in (string[])["", "?proof=", "?proof=they_asked_nicely"])
            Assert.Contains("proof", (await admin.SendAsync(HttpMethod.Delete, $"{Routes.Member(member.Id)}/second-factor{how}")).Refusal(400).Errors!.Keys);
        using var stranger = Caller.Service(fixture.App);
        await TicketAsync(stranger, member, password);

        await admin.Client.RemoveSecondFactorAsync(member.Id, IdentityProof.VideoCall);

        Assert.NotEmpty((await stranger.Client.SignInAsync(new SignIn(member.Email, password))).AccessToken);
        var line = Assert.Single((await admin.Client.GetAuditAsync(subject: member.Id.ToString())).Items, row => row.Action == "second_factor.off");
        Assert.Equal("video_call", line.After?.GetProperty("proof").GetString());
    }

    [Fact]
    public async Task The_key_is_stored_sealed_and_recovery_codes_as_digests()
    {
        var (member, _, secret, codes) = await EnrolAsync();

        var stored = await Psql.RunAsync(fixture.App, $"select encode(totp_secret, 'hex') || ' ' || encode(totp_secret, 'base64') from users where id = '{member.Id}'");
        var digests = await Psql.RunAsync(fixture.App, $"select string_agg(encode(code_hash, 'escape'), ' ') from recovery_codes where user_id = '{member.Id}'");

        Assert.DoesNotContain(Convert.ToBase64String(secret), stored!, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexStringLower(secret), stored!, StringComparison.Ordinal);
        Assert.All(codes, code => Assert.DoesNotContain(code, digests!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_has_the_browser_but_not_the_password_changes_no_second_factor()
    {
        var (caller, _, password) = await Caller.MemberAsync(fixture.App, "agent");
        using (caller)
        {
            (await caller.PostAsync(Routes.MySecondFactor, """{"password":"not it"}""")).Refusal(400);
            (await caller.PostAsync(Routes.MySecondFactor + "/remove", """{"password":"not it"}""")).Refusal(400);

            await caller.Client.BeginSecondFactorAsync(new ConfirmPassword(password));

            Assert.False((await caller.Client.GetMeAsync()).SecondFactor);
        }
    }

    private async Task<(TeamMember Member, string Password, byte[] Secret, IReadOnlyList<string> Codes)> EnrolAsync()
    {
        var (caller, member, password) = await Caller.MemberAsync(fixture.App, "agent");
        using (caller)
        {
            var begun = await caller.Client.BeginSecondFactorAsync(new ConfirmPassword(password));
            var secret = FromBase32(begun.Key);
            (await caller.SendAsync(HttpMethod.Put, Routes.MySecondFactor, """{"code":"00000a"}""")).Refusal(400);
            var codes = await caller.Client.ConfirmSecondFactorAsync(new ConfirmSecondFactor(Totp.Code(secret, Totp.StepOf(DateTimeOffset.UtcNow))));
            (await caller.PostAsync(Routes.MySecondFactor, $$"""{"password":"{{password}}"}""")).Refusal(409);
            return (member, password, secret, codes.Codes);
        }
    }

    private static async Task<string> TicketAsync(Caller stranger, TeamMember member, string password)
    {
        var refused = await Assert.ThrowsAsync<LeadHeatException>(() => stranger.Client.SignInAsync(new SignIn(member.Email, password)));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.Status);
        return refused.Ticket ?? throw new InvalidOperationException("No ticket came: " + refused.Message);
    }

    private static string Body(string ticket, string code) => $$"""{"ticket":"{{ticket}}","code":"{{code}}"}""";

    internal static byte[] FromBase32(string text)
    {
        List<byte> bytes = [];
        int bits = 0, held = 0;
        foreach (var letter in text)
        {
            bits = (bits << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal);
            if ((held += 5) >= 8)
                bytes.Add((byte)(bits >> (held -= 8)));
        }

        return [.. bytes];
    }
}
