using System.Text.Json;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Attack;

/// <summary>Every address, as the Api describes them, with what attackers send: refused or taken as words, and never a fault of ours.</summary>
[Collection("app")]
public sealed class HostileInputTests(AppFixture fixture)
{
    private static readonly string[] Words =
    [
        "'; drop table leads; --", "\" or 1=1", "%25", "_%_%_", "\\", "../../../../etc/passwd", "..\\..\\web.config", "a\0b", "\ud800", "x\r\nSet-Cookie: a=b",
        "<script>window.ran=true</script>", "{{7*7}}", "${jndi:ldap://x}", "=cmd|' /C calc'!A0", "99999999999999999999", "-1", "NaN", "0001-01-01", "9999-12-31T23:59:59Z",
        new string('a', 3000), new string('%', 500), "\u202e\u0000\uffff",
    ];

    // They start work for the whole app, or end what other tests use.
    private static readonly string[] Spared =
    [
        "post /api/simulator", "delete /api/simulator", "post /api/overview/rebuild", "post /api/heat-models/train", "post /api/playground/conversation",
        // Without a secret these answer 503 to everybody.
        "post /api/webhooks/whatsapp/flows", "get /api/webhooks/whatsapp", "get /api/webhooks/leadads", "post /api/webhooks/whatsapp", "post /api/webhooks/leadads",
    ];

    [Fact]
    public async Task No_word_in_a_query_is_a_fault_of_ours()
    {
        using var admin = Caller.Admin(fixture.App);
        List<string> faults = [];
        foreach (var (method, path, operation) in await OperationsAsync(admin))
            foreach (var name in Names(operation, "query"))
                foreach (var word in Words)
                    await TryAsync(admin, method, $"{Filled(path, Guid.Empty.ToString())}?{name}={Uri.EscapeDataString(word)}", "{}", $"{method} {path}?{name}={Shown(word)}", faults);

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task No_word_in_a_path_is_a_fault_of_ours()
    {
        using var admin = Caller.Admin(fixture.App);
        List<string> faults = [];
        foreach (var (method, path, _) in await OperationsAsync(admin))
            if (path.Contains('{', StringComparison.Ordinal))
                foreach (var word in Words)
                    await TryAsync(admin, method, Filled(path, Uri.EscapeDataString(word)), "{}", $"{method} {path} {Shown(word)}", faults);

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task No_body_is_a_fault_of_ours()
    {
        using var admin = Caller.Admin(fixture.App);
        List<string> faults = [];
        foreach (var (method, path, _) in await OperationsAsync(admin))
            if (method != "get")
                foreach (var (about, body) in Bodies())
                    await TryAsync(admin, method, Filled(path, Guid.Empty.ToString()), body, $"{method} {path} with {about}", faults);

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Visitors_words_are_stored_as_they_are_or_refused()
    {
        foreach (var word in Words)
        {
            using var web = Caller.Service(fixture.App);
            var session = await web.Client.StartSessionAsync(new StartSession("real-estate", Channel.Web, null));

            var answer = await web.PostAsync(Routes.Turns, $$"""{"sessionId":"{{session.SessionId}}","text":{{Quoted(word)}},"clientMessageId":"m1"}""");

            Assert.True(answer.Status is 200 or 400, $"{Shown(word)}: {answer.Status}");
        }
    }

    [Fact]
    public async Task Wildcards_in_a_search_are_letters()
    {
        using var admin = Caller.Admin(fixture.App);

        foreach (var word in (string[])["a%a", "%a%a%", "a_a_a_", "\\%"])
            Assert.Empty((await admin.Client.GetLeadsAsync(new LeadQuery(Text: word))).Items);
    }

    private static IEnumerable<(string About, string Body)> Bodies()
    {
        yield return ("nothing", "");
        yield return ("null", "null");
        yield return ("a number", "7");
        yield return ("an array", "[[],{}]");
        yield return ("half an object", "{\"text\":");
        yield return ("a depth of 10,000", new string('[', 10_000));
        yield return ("a deep object", string.Concat(Enumerable.Repeat("{\"a\":", 500)) + "1" + new string('}', 500));
        yield return ("wrong kinds", """{"name":{"a":[1]},"text":7,"id":[],"email":{},"limit":"x","items":"no","values":null,"rows":5,"members":[null],"scopes":[null,9]}""");
        yield return ("characters that no database stores", """{"name":"a\u0000b","text":"a\u0000b","title":"a\u0000b","note":"\u0000","reason":"\u0000","email":"a\u0000@b.co","words":"\u0000","value":"\u0000","message":"\u0000","playbook":"\u0000"}""");
        yield return ("halves of characters", """{"name":"\ud800","text":"\udfff","title":"\ud800x","note":"\ud800","reason":"\udc00","value":"\ud800","message":"\ud800"}""");
        yield return ("huge numbers", """{"score":1e400,"limit":99999999999999999999,"days":-1e308,"value":123456789012345678901234567890,"version":2147483648}""");
        yield return ("the same name twice", """{"name":"a","name":"b","text":"a","text":"b"}""");
        yield return ("what no property is called", """{"__proto__":{"isAdmin":true},"constructor":1,"$type":"System.Diagnostics.Process, System"}""");
    }

    private static async Task TryAsync(Caller caller, string method, string address, string body, string about, List<string> faults)
    {
        var answer = await caller.SendAsync(HttpMethod.Parse(method.ToUpperInvariant()), address, method == "get" ? null : body);
        if (answer.Status >= 500 && !(answer.Status == 503 && answer.RetryAfter is not null))
            faults.Add($"{about}: {answer.Status}");
        if (answer.Headers.Contains("Set-Cookie"))
            faults.Add($"{about}: a cookie");
    }

    private static async Task<List<(string Method, string Path, JsonElement Operation)>> OperationsAsync(Caller admin) =>
    [
        .. from path in (await admin.GetAsync("/openapi/v1.json")).Json.GetProperty("paths").EnumerateObject()
           from operation in path.Value.EnumerateObject()
           where !Spared.Contains($"{operation.Name} {path.Name}") && path.Name != Routes.Events
           select (operation.Name, path.Name, operation.Value),
    ];

    private static IEnumerable<string> Names(JsonElement operation, string place) =>
        operation.TryGetProperty("parameters", out var parameters)
            ? parameters.EnumerateArray().Where(one => one.GetProperty("in").GetString() == place).Select(one => one.GetProperty("name").GetString()!)
            : [];

    private static string Filled(string path, string word) =>
        string.Join('/', path.Split('/').Select(part => part.StartsWith('{') ? word : part));

    // Half a character is no valid text of .NET's writer: it is spelled out.
    private static string Quoted(string word) => "\"" + string.Concat(word.Select(letter => $"\\u{(int)letter:x4}")) + "\"";

    private static string Shown(string word) => string.Concat(word.Take(24).Select(letter => letter is < ' ' or > '~' ? $"\\u{(int)letter:x4}" : $"{letter}"));
}
