using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Playbooks;
using Xunit;

namespace LeadHeat.Tests.Core.Playbooks;

public sealed class PlaybookLibraryTests
{
    private const string Minimal = """
        {
          "title": "Test", "region": "IN", "currency": "INR", "inventory": false,
          "greetings": ["Hi"], "chips": ["Yes"], "headline": ["{name}"],
          "fields": [ { "name": "name", "kind": "name", "title": "Name" }, { "name": "email", "kind": "email", "title": "E-mail" }, { "name": "phone", "kind": "phone", "title": "Phone" } ],
          "replies": { "ok": ["Fine."] }
        }
        """;

    private const string Scorecard = """
        {
          "scorecard": {
            "name": "test", "version": 1, "recommendation": { "qualified": 60 }, "bands": { "hot": 80, "warm": 60, "cold": 40 },
            "criteria": [ { "id": "contact", "title": "Contact", "rule": "contact", "max": 100, "one": 60, "fill": "Ask" } ],
            "nextSteps": { "hot": ["Call"], "warm": ["Call"], "cold": ["Wait"], "unqualified": ["Wait"] }
          }
        }
        """;

    [Fact]
    public void The_three_playbooks_ship()
    {
        Assert.Equal(["b2b", "cafe", "real-estate"], Shipped.Playbooks.All.Select(playbook => playbook.Name).Order());
    }

    [Fact]
    public void Dubai_has_30_areas_and_Bangalore_40()
    {
        var areas = Shipped.RealEstate.Cities.ToDictionary(city => city.Name, city => city.Areas.Count);

        Assert.True(areas["Dubai"] >= 30, $"{areas["Dubai"]} in Dubai");
        Assert.True(areas["Bangalore"] >= 40, $"{areas["Bangalore"]} in Bangalore");
    }

    [Fact]
    public void The_version_is_the_content_and_not_the_place_or_the_line_ends()
    {
        var here = Read(("/a/books/test/playbook.json", Minimal));
        var there = Read(("/elsewhere/test/playbook.json", Minimal.ReplaceLineEndings("\r\n")));
        var other = Read(("/a/books/test/playbook.json", Minimal.Replace("Hi", "Hello", StringComparison.Ordinal)));

        Assert.Equal(here.Version, there.Version);
        Assert.NotEqual(here.Version, other.Version);
    }

    [Fact]
    public void Sections_may_stand_in_several_files_but_only_once()
    {
        var split = Read(("test/a.json", Minimal.Replace("\"chips\": [\"Yes\"],", "", StringComparison.Ordinal)), ("test/b.json", """{ "chips": ["No"] }"""));
        var twice = Assert.Throws<PlaybookException>(() => Read(("test/a.json", Minimal), ("test/b.json", """{ "chips": ["No"] }""")));

        Assert.Equal(["No"], split.Chips);
        Assert.Equal("test/b.json, line 1, chips: 'chips' is also in test/a.json, line 3.", twice.Message);
    }

    [Theory]
    [InlineData("\"kind\": \"name\"", "\"kind\": \"nmae\"", 4, "fields[0].kind", "'nmae' is none of")]
    [InlineData("\"title\": \"Name\"", "\"titel\": \"Name\"", 4, "fields[0]", "'title' is missing")]
    [InlineData("\"headline\"", "\"headlines\": [], \"headline\"", 3, "headlines", "no such key")]
    [InlineData("[\"Fine.\"]", "[\"Fine.\", 3]", 5, "replies.ok[1]", "a text is expected")]
    [InlineData("[\"Fine.\"]", "[]", 5, "replies.ok", "at least one")]
    [InlineData("\"inventory\": false,", "", 1, "", "'inventory' is missing; no file")]
    [InlineData("\"replies\":", "\"replies\"", 5, "", "this is no JSON")]
    public void An_error_names_file_line_and_key(string right, string wrong, int line, string key, string problem)
    {
        var error = Assert.Throws<PlaybookException>(() => Read(("books/test/playbook.json", Minimal.Replace(right, wrong, StringComparison.Ordinal))));

        Assert.Equal(("books/test/playbook.json", line, key), (error.File, error.Line, error.Key));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_conversation_has_one_greeting_and_conversations_have_several()
    {
        var conversation = new Guid("0190a000-0000-7000-8000-000000000001");
        var greetings = Enumerable.Range(0, 100).Select(number => Shipped.RealEstate.Greeting(new Guid(number, 1, 2, new byte[8]))).Distinct();

        Assert.Equal(Shipped.RealEstate.Greeting(conversation), Shipped.RealEstate.Greeting(conversation));
        Assert.Equal(Shipped.RealEstate.Greetings.Count, greetings.Count());
    }

    [Theory]
    [InlineData("\"max\": 100", "\"max\": 90", 4, "scorecard.criteria", "add up to 90")]
    [InlineData("\"rule\": \"contact\"", "\"rule\": \"magic\"", 4, "scorecard.criteria[0].rule", "no rule 'magic'")]
    [InlineData("\"hot\": [\"Call\"],", "", 5, "scorecard.nextSteps", "'hot' is missing")]
    public void A_scorecard_error_names_file_line_and_key(string right, string wrong, int line, string key, string problem)
    {
        var error = Assert.Throws<PlaybookException>(
            () => Read(("test/playbook.json", Minimal), ("test/scorecard.json", Scorecard.Replace(right, wrong, StringComparison.Ordinal))));

        Assert.Equal(("test/scorecard.json", line, key), (error.File, error.Line, error.Key));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_playbook_must_be_able_to_say_is_checked_when_it_is_read()
    {
        var error = Assert.Throws<PlaybookException>(() => PlaybookLibrary.FromFiles([("test/playbook.json", Minimal), ("test/scorecard.json", Scorecard)]));

        Assert.Equal("test/playbook.json, line 5, replies: 'greet_again' is missing.", error.Message);
    }

    private static Playbook Read(params (string Path, string Text)[] files)
    {
        var common = string.Join(", ", ReplyKeys.All.Select(key => $"\"{key}\": [\"Fine.\"]"));
        var objections = string.Join(", ", Objection.Kinds.Select(kind => $$"""{ "kind": "{{kind}}", "say": ["Fine."], "again": ["Fine."] }"""));
        const string Stages = """
            { "name": "interest_detected", "when": { "count": 1 } }, { "name": "intent_confirmed", "when": { "count": 2 } }, { "name": "qualified", "when": { "qualified": true } }
            """;
        IEnumerable<(string, string)> all =
        [
            ("common/replies.json", $$"""{ "replies": { {{common}} } }"""),
            ("common/dialogue.json", $$"""{ "stages": [ {{Stages}} ], "objections": [ {{objections}} ] }"""),
            .. files,
        ];
        var scorecard = files.Any(file => file.Path.EndsWith("scorecard.json", StringComparison.Ordinal)) ? [] : new[] { ("test/scorecard.json", Scorecard) };
        return PlaybookLibrary.FromFiles(all.Concat(scorecard)).All.Single();
    }
}
