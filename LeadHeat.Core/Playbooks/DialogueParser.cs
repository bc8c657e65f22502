using System.Text.Json;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Playbooks;

/// <summary>Reads the sections that say how a playbook's conversations run.</summary>
internal sealed class DialogueParser(
    PlaybookSections sections, PlaybookSections? common, IReadOnlyList<PlaybookField> fields, IReadOnlyList<Topic> topics, bool hasInventory)
{
    private readonly ConditionParser _conditions = new(fields, topics, hasInventory);

    public IReadOnlyList<CustomerType> ReadTypes()
    {
        List<CustomerType> types = [];
        foreach (var node in sections.Find("customerTypes")?.AsList() ?? [])
        {
            var type = new CustomerType(node.Text("name"), node.Text("title", node.Text("name")), _conditions.Read(node["when"]), node.Flag("casual", false));
            node.Done();
            if (types.Exists(known => known.Name == type.Name))
                throw node.Wrong($"'{type.Name}' is there twice.");
            types.Add(type);
        }
        _conditions.Types = [.. types.Select(type => type.Name)];
        CheckFields();
        return types;
    }

    public IReadOnlyList<StageRule> ReadStages()
    {
        List<StageRule> stages = [];
        foreach (var node in Section("stages").AsList())
        {
            var name = node["name"];
            if (!Words.TryParse<DialogueStage>(name.AsText(), out var stage) || stage == DialogueStage.Exploring)
                throw name.Wrong($"'{name.AsText()}' is none of interest_detected, intent_confirmed, qualified.");
            if (stages.Count > 0 && stages[^1].Stage >= stage)
                throw name.Wrong("stages stand in their order, each once.");
            stages.Add(new(stage, _conditions.Read(node["when"])));
            node.Done();
        }
        return stages.Count == 3 ? stages : throw Section("stages").Wrong("interest_detected, intent_confirmed and qualified are expected.");
    }

    public IReadOnlyList<CoachingRule> ReadCoaching()
    {
        List<CoachingRule> rules = [];
        foreach (var node in sections.Find("coaching")?.AsList() ?? [])
        {
            var rule = ReadRule(node);
            node.Done();
            if (rules.Exists(known => known.Name == rule.Name))
                throw node.Wrong($"'{rule.Name}' is there twice.");
            rules.Add(rule);
        }
        return rules;
    }

    public IReadOnlyList<Objection> ReadObjections()
    {
        List<Objection> objections = [];
        foreach (var node in Section("objections").AsList())
        {
            var kind = node["kind"];
            if (!Objection.Kinds.Contains(kind.AsText()))
                throw kind.Wrong($"'{kind.AsText()}' is none of {string.Join(", ", Objection.Kinds)}.");
            objections.Add(new(kind.AsText(), node.Texts("words"), Some(node["say"]), Some(node["again"])));
            node.Done();
        }
        foreach (var kind in Objection.Kinds)
        {
            if (!objections.Exists(objection => objection.Kind == kind))
                throw Section("objections").Wrong($"'{kind}' is missing.");
        }
        return objections;
    }

    /// <summary>Those that every business knows, and its own.</summary>
    public Competitors ReadCompetitors() => new([.. common?.Find("competitors")?.AsTexts() ?? [], .. sections.Find("competitors")?.AsTexts() ?? []]);

    /// <summary>The words of trouble that every business knows, and its own.</summary>
    public ServiceWords ReadService()
    {
        DataNode[] nodes = [.. new[] { common?.Find("service"), sections.Find("service") }.OfType<DataNode>()];
        Phrases Of(string key) => new(nodes.SelectMany(node => node.Texts(key)));
        var words = new ServiceWords(Of("things"), Of("faults"), Of("cases"), Of("supposing"), Of("unless"), Of("owned"), Of("more"), Of("own"));
        foreach (var node in nodes)
            node.Done();
        return words;
    }

    /// <summary>Those who are no customers: the kinds that every business knows, with its own words added to theirs.</summary>
    public IReadOnlyList<OutsiderWords> ReadOutsiders(IReadOnlyDictionary<string, IReadOnlyList<string>> replies)
    {
        List<OutsiderWords> outsiders = [];
        foreach (var node in common?.Find("outsiders")?.AsList() ?? [])
        {
            var (name, own) = (node["name"], sections.Find("outsiders"));
            if (!replies.ContainsKey(Outsider.ReplyKey(name.AsText())))
                throw name.Wrong($"the reply '{Outsider.ReplyKey(name.AsText())}' is missing.");
            outsiders.Add(new(name.AsText(), node.Flag("asks", false), node.Flag("ends", false), new([.. node.Texts("words"), .. own?.Texts(name.AsText()) ?? []]), new([.. node.Texts("unless"), .. own?.Find(name.AsText() + "Unless") is null ? own?.Texts("unless") ?? [] : own.Texts(name.AsText() + "Unless")])) { Late = node.Flag("late", false), UntilWish = node.Flag("untilWish", false), Keeps = node.Flag("keeps", false), Surely = new(own?.Texts(name.AsText() + "Surely") ?? []) });
            node.Done();
        }
        sections.Find("outsiders")?.Done();
        return outsiders;
    }

    public DialogueThresholds ReadThresholds()
    {
        var ours = new DialogueThresholds();
        if (sections.Find("thresholds") is not { } node)
            return ours;
        var read = new DialogueThresholds(
            node.Count("asks", ours.Asks), node.Count("turnsBeforeContact", ours.TurnsBeforeContact), node.Count("handoverFrustration", ours.HandoverFrustration),
            node.Count("handoverLost", ours.HandoverLost), node.Count("questionsBeforeSteering", ours.QuestionsBeforeSteering),
            node.Count("scarce", ours.Scarce), node.Count("returnHours", ours.ReturnHours));
        node.Done();
        return read.Asks is >= 1 and <= 3 ? read : throw node["asks"].Wrong("a field is asked for one to three times.");
    }

    /// <summary>The inventory's map; null where there is none. <c>true</c> stands for the usual names.</summary>
    public static InventoryMap? ReadInventory(DataNode node, IReadOnlyList<PlaybookField> fields)
    {
        if (node.Kind is JsonTokenType.True or JsonTokenType.False)
            return node.AsFlag() ? throw node.Wrong("an object that names the fields, or false, is expected here.") : null;
        string Field(string key) => fields.Any(field => field.Name == node.Text(key)) ? node.Text(key) : throw node[key].Wrong($"'{node.Text(key)}' is none of the fields.");
        var map = new InventoryMap(Field("city"), Field("areas"), Field("types"), Field("beds"), Field("size"), Field("price"), Field("features"));
        node.Done();
        return map;
    }

    private CoachingRule ReadRule(DataNode node)
    {
        var action = node["action"];
        var say = Some(node["say"]);
        if (say.FirstOrDefault(text => text.Count(sign => sign == '?') != 1) is not null)
            throw node["say"].Wrong("an offer is one question.");
        if (!Words.TryParse<CoachingAction>(action.AsText(), out var known))
            throw action.Wrong($"'{action.AsText()}' is none of {string.Join(", ", Words.All<CoachingAction>())}.");
        if (known is CoachingAction.Compare or CoachingAction.Cheaper && !hasInventory)
            throw action.Wrong("this playbook has no inventory.");
        var topic = node.Find("topic");
        if ((known == CoachingAction.Topic) != (topic is not null) || (topic is not null && topics.All(other => other.Name != topic.AsText())))
            throw (topic ?? action).Wrong("the action 'topic', and only that, names one of the topics.");
        return new(
            node.Text("name"), _conditions.Read(node["when"]), node.Text("why"), say, known, topic?.AsText(), node.Texts("chips"),
            node.Count("outranks", 0), node.Count("outranksWhenHot", node.Count("outranks", 0)));
    }

    // What all playbooks say alike, where they do not say it themselves.
    private DataNode Section(string key) => sections.Find(key) ?? common?.Find(key) ?? sections[key];

    // A field may be for one type only; then that type must be known.
    private void CheckFields()
    {
        if (_conditions.Types.Count > 0 && fields.FirstOrDefault(field => field.For.Any(type => !_conditions.Types.Contains(type))) is { } wrong)
            throw sections["customerTypes"].Wrong($"the field '{wrong.Name}' is for a type that is not among them.");
    }

    private static IReadOnlyList<string> Some(DataNode node) => node.AsTexts() is { Count: > 0 } texts ? texts : throw node.Wrong("at least one text is expected here.");
}
