using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Says where the business is, to who asks for a place where it is not.</summary>
internal static class Elsewhere
{
    private const string Mark = "elsewhere";

    // Where people come from is not where they want to go.
    private static readonly string[] Origins = ["from", "based in", "live in", "living in", "work in", "working in", "settled in", "born in", "stay in", "staying in", "moving out of", "leaving", "travelling to", "traveling to", "travels to", "flying to", "flight to", "trip to", "back from", "visiting", "visit to", "gone to", "holiday in", "vacation in", "office in", "nri in", "nris in", "sold my flat in", "sold our flat in", "sold my house in", "sold our house in", "sold my apartment in", "sold our apartment in"];

    /// <summary>The place that the message asks for and that is not served; null when there is none.</summary>
    public static string? In(PlannedTurn turn)
    {
        var message = turn.Understood;
        if (turn.Playbook.Elsewhere.Count == 0 || message.Find(FactFields.City) is not null || message.Find(FactFields.Areas) is not null)
            return null;
        foreach (var place in turn.Playbook.Elsewhere)
        {
            var at = message.Text.IndexOf(place, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && IsWhole(message.Text, at, place.Length) && !IsOrigin(message.Text.AsSpan(0, at)))
                return place;
        }
        return null;
    }

    /// <summary>Whether they want a home where the business is not, and have named no other place: then nothing is shown.</summary>
    public static bool Blocks(PlannedTurn turn) => (In(turn) is not null || turn.Dialogue.Fired.Contains(Mark))
        && !turn.Facts.Any(fact => fact.Field is FactFields.City or FactFields.Areas && !fact.Value.IsEmpty);

    /// <summary>Answers it; false when the message asks for no such place.</summary>
    public static bool Write(Draft draft)
    {
        if (In(draft.Turn) is not { } place)
            return false;
        draft.Fire(Mark);
        draft.Note("elsewhere", "Asks for a place where the business is not");
        string[] cities = [.. draft.Turn.Playbook.Cities.Select(city => city.Name)];
        draft.Add(draft.Phrasing.Say(ReplyKeys.Elsewhere, ("place", place), ("cities", Listing.And(cities)), ("either", Listing.Or(cities))));
        draft.Answered = true;
        if (NextQuestion.MayAsk(draft, FactFields.City))
            draft.Asked = FactFields.City;
        draft.Chips = [.. cities.Take(3)];
        draft.Complete = true;
        return true;
    }

    private static bool IsWhole(string text, int at, int length) =>
        (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + length == text.Length || !char.IsLetterOrDigit(text[at + length]));

    private static bool IsOrigin(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd();
        foreach (var origin in Origins)
        {
            if (before.EndsWith(origin, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
