using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>
/// Tells who writes without being a customer: who seeks work with us, sells to us, has a home to sell, studies, reports, or has found already. Nothing is sold to them or asked of them,
/// what they tell of themselves is no wish (but for who looks for what others let), and they hear where to turn.
/// </summary>
internal static class Outsider
{
    private const string Mark = "outsider:";
    private const string Noted = Mark + "noted";
    private const string Seller = "seller";

    private static readonly string[] Kept = [FactFields.Name, FactFields.Email, FactFields.Phone];

    /// <summary>The reply that such a visitor gets first.</summary>
    public static string ReplyKey(string name) => "outsider_" + name;

    /// <summary>The state that the message meets: marked by what it says, until it says what makes a customer.</summary>
    public static DialogueState Before(DialogueState state, Understood message, Playbook playbook)
    {
        var before = In(state.Fired, playbook);
        // Who is on the way to buy tells such things beside it.
        var words = playbook.Outsiders.FirstOrDefault(outsider => (outsider.Late || outsider.Ends || state.Stage == DialogueStage.Exploring) && outsider.Tell(message.Text)) ?? before;
        var now = words is null || words.TakeBack(message.Text) || (words.UntilWish && TellsWish(message)) ? null : words;
        return now == before ? state : state with { Stage = now is { Ends: true } ? DialogueStage.Exploring : state.Stage, Fired = [.. state.Fired.Where(mark => !mark.StartsWith(Mark, StringComparison.Ordinal)), .. now is null ? [] : new[] { Mark + now.Name }] };
    }

    // An appointment elsewhere has a day and a place, too.
    private static bool TellsWish(Understood message) => message.Values.Any(value => !Kept.Contains(value.Field) && value.Field is not (FactFields.Timeline or FactFields.City or FactFields.Areas));

    /// <summary>Who is told to be one; null when it is a customer.</summary>
    public static OutsiderWords? In(IReadOnlyList<string> fired, Playbook playbook) => playbook.Outsiders.FirstOrDefault(outsider => fired.Contains(Mark + outsider.Name));

    /// <summary>What is told of who he is; the rest is no wish.</summary>
    public static IReadOnlyList<Fact> Facts(IReadOnlyList<Fact> found, OutsiderWords outsider) => outsider.Keeps ? found : [.. found.Where(fact => Kept.Contains(fact.Field))];

    /// <summary>Who writes; null when it is a customer. What only looks like an offer counts until a need is told.</summary>
    public static OutsiderWords? Of(Draft draft) => In(draft.Before.Fired, draft.Turn.Playbook)
        ?? (Solicitation.GoesOn(draft) ? draft.Turn.Playbook.Outsiders.FirstOrDefault(outsider => outsider.Name == Seller) : null);

    /// <summary>Says where to turn, and what is asked where that is welcome; false when it is a customer.</summary>
    public static bool Write(Draft draft)
    {
        if (Of(draft) is not { } outsider)
            return false;
        draft.Note(Mark + outsider.Name, "No customer: nothing is sold or asked, and a person is named for the rest");
        draft.Complete = draft.Answered = true;
        var isFirst = !draft.HasFired(Noted);
        draft.Fire(Noted);
        // Who asks once more for what we do not do hears it once more.
        if (isFirst || (outsider.Late && draft.Message.Has(Cues.Question)))
            draft.Add(draft.Phrasing.Say(ReplyKey(outsider.Name)));
        if (outsider.Asks && (Asking.Is(draft.Message) || (draft.Message.Has(Cues.Question) && draft.Message.Topic is not null)))
            Answer(draft);
        else if (!isFirst && !(outsider.Late && draft.Message.Has(Cues.Question)))
            draft.Add(draft.Phrasing.Say(ReplyKeys.OutsiderNoted));
        return true;
    }

    private static void Answer(Draft draft)
    {
        if (!KnowledgeTalk.Write(draft))
            SideAnswers.OfferPerson(draft);
    }
}
