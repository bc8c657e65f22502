using System.Globalization;
using LeadHeat.Core.Understanding;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Playbooks;

/// <summary>What a condition asks for, in words for people who sell.</summary>
internal sealed class ConditionWords(Playbook playbook)
{
    /// <summary>One line for each thing that has to hold; none where nothing has to.</summary>
    public IReadOnlyList<string> Of(Condition when) =>
    [
        .. One(when.Facts, "", Fact, " or "),
        .. One(when.Known, "", Field, " and ", "{0} known"),
        .. One(when.AnyKnown, "", Field, " or ", "{0} known"),
        .. One(when.Unknown, "", Field, " and ", "{0} not known yet"),
        .. AtLeast(when.Count, "thing about them known", "things about them known"),
        .. One(CuesOf(when.Cues), "the message ", CueOf, " or "),
        .. One(when.Objections, "a doubt about ", name => name, " or "),
        .. One([.. when.Phases.Select(Words.Of)], "the talk is in ", name => name, " or "),
        .. One(when.Types, "the customer is: ", TypeOf, " or "),
        .. AtLeast(when.Turns, "message answered", "messages answered"),
        .. AtLeast(when.Questions, "question asked by them", "questions asked by them"),
        .. when.Engagement > 0 ? [$"engagement {when.Engagement} of 10 or more"] : Array.Empty<string>(),
        .. AtLeast(when.Cards, "offer from the inventory seen", "offers from the inventory seen"),
        .. One(when.Requested, "asked for a ", name => name, " or a "),
        .. One(when.NotRequested, "has not asked for a ", name => name, " or a "),
        .. One(when.Discussed, "talked about ", name => name.Replace('_', ' '), " or "),
        .. Either(when.Qualified, $"score {playbook.Scorecard.QualifiedAt} or more", $"score below {playbook.Scorecard.QualifiedAt}"),
        .. Either(when.Reachable, "an e-mail or phone number known", "no e-mail and no phone number known"),
        .. when.Or.Count > 0 ? [string.Join(", or ", when.Or.Select(each => string.Join(" and ", Of(each))))] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> One(IReadOnlyList<string> names, string before, Func<string, string> word, string between, string line = "{0}")
    {
        if (names.Count > 0)
            yield return string.Format(CultureInfo.InvariantCulture, line, before + string.Join(between, names.Select(word)));
    }

    private static IEnumerable<string> AtLeast(int count, string one, string many) => count switch
    {
        0 => [],
        1 => [$"at least 1 {one}"],
        _ => [$"at least {count} {many}"],
    };

    private static IEnumerable<string> Either(bool? set, string yes, string no) => set is { } wanted ? [wanted ? yes : no] : [];

    private string Field(string name) => playbook.Field(name)?.Title ?? name;

    // purpose=invest
    private string Fact(string told)
    {
        var (name, value) = (told[..told.IndexOf('=')], told[(told.IndexOf('=') + 1)..]);
        return $"{Field(name)}: {playbook.Field(name)?.Choices.FirstOrDefault(choice => choice.Value == value)?.Display ?? value}";
    }

    private string TypeOf(string name) => playbook.CustomerTypes.FirstOrDefault(type => type.Name == name)?.Title ?? name;

    private static IReadOnlyList<string> CuesOf(Cues cues) => [.. Words.All<Cues>().Where(word => Words.Parse<Cues>(word) is not Cues.None and var cue && cues.HasFlag(cue))];

    private static string CueOf(string cue) => Words.Parse<Cues>(cue) switch
    {
        Cues.Likes => "likes what was shown",
        Cues.Delight => "is delighted",
        Cues.JustLooking => "says they are only looking",
        Cues.NotBuying => "says they buy nothing",
        _ => $"tells of: {cue.Replace('_', ' ')}",
    };
}
