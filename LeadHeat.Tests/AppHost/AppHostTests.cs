using System.Net;
using Npgsql;

namespace LeadHeat.Tests.AppHost;

[Collection("app")]
public sealed class AppHostTests(AppFixture fixture)
{
    [Theory]
    [InlineData("api")]
    [InlineData("worker-0")]
    [InlineData("worker-1")]
    [InlineData("web")]
    public async Task Every_process_is_healthy_when_the_app_is_ready(string name)
    {
        using var client = new HttpClient();
        var url = fixture.App.Run.Resources.Single(entry => entry.Name == name).Urls[0];

        using var response = await client.GetAsync(new Uri(url + "/health"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("admin-key")]
    [InlineData("admin-password")]
    [InlineData("service-key")]
    [InlineData("postgres-password")]
    [InlineData("postgres-api-password")]
    [InlineData("redis-password")]
    [InlineData("redis.conf")]
    [InlineData("run.json")]
    public void What_is_secret_is_readable_for_its_owner_only(string name) =>
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(fixture.App.Data, name)));

    [Fact]
    public async Task Stores_ask_for_a_password()
    {
        var withoutPassword = new NpgsqlConnectionStringBuilder(fixture.App.ConnectionString("leadsdb")) { Password = "guessed" };
        await using var source = NpgsqlDataSource.Create(withoutPassword);

        var refused = await Assert.ThrowsAsync<PostgresException>(async () => await source.OpenConnectionAsync());

        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
    }

    [Fact]
    public async Task Postgres_writes_what_it_has_confirmed_to_disk()
    {
        Assert.Equal("on on on", await Psql.RunAsync(fixture.App,
            "select current_setting('fsync') || ' ' || current_setting('synchronous_commit') || ' ' || current_setting('full_page_writes')"));
    }
}
