using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>What the visitor rules out: it is heard, it is no wish any more, and chips do not offer it.</summary>
internal static class RuledOut
{
    /// <summary>The facts found, with the known wishes that are taken back: of "a pool and a gym" and "no pool please" the gym stays.</summary>
    public static IReadOnlyList<Fact> Facts(IReadOnlyList<Fact> found, IReadOnlyList<Fact> known, Understood message, Playbook playbook, DateTimeOffset at)
    {
        List<Fact> all = [.. found];
        foreach (var fact in known)
        {
            if (playbook.Field(fact.Field) is not { Kind: FieldKind.Choices } field || fact.Value.Items is not { } items || fact.SetBy == FactSource.Person || found.Any(other => other.Field == fact.Field))
                continue;
            string[] left = [.. items.Where(item => !message.Unwanted.Contains(new(fact.Field, item)))];
            if (left.Length < items.Count)
                all.Add(new(fact.Field, left.Length == 0 ? new() : new(Items: left), string.Join(", ", left.Select(item => DisplayOf(field, item))), FactSource.Bot, 1, at, []));
        }
        return all.Count == found.Count ? found : all;
    }

    /// <summary>Says that it was heard, where nothing else is told.</summary>
    public static void Write(Draft draft)
    {
        if (draft.Message.Unwanted.Count == 0 || draft.Turn.NewFacts.Any(fact => !fact.Value.IsEmpty))
            return;
        var words = Listing.And([.. draft.Message.Unwanted.Select(one => WordsOf(draft.Turn.Playbook, one))]);
        draft.Add(draft.Phrasing.Say(ReplyKeys.UnwantedNoted, ("what", words)));
        draft.Answered = true;
    }

    /// <summary>Whether a value was ruled out.</summary>
    public static bool Is(Draft draft, string field, string value) => draft.Before.Unwanted?.Contains(new(field, value)) == true;

    private static string WordsOf(Playbook playbook, Unwanted one)
    {
        var choice = playbook.Field(one.Field)?.Choices.FirstOrDefault(choice => choice.Value == one.Value);
        return choice is null ? $"not {one.Value}" : $"{(choice.Adjective ? "not" : "no")} {choice.Display}";
    }

    private static string DisplayOf(PlaybookField field, string value) => field.Choices.FirstOrDefault(choice => choice.Value == value)?.Display ?? value;
}
