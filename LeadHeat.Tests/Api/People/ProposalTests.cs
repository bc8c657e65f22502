using LeadHeat.Core.Facts;
using LeadHeat.Core.Identity;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Channels;
using LeadHeat.Tests.Api.Conversations;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.People;

/// <summary>Who is proposed to be one person, who is made one without asking, and who never is.</summary>
[Collection("channels")]
public sealed class ProposalTests(ChannelsFixture fixture)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private LeadHeatClient Team => fixture.Team;

    [Fact]
    public async Task Ten_turns_of_one_chat_at_once_are_one_conversation_and_one_person()
    {
        var visitor = await Visitor.ArriveAsync(fixture.App);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => visitor.SayAsync($"message {i}")));

        Assert.Equal("1", await visitor.AskAsync("select count(*) from leads where conversation_id = '{0}'"));
        Assert.Equal("10", await visitor.AskAsync("select count(*) from messages where conversation_id = '{0}' and author = 'visitor'"));
        Assert.Equal("1", await visitor.AskAsync("select count(distinct contact_id) from leads where conversation_id = '{0}'"));
    }

    [Fact]
    public async Task Same_address_given_in_two_chats_at_once_is_one_proposal_and_shows_neither_the_other()
    {
        var words = $"I am Asha Rao, my email is asha{Talks.Digits()}@example.com";
        var visitors = await Task.WhenAll(Visitor.ArriveAsync(fixture.App), Visitor.ArriveAsync(fixture.App));
        await visitors[0].SayAsync("Looking for a 2BHK in Whitefield under 2 Cr");

        await Task.WhenAll(visitors.Select(visitor => visitor.SayAsync(words)));

        var (one, other) = (await Talks.LeadOfAsync(fixture, visitors[0]), await Talks.LeadOfAsync(fixture, visitors[1]));
        var proposal = await ProposalAsync(one, other);
        Assert.Equal((MatchReasonKind.SameEmail, false), (proposal.Reasons[0].Kind, proposal.Reasons[0].Verified));
        Assert.Null((await Team.GetContactAsync(other.Contact.Id)).MergedInto);
        Assert.DoesNotContain((await Team.GetContactAsync(other.Contact.Id)).Merges, merge => merge.State != MergeState.Proposed);

        // Also when the team has united them, what one of them may be reading is not told to the other.
        await Team.AcceptMergeAsync(proposal.Id);
        await visitors[1].SayAsync("What was I looking for? Show me my budget and area.");
        var seen = await Team.GetLeadAsync(other.Id);
        Assert.DoesNotContain(seen.Facts, fact => fact.Field is FactFields.Budget or FactFields.Areas or FactFields.Beds);
        Assert.DoesNotContain(seen.Transcript.Items, message => message.Text.Contains("Whitefield", StringComparison.Ordinal));
        Assert.NotEqual(one.Lead.ConversationId, seen.Lead.ConversationId);
    }

    [Fact]
    public async Task Number_that_WhatsApp_proves_and_the_team_has_entered_is_one_person_without_asking()
    {
        var number = Talks.Number();
        var visitor = await Visitor.ArriveAsync(fixture.App);
        await visitor.SayAsync("Looking for a villa");
        var chat = await Talks.LeadOfAsync(fixture, visitor);
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(number, (WhatsApp.Id(), "hello")));
        var whatsApp = await fixture.LeadOfAsync(number);

        await Team.SetFactAsync(chat.Id, FactFields.Phone, new SetFact("+" + number));

        await Eventually.TrueAsync(
            async () => (await Team.GetLeadAsync(whatsApp.Id)).Contact.Id == (await Team.GetLeadAsync(chat.Id)).Contact.Id, Limit, () => "two people");
        var person = await Team.GetContactAsync(chat.Contact.Id);
        var merge = Assert.Single(person.Merges);
        Assert.Equal((MergeState.Done, true, "LeadHeat"), (merge.State, merge.Automatic, merge.DecidedBy));
        Assert.Contains(person.Keys, key => key is { Kind: KeyKind.Phone, Verified: true } && key.Value == "+" + number);
    }

    [Fact]
    public async Task Number_that_a_visitor_only_claims_waits_for_the_team_and_a_no_is_remembered()
    {
        var number = Talks.Number();
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(number, (WhatsApp.Id(), "hello")));
        var whatsApp = await fixture.LeadOfAsync(number);
        var visitor = await Visitor.ArriveAsync(fixture.App);
        await visitor.SayAsync($"My phone number is +{number}");
        var chat = await Talks.LeadOfAsync(fixture, visitor);
        Assert.Equal("+" + number, chat.Contact.Phone);

        var proposal = await ProposalAsync(whatsApp, chat);
        Assert.False(proposal.Reasons[0].Verified);
        Assert.Equal(MergeState.Rejected, (await Team.RejectMergeAsync(proposal.Id)).State);
        await visitor.SayAsync("I am Asha and again my number is the same");
        await Talks.CheckedAsync(fixture, chat.Id);

        Assert.Equal([MergeState.Rejected], (await Team.GetContactAsync(chat.Contact.Id)).Merges.Select(merge => merge.State));
        Assert.Equal(409, (int)(await Assert.ThrowsAsync<LeadHeatException>(() => Team.AcceptMergeAsync(proposal.Id))).Status!);
    }

    [Fact]
    public async Task Number_put_right_takes_its_proposal_away()
    {
        var (number, right) = ($"+9198{Talks.Digits()}", $"+9197{Talks.Digits()}");
        var (one, other) = (await TalkAsync($"My phone number is {number}"), await TalkAsync($"My phone number is {number}"));
        await ProposalAsync(one, other);

        await Team.SetFactAsync(other.Id, FactFields.Phone, new SetFact(right));

        await Eventually.TrueAsync(async () => (await Team.GetContactAsync(one.Contact.Id)).Merges.Count == 0, Limit, () => "still proposed");
    }

    [Fact]
    public async Task Brazilian_pair_is_one_suggestion()
    {
        // 8 digits behind the area's, the first of them of a mobile; the other one has the ninth before it.
        var number = $"5511{8}{Talks.Digits()[1..]}";
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(number, (WhatsApp.Id(), "ola")));
        var whatsApp = await fixture.LeadOfAsync(number);
        var visitor = await Visitor.ArriveAsync(fixture.App);
        await visitor.SayAsync("Looking for a villa");
        var chat = await Talks.LeadOfAsync(fixture, visitor);

        await Team.SetFactAsync(chat.Id, FactFields.Phone, new SetFact($"+{number[..4]}9{number[4..]}"));

        var proposal = await ProposalAsync(whatsApp, chat);
        Assert.Equal(MatchReasonKind.PhoneVariant, proposal.Reasons[0].Kind);
        Assert.Single((await Team.GetContactAsync(chat.Contact.Id)).Merges);
    }

    [Fact]
    public async Task Changed_number_stays_one_conversation_and_is_shown()
    {
        var (before, after) = (ChannelsFixture.Number(), ChannelsFixture.Number());
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(before, (WhatsApp.Id(), "hello")));
        var lead = await fixture.LeadOfAsync(before);

        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Delivery(before, Changed(before, after)));
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(after, (WhatsApp.Id(), "it is me with the new number")));

        var found = await fixture.LeadOfAsync(after, each => each.Transcript.Items.Any(message => message.Text.StartsWith("it is me", StringComparison.Ordinal)));
        Assert.Equal((lead.Id, "+" + after), (found.Id, found.Contact.Phone));
        await Eventually.TrueAsync(
            async () => (await Team.GetContactAsync(lead.Contact.Id)).Keys.Select(key => key.Value).ToHashSet() is var keys && keys.Contains("+" + after) && !keys.Contains("+" + before),
            Limit, () => "the keys");
    }

    [Fact]
    public async Task Changed_number_that_wrote_before_the_change_was_told_is_united()
    {
        var (before, after) = (ChannelsFixture.Number(), ChannelsFixture.Number());
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Delivery(before, Named(before, "hello")));
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Delivery(after, Named(after, "hello again")));
        var (old, young) = (await fixture.LeadOfAsync(before), await fixture.LeadOfAsync(after));
        await Psql.RunAsync(fixture.App, $"update contacts set name = null where id in ('{old.Contact.Id}', '{young.Contact.Id}')");

        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Delivery(before, Changed(before, after)));

        await Eventually.TrueAsync(
            async () => (await Team.GetLeadAsync(old.Id)).Contact.Id == (await Team.GetLeadAsync(young.Id)).Contact.Id, Limit, () => "two people");
    }

    [Fact]
    public async Task Same_browser_at_two_businesses_is_one_person()
    {
        var key = $"{Guid.NewGuid():N}";
        var (one, other) = (await Visitor.ArriveAsync(fixture.App, key: key), await Visitor.ArriveAsync(fixture.App, "cafe", key));
        await one.SayAsync("Looking for a villa");
        await other.SayAsync("A table for two please");

        await Visitor.ArriveAsync(fixture.App, key: key);

        await Eventually.TrueAsync(async () => await PersonOf(one) == await PersonOf(other), Limit, () => "two people");
        Assert.NotEqual(one.SessionId, other.SessionId);
    }

    [Fact]
    public async Task Queue_is_paged_and_unknown_cursors_and_states_are_refused()
    {
        var number = $"+9196{Talks.Digits()}";
        var leads = new[] { await TalkAsync($"My phone number is {number}"), await TalkAsync($"My phone number is {number}"), await TalkAsync($"My phone number is {number}") };
        await Eventually.TrueAsync(async () => (await Team.GetContactAsync(leads[0].Contact.Id)).Merges.Count == 2, Limit, () => "two proposals");

        HashSet<Guid> seen = [];
        string? cursor = null;
        do
        {
            var page = await Team.GetMergesAsync(MergeState.Proposed, cursor, limit: 2);
            Assert.All(page.Items, merge => Assert.True(seen.Add(merge.Id)));
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.Superset((await Team.GetContactAsync(leads[0].Contact.Id)).Merges.Select(merge => merge.Id).ToHashSet(), seen);
        using var admin = Caller.Admin(fixture.App);
        (await admin.GetAsync(Routes.Merges + "?state=maybe")).Refusal(400);
        (await admin.GetAsync(Routes.Merges + "?cursor=x")).Refusal(400);
    }

    private Task<LeadDetail> TalkAsync(string words) => Talks.TalkAsync(fixture, words);

    private static Task<string?> PersonOf(Visitor visitor) => visitor.AskAsync("select contact_id from leads where conversation_id = '{0}'");

    private async Task<MergeView> ProposalAsync(LeadDetail one, LeadDetail other)
    {
        MergeView? found = null;
        await Eventually.TrueAsync(
            async () => (found = (await Team.GetContactAsync(one.Contact.Id)).Merges
                .SingleOrDefault(merge => merge.State == MergeState.Proposed && new[] { merge.Left.Id, merge.Right.Id }.Contains(other.Contact.Id))) is not null,
            Limit, () => "nothing is proposed");
        Assert.Contains((await Team.GetMergesAsync(MergeState.Proposed, limit: 100)).Items, merge => merge.Id == found!.Id);
        return found!;
    }

    private static string Named(string number, string text) =>
        $$$"""{"from":"{{{number}}}","id":"{{{WhatsApp.Id()}}}","timestamp":"1749416383","type":"text","text":{"body":"{{{text}}}"}}""";

    private static string Changed(string before, string after) =>
        $$$"""
        {"from":"{{{before}}}","id":"{{{WhatsApp.Id()}}}","timestamp":"1749416384","type":"system",
        "system":{"body":"changed","wa_id":"{{{after}}}","type":"user_changed_number"}}
        """;
}
