using FsCheck;
using FsCheck.Fluent;
using LeadHeat.Core.Retrieval;

namespace LeadHeat.Tests.Core.Retrieval;

public sealed class TopListTests
{
    [Fact]
    public void It_keeps_the_best_and_of_equal_ones_the_first() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(
        Gen.Elements(-2f, -1f, -0f, 0f, 0.5f, 1f, 3f, 1e-30f).ListOf().Zip(Gen.Choose(0, 12)).ToArbitrary(), given =>
    {
        var (scores, count) = given;
        var (one, all) = (new TopList(count), new TopList(count));
        for (var row = 0; row < scores.Count; row++)
            one.Offer(row, scores[row]);
        all.OfferAll([.. scores], float.NegativeInfinity);

        var expected = scores.Select((score, row) => new Near(row, score)).OrderByDescending(near => near.Cosine).ThenBy(near => near.Row).Take(count).ToList();
        Assert.Equal(expected, one.Sorted());
        Assert.Equal(expected, all.Sorted());
    }));
}
