using LeadHeat.Api.Demo;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Core;
using Xunit;

namespace LeadHeat.Tests.Demo;

public sealed class DemoLeadsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
    private static readonly IReadOnlyList<DemoLead> Leads = DemoLeads.Create(Now, Shipped.Playbooks, DemoInventory.Create(Now));

    [Fact]
    public void Every_score_is_the_sum_of_its_lines() => Assert.All(
        Leads.SelectMany(lead => lead.Qualifications),
        qualification => Assert.Equal(qualification.Result.Ledger.Sum(line => line.Points), qualification.Result.Score));

    [Fact]
    public void Every_quote_is_its_span_of_a_visitors_message() => Assert.All(Leads, lead =>
    {
        var messages = lead.Conversation?.Messages.Where(message => message.View.Author == MessageAuthor.Visitor)
            .ToDictionary(message => message.View.Id, message => message.View.Text) ?? [];
        foreach (var evidence in lead.Qualifications.SelectMany(qualification => qualification.Result.Ledger).SelectMany(line => line.Evidence)
            .Concat(lead.Facts.SelectMany(fact => fact.Evidence)))
        {
            Assert.True(evidence.Length > 0);
            Assert.Equal(evidence.Quote, messages[evidence.MessageId].Substring(evidence.Start, evidence.Length));
        }
    });

    [Fact]
    public void Judging_again_gives_the_same_ledger_to_the_byte() => Assert.All(
        Leads.SelectMany(lead => lead.Qualifications.Select(qualification => (lead, qualification))),
        pair => Assert.Equal(
            System.Text.Json.JsonSerializer.Serialize(pair.qualification.Result, LeadHeatJson.Default.Qualification),
            System.Text.Json.JsonSerializer.Serialize(pair.lead.Playbook.Scorecard.Evaluate(pair.qualification.Input), LeadHeatJson.Default.Qualification)));

    [Fact]
    public void Every_status_heat_source_and_playbook_is_there()
    {
        Assert.InRange(Leads.Count, 150, 260);
        Assert.Equal(Enum.GetValues<LeadStatus>(), Leads.Select(lead => lead.Status).Distinct().Order());
        Assert.Equal(Enum.GetValues<Heat>(), Leads.Select(lead => lead.Heat).Distinct().Order());
        Assert.Equal(Enum.GetValues<LeadSource>(), Leads.Select(lead => lead.Source).Distinct().Order());
        Assert.Equal(["b2b", "cafe", "real-estate"], Leads.Select(lead => lead.Playbook.Name).Distinct().Order());
        Assert.Equal(Enum.GetValues<Handling>(), Leads.Select(lead => lead.Conversation?.Handling ?? Handling.Bot).Distinct().Order());
    }

    [Fact]
    public void Some_wait_for_a_person_and_nobody_for_days()
    {
        var waiting = Leads.Where(lead => lead.WaitingSince is not null).ToList();

        Assert.NotEmpty(waiting);
        Assert.All(waiting, lead => Assert.True(Now - lead.WaitingSince < TimeSpan.FromDays(2)));
    }

    [Fact]
    public void There_are_tasks_that_are_due_overdue_and_done()
    {
        var tasks = Leads.SelectMany(lead => lead.Tasks).ToList();

        Assert.Contains(tasks, task => task.Status == LeadTaskStatus.Open && task.DueAt > Now);
        Assert.Contains(tasks, task => task.Status == LeadTaskStatus.Open && task.DueAt < Now);
        Assert.Contains(tasks, task => task.Status == LeadTaskStatus.Done && task.DoneAt <= Now);
    }

    [Fact]
    public void Nothing_has_happened_in_the_future() => Assert.All(Leads, lead =>
    {
        Assert.True(lead.LastActivityAt <= Now);
        Assert.All(lead.Activities, activity => Assert.True(activity.At <= Now));
        Assert.All(lead.Conversation?.Messages ?? [], message => Assert.True(message.View.At <= Now));
    });

    [Fact]
    public void The_bot_is_silent_while_a_person_answers() => Assert.All(Leads, lead =>
    {
        var human = false;
        foreach (var message in lead.Conversation?.Messages ?? [])
        {
            Assert.False(human && message.View.Author == MessageAuthor.Bot);
            human |= message.View.Author == MessageAuthor.Person;
        }
    });

    [Fact]
    public void Ids_of_messages_sort_as_they_were_said() => Assert.All(
        Leads.Where(lead => lead.Conversation is not null),
        lead => Assert.Equal(
            lead.Conversation!.Messages.Select(message => message.View.Id),
            lead.Conversation.Messages.Select(message => message.View.Id).Order()));

    [Fact]
    public void Everybody_has_other_words_and_no_open_slots()
    {
        Assert.True(DemoFiles.Talks.Count >= 60);
        Assert.All(
            Leads.SelectMany(lead => lead.Conversation?.Messages ?? []),
            message => Assert.DoesNotMatch(@"\{\w+\}", message.View.Text));
        var emails = Leads.SelectMany(lead => lead.Facts).Where(fact => fact.Field == "email").Select(fact => fact.Value.Text).ToList();
        Assert.Equal(emails.Count, emails.Distinct().Count());
    }
}
