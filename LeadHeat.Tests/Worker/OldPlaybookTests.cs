using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Records;
using LeadHeat.Tests.Core;
using LeadHeat.Worker.Agent;

namespace LeadHeat.Tests.Worker;

/// <summary>A turn runs again with the playbook of its time, whatever the playbook says by now.</summary>
public sealed class OldPlaybookTests
{
    [Fact]
    public async Task A_turn_comes_out_equal_after_an_edit_when_it_brings_its_playbook_and_different_without()
    {
        var edited = Edited(Shipped.RealEstate);
        using var then = new AgentUnderTest();
        using var now = new AgentUnderTest(playbooks: edited);
        var turn = Build.Turn("a 2BHK in Whitefield under 2 Cr");
        var first = RecordPacking.Unpack((await then.AnswerAsync(turn)).Record!);

        var again = await now.AnswerAsync(turn with { Rerun = new("built-in", first.Tools, PlaybookPacking.Pack(Shipped.RealEstate)) });
        var today = await now.AnswerAsync(turn with { Rerun = new("built-in", first.Tools) });

        Assert.Empty(RecordComparison.Between(first, RecordPacking.Unpack(again.Record!)));
        Assert.Equal(first.Versions.PlaybookVersion, RecordPacking.Unpack(again.Record!).Versions.PlaybookVersion);
        Assert.NotEmpty(RecordComparison.Between(first, RecordPacking.Unpack(today.Record!)));
        Assert.Contains("EDITED", today.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public void A_playbook_that_was_kept_has_the_version_that_it_had()
    {
        foreach (var playbook in Shipped.Playbooks.All)
        {
            var kept = PlaybookPacking.Unpack(playbook.Name, PlaybookPacking.Pack(playbook));

            Assert.Equal((playbook.Name, playbook.Version, playbook.Replies.Count), (kept.Name, kept.Version, kept.Replies.Count));
            Assert.Equal(playbook.Synonyms.Of("price of the machine"), kept.Synonyms.Of("price of the machine"));
        }
    }

    /// <summary>A playbook that says of matches something that it never said.</summary>
    internal static PlaybookLibrary Edited(Playbook playbook) =>
        PlaybookLibrary.FromFiles(playbook.Files.Select(file => (file.Path, file.Text.Replace("\"some_matches\": [", "\"some_matches\": [\"EDITED {count}, {prices}.\"], \"was_some_matches\": [", StringComparison.Ordinal))));
}
