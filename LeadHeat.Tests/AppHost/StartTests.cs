using System.Net;
using System.Net.Sockets;
using LeadHeat.Core.Access;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api;

namespace LeadHeat.Tests.AppHost;

[Collection("own app")]
public sealed class StartTests
{
    [Fact]
    public async Task A_taken_port_moves_to_a_free_one_and_is_said()
    {
        using var squatter = new TcpListener(IPAddress.Loopback, 0);
        squatter.Start();
        var taken = ((IPEndPoint)squatter.LocalEndpoint).Port;

        await using var app = await RunningApp.StartAsync(
            new AppOptions { Environment = { ["LEADHEAT_WEB_PORT"] = $"{taken}" } });

        var moved = new Uri(app.WebUrl).Port;
        Assert.NotEqual(taken, moved);
        Assert.Contains($"Port {taken} is taken: web is at {moved}", app.Output, StringComparison.Ordinal);
        using var client = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(app.WebUrl + "/alive"))).StatusCode);
    }

    [Theory]
    [InlineData("Access__BreachedPasswords", "api ended with code", "there is no such file")]
    [InlineData("ASPNETCORE_CONTENTROOT", "The tables of leadsdb could not be brought up to date", "/nowhere/at/all")]
    public async Task A_resource_that_cannot_start_shows_its_last_lines_and_stops_the_rest(string setting, string what, string line)
    {
        await using var app = RunningApp.Launch(new AppOptions { Environment = { [setting] = "/nowhere/at/all" } });

        var exitCode = await app.ExitCodeAsync();

        Assert.True(exitCode == 1, $"ended with code {exitCode}:\n{app.Output}");
        Assert.Contains(what, app.Output, StringComparison.Ordinal);
        Assert.Contains("  | ", app.Output, StringComparison.Ordinal);
        Assert.Contains(line, app.Output, StringComparison.Ordinal);
        Assert.Empty(File.ReadAllText(Path.Combine(app.Data, "processes")));
    }

    [Fact]
    public async Task A_second_run_on_the_same_data_refuses()
    {
        await using var first = await RunningApp.StartAsync();
        await using var second = RunningApp.Launch(new AppOptions { Data = first.Data });

        var exitCode = await second.ExitCodeAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains($"LeadHeat already runs on {first.Data}", second.Output, StringComparison.Ordinal);
        using var client = first.ApiClient();
        Assert.True((await client.GetAsync(new Uri("/health", UriKind.Relative))).IsSuccessStatusCode);
    }

    [Fact]
    public async Task The_first_start_shows_the_password_and_the_next_one_where_it_is()
    {
        await using var first = await RunningApp.StartAsync();
        Assert.Contains($"{first.AdminEmail} with the password {first.AdminPassword}", first.Output, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(first.Data, "admin-key"), first.Output, StringComparison.Ordinal);
        await first.EndAsync(UnixSignal.Interrupt);

        await using var next = await RunningApp.StartAsync(new AppOptions { Data = first.Data });
        Assert.DoesNotContain(next.AdminPassword, next.Output, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(first.Data, "admin-password"), next.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_given_to_a_later_start_is_the_admins_and_signs_out_whoever_had_the_one_before()
    {
        const string Lost = "violet harbour tram nine", Given = "amber quarry violin six", Own = "copper lantern ferry two";
        await using var first = await RunningApp.StartAsync(With(Lost));
        var before = await SignInAsync(first, Lost);
        Assert.NotNull(before);
        await first.EndAsync(UnixSignal.Interrupt);

        await using (var next = await RunningApp.StartAsync(With(Given, first.Data)))
        {
            Assert.Null(await SignInAsync(next, Lost));
            using var old = Caller.Token(next, before);
            Assert.Equal(401, (await old.GetAsync(Routes.Me)).Status);
            using var admin = Caller.Token(next, (await SignInAsync(next, Given))!);
            Assert.Contains("password.given", (await admin.GetAsync(Routes.Audit)).Json.ToString(), StringComparison.Ordinal);
            await admin.Client.ChangePasswordAsync(new ChangePassword(Given, Own));
            await next.EndAsync(UnixSignal.Interrupt);
        }

        // The same setting is still there at each later start: it takes nobody's own password away.
        await using var last = await RunningApp.StartAsync(With(Given, first.Data));
        Assert.NotNull(await SignInAsync(last, Own));
    }

    [Fact]
    public async Task Fresh_starts_over_and_leaves_what_is_not_ours()
    {
        await using var first = await RunningApp.StartAsync();
        var key = first.AdminKey;
        await Psql.RunAsync(first, "create table gone (id int)");
        await File.WriteAllTextAsync(Path.Combine(first.Data, "diary.txt"), "mine");
        await first.EndAsync(UnixSignal.Interrupt);

        await using var next = await RunningApp.StartAsync(new AppOptions("--fresh") { Data = first.Data });

        Assert.NotEqual(key, next.AdminKey);
        Assert.Equal("", await Psql.RunAsync(next, "select coalesce(to_regclass('gone')::text, '')"));
        Assert.True(File.Exists(Path.Combine(first.Data, "diary.txt")));
    }

    [Fact]
    public async Task Stores_and_secrets_given_from_outside_replace_the_local_ones()
    {
        await using var theirs = await RunningApp.StartAsync();
        await Psql.RunAsync(theirs, "create table shared (id int)");

        await using var app = await RunningApp.StartAsync(new AppOptions
        {
            Environment =
            {
                ["ConnectionStrings__leadsdb"] = theirs.ConnectionString("leadsdb"),
                ["ConnectionStrings__redis"] = theirs.ConnectionString("redis"),
                ["LEADHEAT_ADMIN_KEY"] = "a-key-from-outside",
            },
        });

        Assert.Equal(["api", "web", "worker-0", "worker-1"], app.Run.Resources.Select(entry => entry.Name).Order());
        Assert.Equal("a-key-from-outside", app.AdminKey);
        Assert.Equal(theirs.ConnectionString("leadsdb"), app.ConnectionString("leadsdb"));
    }

    [Fact]
    public async Task An_unknown_option_is_refused_with_the_list_of_options()
    {
        await using var app = RunningApp.Launch(new AppOptions("--frsh"));

        Assert.Equal(2, await app.ExitCodeAsync());
        Assert.Contains("There is no option --frsh", app.Output, StringComparison.Ordinal);
        Assert.Contains("--fresh", app.Output, StringComparison.Ordinal);
    }

    private static AppOptions With(string password, string? data = null) => new() { Data = data, Environment = { ["LEADHEAT_ADMIN_PASSWORD"] = password } };

    /// <summary>The token; null where the password is not the admin's.</summary>
    private static async Task<string?> SignInAsync(RunningApp app, string password)
    {
        using var web = Caller.Service(app);
        try
        {
            return (await web.Client.SignInAsync(new SignIn(app.AdminEmail, password))).AccessToken;
        }
        catch (LeadHeatException refused) when (refused.Status == HttpStatusCode.Unauthorized)
        {
            return null;
        }
    }
}
