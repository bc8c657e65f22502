using System.Net;
using LeadHeat.Core.Identity;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Channels;
using LeadHeat.Tests.Api.People;

namespace LeadHeat.Tests.Api.Privacy;

/// <summary>Two who were made one person go together, and come back together.</summary>
[Collection("channels")]
public sealed class MergedDeletionTests(ChannelsFixture fixture)
{
    private readonly string[] _phrases = ["pergola " + Talks.Word(), "gazebo " + Talks.Word(), "orangery " + Talks.Word(), "belvedere " + Talks.Word()];

    private LeadHeatClient Team => fixture.Team;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_was_united_is_erased_with_the_other_whichever_of_the_two_is_named(bool survivor)
    {
        var (one, other, _) = await UnitedAsync();
        string[] words = [.. _phrases, one.Contact.Email!, other.Contact.Email!];
        var before = await Stores.FindAsync(fixture.App, words);
        Assert.All(words, word => Assert.Contains(before, found => found.StartsWith(word, StringComparison.OrdinalIgnoreCase)));
        var named = survivor ? one.Contact.Id : other.Contact.Id;

        Assert.Equal(2, (await Team.DeletePersonAsync(named)).People);
        foreach (var lead in (LeadDetail[])[one, other])
            Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<LeadHeatException>(() => Team.GetLeadAsync(lead.Id))).Status);
        await Team.ErasePersonAsync(named);

        Assert.Equal([], await Stores.FindAsync(fixture.App, words));
    }

    [Fact]
    public async Task Who_is_restored_is_still_united_and_can_be_parted()
    {
        var (one, other, merge) = await UnitedAsync();
        await Team.DeletePersonAsync(one.Contact.Id);

        await Team.RestorePersonAsync(one.Contact.Id);

        Assert.Equal(new[] { one.Id, other.Id }.Order(), (await Team.GetContactAsync(one.Contact.Id)).Leads.Select(lead => lead.Id).Order());
        Assert.Equal(MergeState.Undone, (await Team.UndoMergeAsync(merge.Id)).State);
        Assert.Equal((other.Id, other.Contact.Email), (await Team.GetContactAsync(other.Contact.Id)) is { Leads: [var lead] } parted ? (lead.Id, parted.Email) : default);
    }

    [Fact]
    public async Task Who_was_parted_again_stays_when_the_other_one_goes()
    {
        var (one, other, merge) = await UnitedAsync();
        await Team.UndoMergeAsync(merge.Id);

        await Team.DeletePersonAsync(one.Contact.Id);
        await Team.ErasePersonAsync(one.Contact.Id);

        Assert.Equal(other.Contact.Email, (await Team.GetLeadAsync(other.Id)).Contact.Email);
        Assert.DoesNotContain(await Stores.FindAsync(fixture.App, _phrases[0], _phrases[2], one.Contact.Email!), _ => true);
    }

    private async Task<(LeadDetail One, LeadDetail Other, MergeView Merge)> UnitedAsync()
    {
        var one = await Talks.TalkAsync(fixture, $"2 bhk in Whitefield with a {_phrases[0]}, I am Asha Rao, asha{{0}}@example.com");
        var other = await Talks.TalkAsync(fixture, $"2 bhk in Indiranagar with a {_phrases[1]}, I am Priya Nair, priya{{0}}@example.com");
        await Team.AddTaskAsync(one.Id, new AddTask($"Show the {_phrases[2]}"));
        await Team.AddTaskAsync(other.Id, new AddTask($"Show the {_phrases[3]}"));
        var merge = await Team.MergeContactsAsync(one.Contact.Id, other.Contact.Id);
        await Team.ChangeLeadAsync(other.Id, new ChangeLead(LeadStatus.Lost, LostReason: LostReasons.Duplicate));
        return (one, other, merge);
    }
}
