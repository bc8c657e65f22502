using LeadHeat.Core.Inventory;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Dialogue;

/// <summary>Says what homes cost in a place, and compares places: figures of the inventory's rows, and nothing beyond them.</summary>
internal static class MarketTalk
{
    private const int MostAreas = 3;

    public static void Write(Draft draft)
    {
        if (draft.Findings.Search(SearchPurpose.Compare) is { Figures: { } compared })
            Compare(draft, compared);
        else if (draft.Findings.Search(SearchPurpose.Market) is { Figures: { } figures } found)
        {
            if (CountTalk.IsAsked(draft.Turn))
                CountTalk.Write(draft, found);
            else
                Describe(draft, figures);
        }
    }

    private static void Describe(Draft draft, IReadOnlyList<AreaFigures> figures)
    {
        if (figures.Count == 0)
        {
            draft.Add(draft.Phrasing.Say(ReplyKeys.NoFigures));
            draft.Answered = true;
            return;
        }
        draft.Note("market", "The figures are those of the units in the inventory");
        foreach (var area in figures.Take(MostAreas))
            Say(draft, UnitAnswers.AsksPerFoot(draft.Message) ? ReplyKeys.AreaFigures : ReplyKeys.Market, area);
    }

    private static void Compare(Draft draft, IReadOnlyList<AreaFigures> figures)
    {
        if (figures.Count == 0)
        {
            Describe(draft, figures);
            return;
        }
        draft.Note("compare_areas", "Asked which area is better: the figures are those of the units in the inventory");
        foreach (var area in figures.Take(MostAreas))
            Say(draft, ReplyKeys.AreaFigures, area);
        if (figures.Count(area => area.PerM2 is not null) > 1 && figures.Where(area => area.PerM2 is not null).MinBy(area => area.PerM2) is { } best)
            draft.Add(draft.Phrasing.Say(ReplyKeys.AreaVerdict, ("area", best.Area)));
    }

    private static void Say(Draft draft, string key, AreaFigures area)
    {
        draft.Add(draft.Phrasing.Say(
            area.PerM2 is null ? ReplyKeys.Market : key, ("area", area.Area), ("count", UnitWords.Count(area.Count)), ("low", Money.Format(area.Low, area.Currency)),
            ("high", Money.Format(area.High, area.Currency)), ("median", Money.Format(area.Median, area.Currency)),
            ("rate", area.PerM2 is { } rate ? UnitWords.Rate(rate, area.Currency) : "")));
        draft.Answered = true;
    }
}
