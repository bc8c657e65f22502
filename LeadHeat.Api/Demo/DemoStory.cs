using LeadHeat.Core.Conversations;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;

namespace LeadHeat.Api.Demo;

/// <summary>What became of a lead after its conversation: who took it, how far it came, what is still to do.</summary>
internal sealed class DemoStory(DemoLead lead, DemoPerson person, IReadOnlyList<DemoMember> team, DateTimeOffset now)
{
    private static readonly LeadStatus[] Way = [LeadStatus.New, LeadStatus.Working, LeadStatus.Qualified, LeadStatus.Visit, LeadStatus.Negotiation, LeadStatus.Won];

    private readonly Dice _dice = lead.Dice;
    private readonly DateTimeOffset _end = lead.LastActivityAt;

    private TimeSpan Age => now - _end;

    public void Tell()
    {
        SettleWaiting();
        var goal = Goal();
        if (goal != LeadStatus.New || lead.Owner is not null || _dice.Percent(15))
            Own();
        Walk(goal);
        if (lead.Status is not (LeadStatus.New or LeadStatus.Lost) && Age > TimeSpan.FromDays(2) && _dice.Percent(45))
            lead.Note(ActivityKind.Note, _dice.Of(DemoFiles.People.Notes[lead.Playbook.Name]), Owner.Name, Owner.Id, Between(0.2, 0.8));
        AddTasks();
        if (lead.Qualification is { Result.Score: > 20 and < 90 } && lead.Status is LeadStatus.Working or LeadStatus.Qualified && _dice.Percent(12))
            Adjust();
    }

    private DemoMember Owner => lead.Owner ??= _dice.Of(team);

    // Nobody waits for days: the team rang or wrote elsewhere and gave the chat back.
    private void SettleWaiting()
    {
        if (lead.Conversation is not { Handling: Handling.Human or Handling.Queued } conversation || Age < TimeSpan.FromHours(30))
            return;
        var at = _end.AddHours(_dice.Between(1, 20));
        if (lead.WaitingSince is not null)
            lead.Note(ActivityKind.Note, "Answered by phone.", Owner.Name, Owner.Id, at);
        lead.Note(ActivityKind.HandlingChanged, "Gave the conversation back to the bot", Owner.Name, Owner.Id, at.AddMinutes(2));
        lead.WaitingSince = null;
        (conversation.Handling, conversation.Handler, conversation.HandoffReason) = (Handling.Bot, null, null);
        conversation.ContextFrom = at.AddMinutes(2);
        conversation.OwnerVersion++;
    }

    private LeadStatus Goal()
    {
        var days = Age.TotalDays;
        var roll = _dice.Below(100);
        if (days < 0.8)
            return roll < 70 ? LeadStatus.New : LeadStatus.Working;
        return lead.Heat switch
        {
            // As many are won and lost as in the history before, so that what was learned there holds here.
            Heat.Hot or Heat.Warm when days > 8 => roll switch
            {
                < 8 => LeadStatus.Working, < 22 => LeadStatus.Qualified, < 38 => LeadStatus.Visit, < 54 => LeadStatus.Negotiation,
                < 94 => LeadStatus.Won, _ => LeadStatus.Lost,
            },
            Heat.Hot or Heat.Warm => roll switch
            {
                < 18 => LeadStatus.New, < 42 => LeadStatus.Working, < 72 => LeadStatus.Qualified, _ => days > 3 ? LeadStatus.Visit : LeadStatus.Working,
            },
            Heat.Cold => roll < 35 ? LeadStatus.New : roll < 85 || days < 5 ? LeadStatus.Working : LeadStatus.Lost,
            _ => roll < 80 || days < 4 ? LeadStatus.New : LeadStatus.Lost,
        };
    }

    private void Own()
    {
        var taken = Between(0, 0.1);
        var self = _dice.Percent(60);
        var text = self ? "Took the lead" : $"Gave the lead to {Owner.Name}";
        lead.Note(ActivityKind.OwnerChanged, text, self ? Owner.Name : "Admin", self ? Owner.Id : null, taken);
    }

    private void Walk(LeadStatus goal)
    {
        var lost = goal == LeadStatus.Lost;
        var steps = lost ? _dice.Of([0, 0, 1, 1, 2, 3]) : Array.IndexOf(Way, goal);
        var stations = Way.Skip(1).Take(steps).Concat(lost ? [LeadStatus.Lost] : []).ToList();
        for (var step = 0; step < stations.Count; step++)
        {
            var at = Between((step + 1.0) / (stations.Count + 1), (step + 1.4) / (stations.Count + 1));
            if (stations[step] == LeadStatus.Lost)
                lead.LostReason = _dice.Of(DemoFiles.People.Lost[lead.Playbook.Name]);
            var text = $"Moved from {Words.Of(lead.Status)} to {Words.Of(stations[step])}" + (lead.LostReason is { } reason ? $": {reason}" : "");
            lead.Note(ActivityKind.StatusChanged, text, Owner.Name, Owner.Id, at);
            (lead.Status, lead.StatusSince) = (stations[step], at);
        }
    }

    private void AddTasks()
    {
        var count = lead.Status switch { LeadStatus.New => _dice.Below(2) * _dice.Below(2), LeadStatus.Lost => 0, LeadStatus.Won => 1, _ => _dice.Between(0, 3) };
        foreach (var title in _dice.Several(DemoFiles.People.Tasks[lead.Playbook.Name], count))
        {
            var created = Between(0.1, 0.9);
            var done = lead.Status == LeadStatus.Won || _dice.Percent(35);
            var due = done ? created.AddDays(1) : now.AddHours(_dice.Between(-60, 120));
            var finished = done ? created + ((now - created) * 0.5) : (DateTimeOffset?)null;
            lead.Tasks.Add(new(
                _dice.Id(created), person.Fill(title), due > created ? due : created.AddHours(4), done ? LeadTaskStatus.Done : LeadTaskStatus.Open,
                Owner.Id, Owner.Name, created, finished));
            lead.Note(ActivityKind.TaskAdded, $"Added a task: {person.Fill(title)}", Owner.Name, Owner.Id, created);
            if (finished is { } at)
                lead.Note(ActivityKind.TaskDone, $"Finished a task: {person.Fill(title)}", Owner.Name, Owner.Id, at);
        }
    }

    // Somebody who met the person knows better than the card: a line of the ledger, like any other.
    private void Adjust()
    {
        var (last, at) = (lead.Qualification!, Between(0.3, 0.9));
        var points = _dice.Of([5, 8, 10, -6]);
        var reason = points > 0 ? "Met them: serious, and quick to decide" : "Rang: less urgent than it sounded";
        var line = new LedgerLine(
            Scorecard.Manual, lead.Playbook.Scorecard.Name, lead.Playbook.Scorecard.Version, points, 0, reason, [], null, FactSource.Person, null, 1,
            Owner.Name, at);
        lead.Qualify(last.Input with { Adjustments = [line], At = at }, null);
        lead.Note(
            ActivityKind.Adjusted, $"Changed the score from {last.Result.Score} to {lead.Qualification!.Result.Score}: {reason}", Owner.Name, Owner.Id, at);
    }

    /// <summary>A moment between the end of the conversation (0) and now (1).</summary>
    private DateTimeOffset Between(double from, double to) => _end + (Age * (from + ((to - from) * _dice.Below(1000) / 1000.0)));
}
