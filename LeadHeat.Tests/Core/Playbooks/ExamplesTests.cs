using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Playbooks;

public sealed class ExamplesTests
{
    [Fact]
    public void Every_playbook_has_forty_examples_of_every_intent()
    {
        foreach (var playbook in Shipped.Playbooks.All)
        {
            foreach (var intent in Enum.GetValues<Intent>())
                Assert.True(playbook.Examples.Intents.Count(example => example.Label == intent) >= Examples.Fewest, $"{playbook.Name}: {intent}");
        }
    }

    [Theory]
    [InlineData("""{ "intents": { "greeting": ["hi"], "hunting": ["x"] } }""", "intents.hunting", "'hunting' is none of greeting")]
    [InlineData("""{ "intents": { "greeting": ["hi", "Hi"] } }""", "intents.greeting[1]", "also under 'greeting'")]
    [InlineData("""{ "intents": { "greeting": ["hi"], "spam": ["hi"] } }""", "intents.spam[0]", "also under 'greeting'")]
    [InlineData("""{ "intents": { "greeting": ["hi"] } }""", "intents.greeting", "'greeting' has 1 examples; it needs at least 40")]
    [InlineData("""{ "intents": { "greeting": [3] } }""", "intents.greeting[0]", "a text is expected")]
    [InlineData("""{ "sentiments": { "sad": ["oh"] } }""", "sentiments.sad", "'sad' is none of")]
    [InlineData("""{ "messages": { "hunting": { "neutral": ["x"] } } }""", "messages.hunting", "'hunting' is none of")]
    [InlineData("""{ "messages": { "spam": { "sad": ["x"] } } }""", "messages.spam.sad", "'sad' is none of")]
    [InlineData("""{ "messages": { "spam": { "neutral": ["x"], "excited": ["X"] } } }""", "messages.spam.excited[0]", "there twice")]
    public void An_error_names_file_line_and_key(string json, string key, string problem)
    {
        var error = Assert.Throws<PlaybookException>(
            () => ExamplesParser.Parse(new([DataNode.Parse("books/test/intents.json", json)]), null));

        Assert.Equal(("books/test/intents.json", 1, key), (error.File, error.Line, error.Key));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_learned_is_the_same_every_time()
    {
        string[] messages = ["is there a discount if I pay cash", "kitne ka hai ye flat", "why is nobody answering", "2 bhk whitefield"];
        var again = PlaybookLibrary.FromFiles(
            from path in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "playbooks"), "*.json", SearchOption.AllDirectories)
            select (path, File.ReadAllText(path)))["real-estate"];

        foreach (var message in messages)
            Assert.Equal(Scores(Shipped.RealEstate, message), Scores(again, message));
    }

    [Fact]
    public void All_intents_are_ranked_and_make_one()
    {
        var intents = Said.RealEstate("how much is the second one?").Intents;

        Assert.Equal(Enum.GetValues<Intent>().Order(), intents.Select(intent => intent.Name).Order());
        Assert.Equal(intents.OrderByDescending(intent => intent.Score).Select(intent => intent.Score), intents.Select(intent => intent.Score));
        Assert.Equal(1, intents.Sum(intent => intent.Score), 2);
    }

    private static string Scores(Playbook playbook, string message) =>
        string.Join(' ', Said.In(playbook, message).Intents.Select(intent => $"{Words.Of(intent.Name)}={intent.Score}"));
}
