using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding.Classifying;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

public sealed class LearnedModelTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("leadheat-cache-").FullName;

    [Fact]
    public void What_was_learned_is_read_as_it_was()
    {
        ModelFile.Write(_folder, Shipped.RealEstate, Shipped.RealEstate.Model);

        var again = ModelFile.Read(_folder, Shipped.RealEstate);

        Assert.NotNull(again);
        Assert.True(again.Intents!.Weights.SequenceEqual(Shipped.RealEstate.Model.Intents!.Weights));
        Assert.True(again.Sentiments!.Weights.SequenceEqual(Shipped.RealEstate.Model.Sentiments!.Weights));
        Assert.True(again.Orders!.Weights.SequenceEqual(Shipped.RealEstate.Model.Orders!.Weights));
        Assert.Equal(Shipped.RealEstate.Model.Classes.Names, again.Classes.Names);
    }

    [Fact]
    public void A_file_that_is_not_whole_is_none()
    {
        ModelFile.Write(_folder, Shipped.RealEstate, Shipped.RealEstate.Model);
        var file = Assert.Single(Directory.GetFiles(_folder));
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);

        Assert.Null(ModelFile.Read(_folder, Shipped.RealEstate));

        File.WriteAllBytes(file, bytes[..10]);

        Assert.Null(ModelFile.Read(_folder, Shipped.RealEstate));
    }

    [Fact]
    public void What_another_version_of_a_playbook_taught_is_not_read_and_makes_room()
    {
        ModelFile.Write(_folder, Shipped.RealEstate with { Version = "another" }, Shipped.RealEstate.Model);

        Assert.Null(ModelFile.Read(_folder, Shipped.RealEstate));

        ModelFile.Write(_folder, Shipped.RealEstate, Shipped.RealEstate.Model);

        Assert.Single(Directory.GetFiles(_folder));
        Assert.NotNull(ModelFile.Read(_folder, Shipped.RealEstate));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_keeps_nothing_and_stops_nobody()
    {
        var file = Path.Combine(_folder, "no-folder");
        File.WriteAllText(file, "");

        ModelFile.Write(file, Shipped.RealEstate, Shipped.RealEstate.Model);

        Assert.Null(ModelFile.Read(file, Shipped.RealEstate));
    }

    [Fact]
    public void Who_asks_at_the_same_time_gets_the_same()
    {
        var playbook = Shipped.RealEstate with { Examples = new([], [], [], []) };
        var model = new LearnedModel();
        var found = new MessageModel[16];

        Parallel.For(0, found.Length, at => found[at] = model.Of(playbook));

        Assert.Single(found.Distinct());
    }

    [Fact]
    public void Copies_of_a_playbook_share_what_it_teaches() => Assert.Same(Shipped.RealEstate.Model, (Shipped.RealEstate with { Region = "AE" }).Model);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
