using LeadHeat.Core.Playbooks;
using Xunit;

namespace LeadHeat.Tests.Core.Playbooks;

public sealed class PlaybookLibraryTests
{
    private const string Minimal = """
        {
          "title": "Test", "region": "IN", "currency": "INR", "inventory": false,
          "greetings": ["Hi"], "chips": ["Yes"], "headline": ["{name}"],
          "fields": [ { "name": "name", "kind": "name", "title": "Name" } ],
          "replies": { "ok": ["Fine."] }
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
        var there = Read(("C:\\b\\test\\playbook.json", Minimal.ReplaceLineEndings("\r\n")));
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
    [InlineData("\"inventory\": false,", "", 1, "", "'inventory' is missing")]
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

    private static Playbook Read(params (string, string)[] files) => PlaybookLibrary.FromFiles(files).All.Single();
}
