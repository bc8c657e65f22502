using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;

namespace LeadHeat.Core.HeatModels;

/// <summary>
/// Where cards say that more of something is never worse, or never better, the model may not say the opposite. Found by asking the cards:
/// leads that differ in one feature only.
/// </summary>
public static class CardConstraints
{
    private static readonly Dictionary<HeatFeature, double[]> Grid = new()
    {
        [HeatFeatures.Beds] = [1, 2, 3, 4, 5],
        [HeatFeatures.BudgetMax] = [1e5, 5e5, 1e6, 5e6, 2e7, 1e8],
        [HeatFeatures.TimelineMonths] = [0, 1, 2, 3, 4, 6, 9, 12, 18, 24, 48],
        [HeatFeatures.Preapproved] = [0, 1],
        [HeatFeatures.HasPhone] = [0, 1],
        [HeatFeatures.MessageCount] = [1, 2, 3, 5, 8, 12, 20],
        [HeatFeatures.Frustration] = [0, 2, 4, 6, 8, 10],
    };

    /// <summary>By feature name: 1 where no card gives less for more and one gives more, -1 the other way round. Others are left out.</summary>
    /// <param name="judges">Playbooks with the card that judges their leads.</param>
    public static IReadOnlyDictionary<string, int> Of(IEnumerable<(Playbook Playbook, Scorecard Card)> judges, DateTimeOffset at)
    {
        (Playbook, Scorecard)[] all = [.. judges];
        return Grid.Keys.OrderBy(feature => feature.Place)
            .Select(feature => (feature.Name, Way: Way(feature, all, at))).Where(found => found.Way != 0).ToDictionary(found => found.Name, found => found.Way);
    }

    private static int Way(HeatFeature feature, (Playbook, Scorecard)[] judges, DateTimeOffset at)
    {
        var (rises, falls) = (false, false);
        foreach (var ((playbook, card), others) in judges.SelectMany(judge => Situations().Select(others => (judge, others))))
        {
            var before = (int?)null;
            foreach (var value in Grid[feature])
            {
                others.TrySet(feature, value);
                var score = card.Evaluate(FeatureFacts.Input(others, playbook, at)).Score;
                rises |= score > before;
                falls |= score < before;
                before = score;
            }
        }

        return rises == falls ? 0 : rises ? 1 : -1;
    }

    // Nothing else known, and much else known.
    private static LeadFeatures[] Situations()
    {
        var much = new LeadFeatures();
        much.TrySet(HeatFeatures.City, "bangalore");
        much.TrySet(HeatFeatures.PropertyType, "apartment");
        foreach (var (feature, values) in Grid)
            much.TrySet(feature, values[values.Length / 2]);
        return [new(), much];
    }
}
