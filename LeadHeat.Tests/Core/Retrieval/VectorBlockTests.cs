using FsCheck;
using FsCheck.Fluent;
using LeadHeat.Core.Retrieval;

namespace LeadHeat.Tests.Core.Retrieval;

public sealed class VectorBlockTests
{
    private static readonly Gen<float> Numbers = Gen.OneOf(Gen.Choose(-1000, 1000).Select(number => number / 100f), Gen.Constant(0f), Gen.Elements(0.001f, -0.001f, 1f));

    private static readonly Gen<float[][]> Blocks = Gen.Choose(1, 60).SelectMany(count => Numbers.ArrayOf(64).Select(Unit).ArrayOf(count));

    [Fact]
    public void The_nearest_are_the_nearest_in_full_precision_for_any_vectors() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(
        Blocks.Zip(Numbers.ArrayOf(64).Select(Unit)).Zip(Gen.Choose(1, 12)).ToArbitrary(), given =>
    {
        var ((vectors, query), count) = given;
        var block = new VectorBlock(vectors, 64);

        Assert.Equal(block.NearestInFullPrecision(query, count), block.Nearest(query, count, []));
    }));

    [Fact]
    public void What_is_not_allowed_is_not_found()
    {
        var block = new VectorBlock([.. Enumerable.Range(1, 40).Select(number => Unit([.. Enumerable.Range(1, 64).Select(at => (float)Math.Sin(number * at))]))], 64);
        byte[] allowed = [.. Enumerable.Range(0, 40).Select(row => (byte)(row % 4 == 0 ? 1 : 0))];

        var found = block.Nearest(Unit([.. Enumerable.Range(1, 64).Select(at => (float)Math.Sin(at))]), 20, allowed);

        Assert.Equal(10, found.Count);
        Assert.All(found, near => Assert.Equal(0, near.Row % 4));
    }

    [Fact]
    public void A_vector_of_another_length_is_refused() =>
        Assert.Contains("of length 128", Assert.Throws<ArgumentException>(() => new VectorBlock([new float[64], new float[128]], 64)).Message, StringComparison.Ordinal);

    private static float[] Unit(float[] vector)
    {
        Vectors.MakeUnit(vector);
        return vector;
    }
}
