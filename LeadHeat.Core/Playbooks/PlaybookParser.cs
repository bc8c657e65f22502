using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Playbooks;

/// <summary>Builds a playbook from its sections.</summary>
internal static class PlaybookParser
{
    /// <param name="common">What all playbooks say alike, where they do not say it themselves.</param>
    public static Playbook Parse(string name, string version, PlaybookSections sections, PlaybookSections? common)
    {
        var fields = Named(sections["fields"], ReadField, field => field.Name);
        List<Topic> topics = sections.Find("topics") is { } found ? Named(found, ReadTopic, topic => topic.Name) : [];
        var inventory = DialogueParser.ReadInventory(sections["inventory"], fields);
        var replies = ReadReplies(sections["replies"], common?["replies"], inventory is not null);
        var dialogue = new DialogueParser(sections, common, fields, topics, inventory is not null);
        var playbook = new Playbook
        {
            Name = name,
            Version = version,
            Title = sections["title"].AsText(),
            Greetings = SomeTexts(sections["greetings"]),
            Chips = SomeTexts(sections["chips"]),
            Fields = fields,
            Cities = sections.Find("cities") is { } cities ? Named(cities, ReadCity, city => city.Name) : [],
            HomeCities = sections.Find("cities") is null && (sections.Find("homeCities") ?? common?.Find("homeCities")) is { } homes ? Named(homes, ReadCity, city => city.Name) : [],
            NotPlaces = sections.Find("notPlaces")?.AsTexts() ?? [],
            Elsewhere = sections.Find("elsewhere")?.AsTexts() ?? [],
            Replies = replies,
            HandoffWords = sections.Find("handoffWords")?.AsTexts() ?? [],
            Topics = topics,
            Region = sections["region"].AsText(),
            Currency = sections["currency"].AsText(),
            Inventory = inventory,
            CustomerTypes = dialogue.ReadTypes(),
            Stages = dialogue.ReadStages(),
            Coaching = dialogue.ReadCoaching(),
            Objections = dialogue.ReadObjections(),
            Competitors = dialogue.ReadCompetitors(),
            Service = dialogue.ReadService(),
            Outsiders = dialogue.ReadOutsiders(replies),
            Thresholds = dialogue.ReadThresholds(),
            Knowledge = sections.Find("knowledge")?.AsTexts() ?? [],
            SharesContacts = sections.Find("sharesContacts")?.AsFlag() ?? false,
            Headline = SomeTexts(sections["headline"]),
            Scorecard = ScorecardParser.Parse(sections["scorecard"]),
            CardsBeside = sections.Find("scorecards") is { } beside ? Named(beside, ScorecardParser.Parse, card => card.Name) : [],
            Examples = ExamplesParser.Parse(sections, common),
        };
        sections.Done();
        CheckCards(playbook, sections);
        return playbook;
    }

    private static void CheckCards(Playbook playbook, PlaybookSections sections)
    {
        foreach (var card in playbook.Scorecards)
        {
            if (ScorecardLint.Check(card, playbook).FirstOrDefault(finding => finding.Level == LintLevel.Refused) is { } finding)
                throw sections[card == playbook.Scorecard ? "scorecard" : "scorecards"].Wrong($"{card.Name}, {finding.Criterion}: {finding.Message}");
        }
    }

    private static Dictionary<string, IReadOnlyList<string>> ReadReplies(DataNode own, DataNode? common, bool hasInventory)
    {
        Dictionary<string, IReadOnlyList<string>> replies = new(StringComparer.Ordinal);
        foreach (var key in common?.Keys ?? [])
            replies[key] = SomeTexts(common![key]);
        foreach (var key in own.Keys)
            replies[key] = SomeTexts(own[key]);
        foreach (var key in hasInventory ? [.. ReplyKeys.All, .. ReplyKeys.ForInventory] : ReplyKeys.All)
        {
            if (!replies.ContainsKey(key))
                throw own.Wrong($"'{key}' is missing.");
        }
        return replies;
    }

    private static PlaybookField ReadField(DataNode node)
    {
        var kind = node["kind"];
        var field = new PlaybookField(
            node.Text("name"),
            Words.TryParse<FieldKind>(kind.AsText(), out var known)
                ? known : throw kind.Wrong($"'{kind.AsText()}' is none of {string.Join(", ", Words.All<FieldKind>())}."),
            node.Text("title"),
            node.Text("missing", node.Text("title").ToLowerInvariant()),
            node.Texts("ask"),
            node.Texts("chips"),
            node.Count("weight", 0),
            node.Flag("required", false),
            [.. node.List("choices").Select(ReadChoice)],
            node.Texts("for"),
            node.Texts("words"),
            node.Find("unless")?.AsText(),
            node.Flag("open", false),
            node.Find("chipsIn") is { } chips ? chips.Keys.ToDictionary(key => key, key => chips[key].AsTexts()) : []) { Both = node.Find("both")?.AsText() };
        if (field.Both is not null && !field.Choices.Any(choice => choice.Value == field.Both))
            throw node["both"].Wrong($"'{field.Both}' is none of the choices.");
        if (field.Kind is FieldKind.Choice or FieldKind.Choices && field.Choices.Count == 0)
            throw node.Wrong("a choice needs 'choices'.");
        node.Done();
        return field;
    }

    private static Choice ReadChoice(DataNode node)
    {
        var choice = new Choice(node.Text("value"), node.Text("display", node.Text("value")), node.Texts("aliases"), node.Flag("adjective", false), node.Flag("strict", false), node.Texts("against"), node.Texts("wherePlain")) { Signs = new(node.Texts("signs")) };
        node.Done();
        return choice;
    }

    private static Topic ReadTopic(DataNode node)
    {
        var topic = new Topic(node.Text("name"), SomeTexts(node["words"]), node.Texts("categories"), node.Find("asks")?.AsText());
        node.Done();
        return topic;
    }

    private static City ReadCity(DataNode node)
    {
        var name = node.Text("name");
        List<Area> areas = node.Find("areas") is { } parts ? Named(parts, area => ReadArea(area, name), area => area.Name) : [];
        var city = new City(name, node.Text("region"), node.Text("currency"), node.Texts("aliases"), areas) { Lands = node.Texts("lands") };
        node.Done();
        return city;
    }

    private static Area ReadArea(DataNode node, string city)
    {
        var at = node["at"].AsList();
        if (at.Count != 2)
            throw node["at"].Wrong("latitude and longitude are expected.");
        var area = new Area(node.Text("name"), city, node.Texts("aliases"), (double)at[0].AsNumber(), (double)at[1].AsNumber());
        node.Done();
        return area;
    }

    private static IReadOnlyList<string> SomeTexts(DataNode node) =>
        node.AsTexts() is { Count: > 0 } texts ? texts : throw node.Wrong("at least one text is expected here.");

    private static List<T> Named<T>(DataNode list, Func<DataNode, T> read, Func<T, string> nameOf)
    {
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        List<T> all = [];
        foreach (var node in list.AsList())
        {
            var item = read(node);
            if (!names.Add(nameOf(item)))
                throw node.Wrong($"'{nameOf(item)}' is there twice.");
            all.Add(item);
        }
        return all;
    }
}
