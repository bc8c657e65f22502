using FsCheck;
using FsCheck.Fluent;
using LeadHeat.Core.Retrieval;

namespace LeadHeat.Tests.Core.Retrieval;

public sealed class RecentWordsTests
{
    [Fact]
    public void A_word_that_is_asked_again_and_again_is_made_once_and_one_asked_long_ago_is_forgotten()
    {
        var made = new Dictionary<string, int>();
        RecentWords<string> words = new(10);
        string Ask(string word) => words.Get(word, key =>
        {
            made[key] = made.GetValueOrDefault(key) + 1;
            return key.ToUpperInvariant();
        });

        Ask("old");
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal("RENT", Ask("rent"));
            Ask($"word{i}");
        }

        Ask("old");
        Assert.Equal((1, 2), (made["rent"], made["old"]));
    }

    [Fact]
    public void The_product_of_small_numbers_is_the_same_as_added_one_by_one()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<sbyte[]>(), numbers =>
        {
            sbyte[] some = [.. numbers.Where(number => number > sbyte.MinValue)];
            sbyte[] others = [.. some.Reverse()];
            var sums = new float[some.Length];
            Vectors.Add(sums, 0.5f, some);

            return Vectors.Dot(some, others) == some.Zip(others, (a, b) => a * b).Sum() && sums.SequenceEqual(some.Select(number => number * 0.5f));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_product_of_the_greatest_numbers_does_not_run_over()
    {
        sbyte[] most = [.. Enumerable.Repeat((sbyte)127, 256)];

        Assert.Equal(256 * 127 * 127, Vectors.Dot(most, most));
    }
}
