using System.Text;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Identity;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Uploads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Channels;
using LeadHeat.Tests.Api.People;

namespace LeadHeat.Tests.Api.Privacy;

/// <summary>Anybody can type somebody's address: that gives neither a copy of their data nor a way to have it deleted.</summary>
[Collection("channels")]
public sealed class ClaimedAddressTests(ChannelsFixture fixture)
{
    private readonly string _hers = "pergola " + Talks.Word();
    private readonly string _claimed = "gazebo " + Talks.Word();
    private readonly string _address = $"zoe.{Guid.NewGuid():N}@example.com";

    private LeadHeatClient Team => fixture.Team;

    [Fact]
    public async Task Who_claims_an_address_takes_nobody_else_along()
    {
        var (zoe, mallory) = await TwoAsync();

        var export = await ExportAsync(mallory);
        Assert.Contains(_claimed, export, StringComparison.Ordinal);
        Assert.DoesNotContain(_hers, export, StringComparison.Ordinal);
        Assert.DoesNotContain("Quill", export, StringComparison.Ordinal);
        Assert.DoesNotContain(_claimed, await ExportAsync(zoe), StringComparison.Ordinal);
        Assert.Equal((1, "Mallory Crook"), await Team.DeletePersonAsync(mallory.Contact.Id) is var deleted ? (deleted.People, deleted.Name) : default);
        await Team.ErasePersonAsync(mallory.Contact.Id);

        Assert.Equal([], await Stores.FindAsync(fixture.App, _claimed));
        Assert.Equal(_address, (await Team.GetLeadAsync(zoe.Id)).Contact.Email);
        // The address is not barred: it is hers.
        Assert.Equal((1L, 0L), await RowsOfFileAsync());
    }

    [Fact]
    public async Task Who_has_proven_an_address_stays_deleted_though_somebody_else_claims_it()
    {
        var (zoe, mallory) = await TwoAsync();

        Assert.Equal(1, (await Team.DeletePersonAsync(zoe.Contact.Id)).People);
        await Team.ErasePersonAsync(zoe.Contact.Id);

        Assert.Equal([], await Stores.FindAsync(fixture.App, _hers));
        Assert.Equal(_address, (await Team.GetLeadAsync(mallory.Id)).Contact.Email);
        Assert.Equal((0L, 1L), await RowsOfFileAsync());
    }

    [Fact]
    public async Task Who_was_parted_again_is_no_part_of_the_other_one_s_copy()
    {
        var (zoe, mallory) = await TwoAsync();
        var merge = await Team.MergeContactsAsync(zoe.Contact.Id, mallory.Contact.Id);
        Assert.Contains(_claimed, await ExportAsync(zoe), StringComparison.Ordinal);

        Assert.Equal(MergeState.Undone, (await Team.UndoMergeAsync(merge.Id)).State);

        Assert.DoesNotContain(_claimed, await ExportAsync(zoe), StringComparison.Ordinal);
        Assert.Equal(1, (await Team.DeletePersonAsync(mallory.Contact.Id)).People);
    }

    private async Task<(LeadDetail Zoe, LeadDetail Mallory)> TwoAsync()
    {
        var zoe = await Talks.TalkAsync(fixture, $"I am Zoe Quill, 2 bhk in Whitefield with a {_hers}");
        await Team.SetFactAsync(zoe.Id, FactFields.Email, new SetFact(_address));
        var mallory = await Talks.TalkAsync(fixture, $"I am Mallory Crook, my email is {_address}, I want a {_claimed}");
        await Talks.CheckedAsync(fixture, zoe.Id);
        Assert.Equal(_address, mallory.Contact.Email);
        return (zoe, mallory);
    }

    private async Task<string> ExportAsync(LeadDetail lead)
    {
        using var http = Clients.Http(fixture.App, fixture.App.AdminKey);
        return await http.GetStringAsync($"{Routes.Contact(lead.Contact.Id)}/export");
    }

    private async Task<(long Ok, long Rejected)> RowsOfFileAsync()
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes($"name,email\nZoe Quill,{_address}\n"));
        var upload = await Team.UploadAsync("people.csv", file, OnDuplicate.Separate, "real-estate", start: true);
        await Eventually.TrueAsync(
            async () => (upload = await Team.GetUploadAsync(upload.Id)).State is not UploadState.Importing, TimeSpan.FromSeconds(60), () => $"it is {upload.State}");
        return (upload.RowsOk, upload.RowsRejected);
    }
}
