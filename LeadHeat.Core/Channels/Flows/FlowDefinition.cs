using System.Text.Json;
using System.Text.Json.Nodes;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Channels.Flows;

/// <summary>The Flow JSON of a playbook, to be entered at Meta once; its data endpoint answers with the same screens.</summary>
public static class FlowDefinition
{
    private const int LongestTitle = 30;
    private const int MostChoices = 20;

    /// <summary>Indented JSON.</summary>
    public static string Of(Playbook playbook)
    {
        var screens = new FlowScreens(playbook);
        var names = screens.Fields.Select(field => FlowScreens.NameOf(field)).ToArray();
        return new JsonObject
        {
            ["version"] = "7.0",
            ["data_api_version"] = "3.0",
            ["routing_model"] = new JsonObject(names.Select((name, place) => KeyValuePair.Create<string, JsonNode?>(
                name, place + 1 < names.Length ? new JsonArray(names[place + 1]) : new JsonArray()))),
            ["screens"] = new JsonArray([.. screens.Fields.Select((field, place) => Screen(field, isLast: place + 1 == names.Length))]),
        }.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    private static JsonObject Screen(PlaybookField field, bool isLast) => new()
    {
        ["id"] = FlowScreens.NameOf(field),
        ["title"] = Cut(field.Title),
        ["terminal"] = isLast,
        ["refresh_on_back"] = true,
        ["data"] = new JsonObject { [FlowRequest.AnsweredMember] = Text("{}"), [FlowRequest.ValueMember] = Text("") },
        ["layout"] = new JsonObject
        {
            ["type"] = "SingleColumnLayout",
            ["children"] = new JsonArray(new JsonObject { ["type"] = "TextBody", ["text"] = field.Ask[0] }, Input(field), Footer(isLast)),
        },
    };

    private static JsonObject Input(PlaybookField field)
    {
        var input = new JsonObject { ["name"] = FlowRequest.ValueMember, ["label"] = Cut(field.Title), ["required"] = false };
        if (field is { Choices.Count: > 0, Open: false })
        {
            input["type"] = field.Kind == FieldKind.Choices ? "CheckboxGroup" : "RadioButtonsGroup";
            input["data-source"] = new JsonArray([.. field.Choices.Take(MostChoices).Select(choice => new JsonObject { ["id"] = choice.Display, ["title"] = Cut(choice.Display) })]);
            return input;
        }

        input["type"] = "TextInput";
        input["input-type"] = field.Kind == FieldKind.Email ? "email" : "text";
        input["init-value"] = "${data.value}";
        if (field.Chips.Count > 0)
            input["helper-text"] = $"For example: {string.Join(", ", field.Chips.Take(3))}";
        return input;
    }

    private static JsonObject Footer(bool isLast) => new()
    {
        ["type"] = "Footer",
        ["label"] = isLast ? "Send" : "Continue",
        ["on-click-action"] = new JsonObject
        {
            ["name"] = "data_exchange",
            ["payload"] = new JsonObject { [FlowRequest.AnsweredMember] = "${data.answered}", [FlowRequest.ValueMember] = "${form.value}" },
        },
    };

    private static JsonObject Text(string example) => new() { ["type"] = "string", ["__example__"] = example };

    private static string Cut(string title) => title.Length <= LongestTitle ? title : title[..(LongestTitle - 1)] + "…";
}
