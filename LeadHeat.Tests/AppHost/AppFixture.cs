using System.Globalization;
using LeadHeat.Tests.Web;

namespace LeadHeat.Tests.AppHost;

/// <summary>
/// One run of the app, with the demo data, for all tests marked with one collection. They leave it running and own what they
/// make in it: a test that kills or stops something starts a RunningApp of its own.
/// </summary>
public sealed class AppFixture : IAsyncLifetime
{
    /// <summary>Which other sites may show the chat.</summary>
    public const string AllowedOrigins = "http://localhost:*";

    /// <summary>How often one address may sign in within a minute: more than usual, since all tests have the same one.</summary>
    public const int SignInsPerMinute = 100;

    private RunningApp? _app;

    public RunningApp App => _app ?? throw new InvalidOperationException("The app is not running.");

    public async Task InitializeAsync() => _app = await RunningApp.StartAsync(
        new AppOptions("--demo") { Environment = { ["Chat__AllowedOrigins"] = AllowedOrigins, ["RateLimits__SignIn__PermitLimit"] = SignInsPerMinute.ToString(CultureInfo.InvariantCulture), ["Overview__WalkSeconds"] = "1" } });

    public async Task DisposeAsync() => await App.DisposeAsync();
}

[CollectionDefinition("app")]
public sealed class SharedApp : ICollectionFixture<AppFixture>, ICollectionFixture<Chromium>;

/// <summary>
/// Tests that train the heat model, on an app of their own: the model scores only if it is better than none on the newest leads, and leads that
/// other tests close are won by chance.
/// </summary>
[CollectionDefinition("history")]
public sealed class HistoryApp : ICollectionFixture<AppFixture>, ICollectionFixture<Chromium>;

/// <summary>Tests that start apps of their own: one after the other, after everything else, so that each has the machine to itself.</summary>
[CollectionDefinition("own app", DisableParallelization = true)]
public sealed class OwnApp;
