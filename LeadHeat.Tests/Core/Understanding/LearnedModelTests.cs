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
        Keep(_folder);

        var again = Read(_folder);

        Assert.NotNull(again);
        Assert.True(Models.Zip(again).All(pair => pair.First!.Weights.SequenceEqual(pair.Second!.Weights)));
    }

    [Fact]
    public void A_file_that_is_not_whole_is_none()
    {
        Keep(_folder);
        var file = Assert.Single(Directory.GetFiles(_folder));
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);

        Assert.Null(Read(_folder));

        File.WriteAllBytes(file, bytes[..10]);

        Assert.Null(Read(_folder));
    }

    [Fact]
    public void What_another_version_of_a_playbook_taught_is_not_read_and_makes_room()
    {
        ModelFile.Write(_folder, Shipped.RealEstate.Name, "another", Models);

        Assert.Null(Read(_folder));

        Keep(_folder);

        Assert.Single(Directory.GetFiles(_folder));
        Assert.NotNull(Read(_folder));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_keeps_nothing_and_stops_nobody()
    {
        var file = Path.Combine(_folder, "no-folder");
        File.WriteAllText(file, "");

        Keep(file);

        Assert.Null(Read(file));
    }

    [Fact]
    public void Who_asks_at_the_same_time_gets_the_same()
    {
        var playbook = Shipped.RealEstate with { Examples = new([], [], [], [], []) };
        var model = new LearnedModel();
        var found = new MessageModel[16];

        Parallel.For(0, found.Length, at => found[at] = model.Of(playbook));

        Assert.Single(found.Distinct());
    }

    [Fact]
    public void Copies_of_a_playbook_share_what_it_teaches() => Assert.Same(Shipped.RealEstate.Model, (Shipped.RealEstate with { Region = "AE" }).Model);

    [Fact]
    public void Whose_values_are_is_learned_once_and_read_at_the_next_start()
    {
        var first = Values().Learn(_folder);
        var file = Assert.Single(Directory.GetFiles(_folder));
        var written = File.GetLastWriteTimeUtc(file);

        var second = Values().Learn(_folder);

        Assert.Equal(written, File.GetLastWriteTimeUtc(file));
        Assert.True(first.Zip(second).All(pair => pair.First is null ? pair.Second is null : pair.First.Weights.SequenceEqual(pair.Second!.Weights)));
        Assert.Contains(first, model => model is not null);

        Values("can do {+2 cr}, not {-3 cr}").Learn(_folder);

        Assert.NotEqual(file, Assert.Single(Directory.GetFiles(_folder)));
    }

    private static ValueModels Values(params string[] more) =>
        new(new Dictionary<ValueKind, IReadOnlyList<MarkedText>> { [ValueKind.Amounts] = [.. more.Append("my cousin paid {-1.9 cr}, we can do {+1.6 cr}").Select(text => MarkedText.Parse(text)!)] });

    private static LinearModel?[] Models => [Shipped.RealEstate.Model.Intents, Shipped.RealEstate.Model.Sentiments, Shipped.RealEstate.Model.Orders];

    private static void Keep(string folder) => ModelFile.Write(folder, Shipped.RealEstate.Name, Shipped.RealEstate.Version, Models);

    private static LinearModel?[]? Read(string folder) => ModelFile.Read(folder, Shipped.RealEstate.Name, Shipped.RealEstate.Version);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
