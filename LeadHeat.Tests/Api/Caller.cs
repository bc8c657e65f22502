using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LeadHeat.Core.Access;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api;

/// <summary>Somebody who calls the Api.</summary>
internal sealed class Caller : IDisposable
{
    private readonly HttpClient _http;

    private Caller(RunningApp app, string? header = null, string? value = null)
    {
        _http = new HttpClient { BaseAddress = new Uri(app.ApiUrl) };
        if (header is not null)
            _http.DefaultRequestHeaders.Add(header, value);
        Client = new LeadHeatClient(_http);
        App = app;
    }

    public LeadHeatClient Client { get; }

    public RunningApp App { get; }

    public static Caller Nobody(RunningApp app) => new(app);

    public static Caller Admin(RunningApp app) => new(app, Routes.ApiKeyHeader, app.AdminKey);

    public static Caller Key(RunningApp app, string key) => new(app, Routes.ApiKeyHeader, key);

    /// <summary>As Web calls for a visitor; each call of this has an address of its own, so that tests do not share its limits.</summary>
    public static Caller Service(RunningApp app, string? address = null)
    {
        var caller = new Caller(app, Routes.ApiKeyHeader, File.ReadAllText(Path.Combine(app.Data, "service-key")).Trim());
        caller._http.DefaultRequestHeaders.Add("X-Forwarded-For", address ?? AnyAddress());
        return caller;
    }

    /// <summary>A stranger who says to ask for another address.</summary>
    public static Caller Spoofing(RunningApp app, string address) => new(app, "X-Forwarded-For", address);

    public static Caller Token(RunningApp app, string accessToken) => new(app, "Authorization", "Bearer " + accessToken);

    /// <summary>As Web calls for a page of this member.</summary>
    public static Caller Page(RunningApp app, string accessToken)
    {
        var caller = Service(app);
        caller._http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        return caller;
    }

    /// <summary>A new member of the team who has signed in.</summary>
    public static async Task<(Caller Caller, TeamMember Member, string Password)> MemberAsync(RunningApp app, string role)
    {
        var password = Guid.NewGuid().ToString("N");
        using var admin = Admin(app);
        var member = await admin.Client.AddMemberAsync(new AddMember("Test " + role, $"{Guid.NewGuid():N}@example.com", role, password));
        using var web = Service(app);
        var signedIn = await web.Client.SignInAsync(new SignIn(member.Email, password));
        return (Token(app, signedIn.AccessToken), member, password);
    }

    public static string AnyAddress() => $"10.{Random.Shared.Next(256)}.{Random.Shared.Next(256)}.{Random.Shared.Next(1, 255)}";

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? json = null, string mediaType = "application/json")
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue(mediaType));
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (response.Content.Headers.ContentType?.MediaType == "text/event-stream")
            return new Answer((int)response.StatusCode, default, null, response.Headers);
        var text = await response.Content.ReadAsStringAsync();
        var isProblem = response.Content.Headers.ContentType?.MediaType == "application/problem+json";
        return new Answer(
            (int)response.StatusCode,
            text.StartsWith('{') || text.StartsWith('[') ? JsonDocument.Parse(text).RootElement : default,
            isProblem ? JsonSerializer.Deserialize(text, LeadHeatJson.Default.ProblemBody) : null,
            response.Headers);
    }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> PostAsync(string path, string json, string mediaType = "application/json") => SendAsync(HttpMethod.Post, path, json, mediaType);

    public void Dispose() => _http.Dispose();
}

internal sealed record Answer(int Status, JsonElement Json, ProblemBody? Problem, HttpResponseHeaders Headers)
{
    public string? RetryAfter => Header("Retry-After");

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    /// <summary>It is this status as a ProblemDetails that says something.</summary>
    public ProblemBody Refusal(int status)
    {
        Assert.Equal(status, Status);
        Assert.NotNull(Problem);
        Assert.Equal(status, Problem.Status);
        Assert.False(string.IsNullOrWhiteSpace(Problem.Title));
        Assert.True(Problem.Errors is { Count: > 0 } || !string.IsNullOrWhiteSpace(Problem.Detail), "it says nothing");
        return Problem;
    }
}
