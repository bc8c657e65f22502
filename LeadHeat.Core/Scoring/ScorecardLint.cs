using System.Collections.Frozen;
using System.Text.Json.Serialization;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Scoring;

/// <summary>How bad a finding is: what is <c>refused</c> cannot be published, what is <c>flagged</c> wants a second thought.</summary>
[JsonConverter(typeof(WireEnumConverter<LintLevel>))]
public enum LintLevel { Flagged, Refused }

/// <summary>Something about a card that is not right, or not fair.</summary>
/// <param name="Criterion">The rule that it is about; null for the whole card.</param>
/// <param name="Message">What, and why.</param>
public sealed record LintFinding(LintLevel Level, string? Criterion, string Message);

/// <summary>
/// Looks a card over before it judges people: points for what law protects, or for what stands in for it, and rules that can never give points.
/// </summary>
public static class ScorecardLint
{
    private const int Heavy = 50;

    // What a score must not rest on at all.
    private static readonly FrozenSet<string> Protected = Words(
        "gender sex male female man woman men women age ages elderly birthday birthdate birth born dob religion religions religious faith christian muslim hindu jewish "
        + "sikh buddhist caste race racial skin tribe ethnicity ethnicities ethnic nationality nationalities citizenship citizen passport immigrant immigration migrant "
        + "refugee disability disabled wheelchair health illness pregnant pregnancy marital married divorced widowed single children orientation gay lesbian political union");

    // What often stands in for it.
    private static readonly FrozenSet<string> Proxies = Words("postcode postcodes postal zip zipcode pincode district neighbourhood neighborhood street country origin native language tongue accent photo school surname firstname "
        + "lastname");

    private static readonly FrozenSet<string> Names = Words("name surname firstname lastname");

    private static readonly FrozenSet<string> Places = Words("city areas");

    // These judge what the answer is; the others only that there is one.
    private static readonly FrozenSet<string> Judging = Words("one_of range");

    /// <summary>What is wrong, the worst first; empty when nothing is.</summary>
    public static IReadOnlyList<LintFinding> Check(Scorecard card, Playbook playbook) =>
    [
        .. card.Criteria.SelectMany(criterion => Check(criterion, playbook))
            .Concat(card.Values.Where(value => playbook.Field(value.Field) is null).Select(value =>
                new LintFinding(LintLevel.Refused, null, $"The value of a deal is taken from '{value.Field}', which {playbook.Title} does not ask for.")))
            .OrderByDescending(finding => finding.Level),
    ];

    private static IEnumerable<LintFinding> Check(Criterion criterion, Playbook playbook)
    {
        foreach (var finding in Fairness(criterion))
            yield return finding;
        foreach (var field in criterion.Fields)
        {
            if (field != CompletenessCriterion.CustomerTypeField && playbook.Field(field) is null)
                yield return new(LintLevel.Refused, criterion.Id, $"{playbook.Title} has no field '{field}': this rule would never see it.");
        }
        if (criterion is OneOfCriterion choice && playbook.Field(choice.Field) is { Choices.Count: > 0 } asked)
        {
            foreach (var value in choice.Values.Keys.Where(value => asked.Choices.All(known => known.Value != value)))
                yield return new(LintLevel.Flagged, criterion.Id, $"'{value}' is none of the answers to {asked.Title.ToLowerInvariant()}: nobody would get these points.");
        }
        if (criterion is TimelineCriterion timeline && timeline.Steps.Zip(timeline.Steps.Skip(1)).Any(pair => pair.Second.Points > pair.First.Points))
            yield return new(LintLevel.Flagged, criterion.Id, "Who buys later gets more points than who buys sooner.");
        if (criterion.Max > 0 && criterion.Most < criterion.Max)
            yield return new(LintLevel.Flagged, criterion.Id, $"It counts for {criterion.Max} of the 100 points and never gives more than {criterion.Most}: nobody reaches 100.");
        if (criterion.Max > Heavy)
            yield return new(LintLevel.Flagged, criterion.Id, $"{criterion.Max} of 100 points hang on this one rule.");
    }

    private static IEnumerable<LintFinding> Fairness(Criterion criterion)
    {
        var said = WordsOf([criterion.Id, criterion.Title, .. criterion.Fields, .. criterion is OneOfCriterion choice ? choice.Values.Keys : []]);
        if (said.FirstOrDefault(Protected.Contains) is { } attribute)
        {
            yield return new(
                LintLevel.Refused, criterion.Id, $"Points for '{attribute.ToLowerInvariant()}' judge people by what law protects. A score has to rest on what they want and can do.");
        }
        if (said.FirstOrDefault(Proxies.Contains) is { } proxy)
        {
            yield return new(
                LintLevel.Flagged, criterion.Id, $"'{proxy.ToLowerInvariant()}' often stands in for origin or wealth. Make sure that it says something about the wish itself.");
        }
        var judges = Judging.Contains(criterion.Rule);
        if (criterion.Fields.Any(Names.Contains))
        {
            yield return judges
                ? new(LintLevel.Refused, criterion.Id, "Points by what somebody's name is judge origin and gender. Give them for having told a name, if at all.")
                : new(LintLevel.Flagged, criterion.Id, "Points for a name are fair as long as any name gets them.");
        }
        if (judges && criterion.Fields.Any(Places.Contains))
            yield return new(LintLevel.Flagged, criterion.Id, "Points by place can stand in for origin or wealth. 'location' asks instead whether there is something to offer there.");
    }

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> WordsOf(IEnumerable<string> texts) => texts.SelectMany(text => text.Replace("post code", "postcode", StringComparison.OrdinalIgnoreCase).Split([' ', '_', '-', ',', '/', '.'], StringSplitOptions.RemoveEmptyEntries));
}
