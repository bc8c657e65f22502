using LeadHeat.Core.Scoring;

namespace LeadHeat.Core.Dialogue;

/// <summary>A visit to one of the homes, as it is kept among a dialogue's marks.</summary>
/// <param name="Day">With a space before it; empty while open.</param>
/// <param name="Kind">What it is: <c>2 BHK in Whitefield</c>.</param>
internal sealed record Booking(Guid UnitId, string Day, string Kind, string Title)
{
    private const string MarkStart = "booked:";

    /// <summary>How it is kept.</summary>
    public string Mark => $"{MarkStart}{UnitId}|{Day}|{Kind}|{Title}";

    /// <summary>In a sentence: <c>a visit to the 2 BHK in Whitefield on Saturday</c>.</summary>
    public string Words => $"a visit to the {Kind}{Day}";

    /// <summary>The same where it is known: <c>the visit to …</c>.</summary>
    public string TheWords => $"the visit to the {Kind}{Day}";

    public static Booking Of(UnitMatch unit, string day) => new(unit.UnitId, day, UnitWords.Kind(unit), unit.Title);

    /// <summary>Whether a mark is of a visit.</summary>
    public static bool IsOne(string mark) => mark.StartsWith(MarkStart, StringComparison.Ordinal);

    /// <summary>All visits among the marks.</summary>
    public static IReadOnlyList<Booking> In(IReadOnlyList<string> marks) =>
        [.. marks.Where(IsOne).Select(mark => mark[MarkStart.Length..].Split('|', 4)).Where(parts => parts.Length == 4)
            .Select(parts => new Booking(Guid.Parse(parts[0]), parts[1], parts[2], parts[3]))];

    /// <summary>The visits that a message asks for at once: <c>the first one on Saturday and the second one on Sunday</c>, <c>both on Saturday</c>; none when it asks for one.</summary>
    public static IReadOnlyList<Booking> AskedFor(string text, IReadOnlyList<UnitMatch> shown)
    {
        var named = UnitPointers.PlacesOf(text, shown);
        if (named.Count == 0 && shown.Count == 2 && UnitPointers.SaysBoth(text))
            return [.. shown.Select(unit => Of(unit, DayWords.In(text)))];
        if (named.Count < 2)
            return [];
        var days = Behind(text, named);
        if (days.Any(day => day.Length == 0))
            days = Before(text, named);
        return [.. named.Select((place, at) => Of(place.Unit, days[at].Length > 0 ? days[at] : DayWords.In(text)))];
    }

    // "The first on Saturday and the second on Sunday"
    private static string[] Behind(string text, IReadOnlyList<(UnitMatch Unit, int At)> named) =>
        [.. named.Select((place, at) => DayWords.In(text[place.At..(at + 1 < named.Count ? named[at + 1].At : text.Length)]))];

    // "On Saturday the first and on Sunday the second"
    private static string[] Before(string text, IReadOnlyList<(UnitMatch Unit, int At)> named) =>
        [.. named.Select((place, at) => DayWords.In(text[(at == 0 ? 0 : named[at - 1].At)..place.At]))];
}
