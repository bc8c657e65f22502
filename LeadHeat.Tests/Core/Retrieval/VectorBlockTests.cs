using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
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

        Assert.Equal(block.NearestInFullPrecision(query, count), block.Nearest(query, count));
    }));

    // Hardly different from one another: far more are in doubt than are wanted, and many are equal.
    [Theory]
    [InlineData(1)]
    [InlineData(500)]
    [InlineData(40_000)]
    public void The_nearest_are_the_nearest_where_all_are_much_alike(int rows)
    {
        var random = new Random(rows);
        var middle = Vector(random, 1);
        float[] Near() => Unit([.. middle.Zip(Vector(random, 0.02f), (one, other) => one + other)]);
        var some = Enumerable.Range(0, 400).Select(_ => Near()).ToArray();
        var block = new VectorBlock([.. Enumerable.Range(0, rows).Select(row => some[row % some.Length])], 384);

        foreach (var count in (int[])[1, 10, 50])
        {
            var query = Near();
            Assert.Equal(block.NearestInFullPrecision(query, count), block.Nearest(query, count));
        }
    }

    [Fact]
    public void Only_the_rows_asked_for_are_found()
    {
        var random = new Random(3);
        var vectors = Enumerable.Range(0, 1000).Select(_ => Vector(random, 1)).ToArray();
        var block = new VectorBlock(vectors, 384);
        int[] rows = [.. Enumerable.Range(0, 1000).Where(row => row % 7 == 3)];
        var query = Vector(random, 1);

        var found = block.Nearest(query, 20, rows, rows.Length);

        Assert.Equal(rows.Select(row => new Near(row, block.Cosine(row, query))).OrderByDescending(near => near.Cosine).ThenBy(near => near.Row).Take(20), found);
    }

    [Fact]
    public void All_widths_multiply_alike_to_the_ends_of_the_numbers()
    {
        var random = new Random(4);
        byte[] question = [.. Enumerable.Range(0, 384).Select(at => at < 64 ? (byte)127 : (byte)random.Next(1, 128))];
        sbyte[] rows = [.. Enumerable.Range(0, 4 * 384).Select(at => at % 384 < 64 ? (sbyte)(at < 768 ? 127 : -127) : (sbyte)random.Next(-127, 128))];
        var expected = Enumerable.Range(0, 4).Select(row => Enumerable.Range(0, 384).Sum(at => question[at] * rows[(row * 384) + at])).ToArray();

        Assert.Equal(Vector128.Create(expected), RoundedProducts.Plain(question, ref rows[0], ref rows[384], ref rows[768], ref rows[1152]));
        if (Avx2.IsSupported)
            Assert.Equal(Vector128.Create(expected), RoundedProducts.Of256(question, ref rows[0], ref rows[384], ref rows[768], ref rows[1152]));
        if (Avx512BW.IsSupported)
            Assert.Equal(Vector128.Create(expected), RoundedProducts.Of512(question, ref rows[0], ref rows[384], ref rows[768], ref rows[1152]));
    }

    [Fact]
    public void A_vector_of_another_length_is_refused() =>
        Assert.Contains("of length 128", Assert.Throws<ArgumentException>(() => new VectorBlock([new float[64], new float[128]], 64)).Message, StringComparison.Ordinal);

    private static float[] Vector(Random random, float length) => [.. Unit([.. Enumerable.Range(0, 384).Select(_ => random.NextSingle() - 0.5f)]).Select(value => value * length)];

    private static float[] Unit(float[] vector)
    {
        Vectors.MakeUnit(vector);
        return vector;
    }
}
