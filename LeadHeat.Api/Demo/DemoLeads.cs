using LeadHeat.Core.Inventory;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Api.Demo;

/// <summary>Leads of the last sixty days, in every stage: the same at every call with the same clock.</summary>
internal static class DemoLeads
{
    private const int Days = 60;
    private const int Fresh = 18;

    public static IReadOnlyList<DemoMember> Team(DateTimeOffset now) =>
        [.. DemoFiles.People.Team.Select(name => new DemoMember(
            Dice.For(name).Id(now.AddDays(-Days - 5)), name, $"{name.ToLowerInvariant().Replace(' ', '.')}@example.com"))];

    public static IReadOnlyList<DemoLead> Create(DateTimeOffset now, PlaybookLibrary playbooks, IReadOnlyList<Unit> units)
    {
        var (agent, team) = (new DemoAgent(units), Team(now));
        var castings = Castings();

        // Each lead has its own dice, so that it does not matter which is played first.
        return
        [
            .. castings.Zip(Ages(castings.Count)).Index().ToList().AsParallel().AsOrdered().Select(cast =>
            {
                var (number, (talk, age)) = cast;
                var dice = Dice.For($"lead {number}");
                var person = new DemoPerson(talk.City, number + 1, dice);
                var player = new DemoPlayer(agent, playbooks[talk.Playbook], talk, person, dice.Of(team), dice);
                var lead = player.Play(age.TotalHours < 24 ? now - age : AtDaytime(now - age, dice));
                new DemoStory(lead, person, team, now).Tell();
                return lead;
            }),
        ];
    }

    /// <summary>Each talk at least twice, those of the largest business more often, in a mixed order; those who wait wrote today.</summary>
    private static List<DemoTalk> Castings()
    {
        var dice = Dice.For("castings");
        var all = DemoFiles.Talks.SelectMany(talk => Enumerable.Repeat(talk, talk.Playbook == "real-estate" && dice.Percent(45) ? 3 : 2)).ToList();
        var rest = new Queue<DemoTalk>(dice.Several(all, all.Count));
        List<DemoTalk> fresh = [.. DemoFiles.Talks.Where(talk => talk.Waiting).SelectMany(talk => new[] { talk, rest.Dequeue() })];
        return [.. fresh, .. rest];
    }

    // A few of the last hours, then denser towards today.
    private static IEnumerable<TimeSpan> Ages(int count)
    {
        var dice = Dice.For("ages");
        for (var number = 0; number < count; number++)
        {
            var share = (number + (dice.Below(100) / 100.0)) / count;
            yield return number < Fresh ? TimeSpan.FromMinutes(3 + (number * 27) + dice.Below(20)) : TimeSpan.FromDays(0.4 + ((Days - 1) * Math.Pow(share, 1.5)));
        }
    }

    // Between 8 and 21 o'clock where they live, near enough.
    private static DateTimeOffset AtDaytime(DateTimeOffset at, Dice dice) =>
        new DateTimeOffset(at.Year, at.Month, at.Day, dice.Between(3, 16), dice.Below(60), dice.Below(60), TimeSpan.Zero) is var day && day > at
            ? day.AddDays(-1) : day;
}
