using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Retrieval;

namespace LeadHeat.Tests.Core.Retrieval;

public sealed class SegmentedIndexTests
{
    private static readonly string[] Words = ["pool", "gym", "garden", "lake", "golf", "tower", "metro", "school"];

    private readonly Vocabulary _vocabulary = new();

    [Fact]
    public void After_many_changes_exactly_the_rows_that_are_left_are_found()
    {
        var random = new Random(7);
        List<IndexRow<string>> there = [.. Enumerable.Range(0, 200).Select(number => Row(number, random))];
        var index = new SegmentedIndex<string>(there, _vocabulary, LocalEmbedder.Dimensions);
        for (var round = 0; round < 100; round++)
        {
            IndexRow<string>[] leave = [.. there.Where(_ => random.Next(100) == 0)];
            IndexRow<string>[] come = [Row(1_000 + (2 * round), random), Row(1_001 + (2 * round), random)];
            there = [.. there.Except(leave), .. come];
            index = index.With([.. leave.Select(row => row.Item)], come);
        }

        foreach (var word in Words)
        {
            var found = index.Search(word, [], SearchMode.Lexical, 1_000, _ => true).Select(hit => hit.Row.Item).Order();
            Assert.Equal(there.Select(row => row.Item).Where(item => item.Contains(word, StringComparison.Ordinal)).Order(), found);
        }
    }

    [Fact]
    public void A_row_scores_the_same_in_the_little_segment_as_in_the_big_one()
    {
        var random = new Random(8);
        IndexRow<string>[] rows = [.. Enumerable.Range(0, 300).Select(number => Row(number, random))];
        var whole = new SegmentedIndex<string>(rows, _vocabulary, LocalEmbedder.Dimensions);
        var last = rows[^1];

        var moved = whole.With([last.Item], [last]);

        var question = last.Item.Split(' ')[1];
        float ScoreIn(SegmentedIndex<string> index) => index.Search(question, [], SearchMode.Lexical, 1_000, _ => true).Single(hit => hit.Row.Item == last.Item).Score;
        Assert.Equal(ScoreIn(whole), ScoreIn(moved), 1e-5f);
    }

    [Fact]
    public void A_word_that_nobody_had_before_is_found_at_once()
    {
        var index = new SegmentedIndex<string>([Row("1 pool gym")], _vocabulary, LocalEmbedder.Dimensions).With([], [Row("2 helipad")]);

        Assert.Equal("2 helipad", Assert.Single(index.Search("helipad", [], SearchMode.Hybrid, 5, _ => true)).Row.Item);
    }

    private IndexRow<string> Row(int number, Random random) => Row($"{number} {string.Join(' ', random.GetItems(Words, 4))}");

    private IndexRow<string> Row(string text) => new(text, [new(text, 1)], _vocabulary, []);
}
