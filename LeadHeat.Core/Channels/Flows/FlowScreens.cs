using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Channels.Flows;

/// <summary>A playbook's questions as the screens of a WhatsApp flow: one screen a field, in the order in which a salesperson asks.</summary>
public sealed class FlowScreens
{
    /// <summary>The screen that ends a flow, by WhatsApp's own name.</summary>
    public const string End = "SUCCESS";

    private const int Most = 8;

    private readonly Playbook _playbook;

    public FlowScreens(Playbook playbook)
    {
        _playbook = playbook;
        // Who writes on WhatsApp is known by number and profile name.
        Fields = [.. playbook.Fields.Where(field => field.Ask.Count > 0 && field.Kind is not (FieldKind.Name or FieldKind.Phone)).Take(Most)];
    }

    /// <summary>What is asked, at least one.</summary>
    public IReadOnlyList<PlaybookField> Fields { get; }

    /// <summary>As WhatsApp takes it: capital letters and underscores.</summary>
    public static string NameOf(PlaybookField field) => NameOf(field.Name);

    /// <summary>The same of a field's name.</summary>
    public static string NameOf(string field) =>
        string.Concat(field.ToUpperInvariant().Select(sign => char.IsAsciiLetterUpper(sign) ? sign : '_'));

    /// <summary>What to show next.</summary>
    /// <param name="wrong">What is wrong with a value for a field, in words for the person who wrote it; null when it is understood.</param>
    public FlowStep Next(FlowRequest request, Func<PlaybookField, string, string?> wrong)
    {
        var place = PlaceOf(request.Screen);
        return request.Action switch
        {
            "BACK" => Show(Math.Max(0, place - 1), request.Answered),
            "data_exchange" when place >= 0 => After(place, request, wrong),
            _ => Show(0, new Dictionary<string, string>()),
        };
    }

    private FlowStep After(int place, FlowRequest request, Func<PlaybookField, string, string?> wrong)
    {
        var field = Fields[place];
        Dictionary<string, string> answered = new(request.Answered.Where(answer => _playbook.Field(answer.Key) is not null));
        if (request.Value.Length == 0)
            answered.Remove(field.Name);
        else
            answered[field.Name] = request.Value;
        if (request.Value.Length > 0 && wrong(field, request.Value) is { } why)
            return Show(place, answered) with { Error = why };
        return place + 1 < Fields.Count ? Show(place + 1, answered) : new(End, "", answered, null);
    }

    private FlowStep Show(int place, IReadOnlyDictionary<string, string> answered) =>
        new(NameOf(Fields[place]), answered.GetValueOrDefault(Fields[place].Name, ""), answered, null);

    private int PlaceOf(string? screen)
    {
        for (var place = 0; place < Fields.Count; place++)
        {
            if (NameOf(Fields[place]) == screen)
                return place;
        }

        return -1;
    }
}

/// <summary>What a flow shows.</summary>
/// <param name="Screen">Its name, or <see cref="FlowScreens.End"/>.</param>
/// <param name="Value">What was entered on it before; empty where nothing was.</param>
/// <param name="Answered">What is answered so far, by field.</param>
/// <param name="Error">What was wrong with the last answer; null: nothing.</param>
public sealed record FlowStep(string Screen, string Value, IReadOnlyDictionary<string, string> Answered, string? Error);
