using System.Text;
using LeadHeat.Core.Retrieval;

namespace LeadHeat.Tests.Core.Retrieval;

public sealed class KinshipTests
{
    private const int Rows = 2_000;
    private readonly Vocabulary _vocabulary = new();

    [Fact]
    public void A_question_is_judged_the_same_however_many_ask_at_once_and_how_often()
    {
        var kinship = Of(out var rows);
        float[] Judge() => [.. Enumerable.Range(0, rows.Length).Select(row => kinship.Judge(row, kinship.Ask("rent of a garden", "lease")).Words)];
        var first = Judge();

        Assert.All(Enumerable.Range(0, 8).AsParallel().Select(_ => Judge()).ToArray(), again => Assert.Equal(first, again));
        Assert.Contains(first, share => share > 0);
    }

    [Fact]
    public void Rows_that_have_the_word_itself_are_judged_higher_than_those_with_a_near_one()
    {
        var kinship = Of(out var rows);
        var asked = kinship.Ask("rent", "");

        // Row 0 has "rent", row 1 "lease", row 2 neither.
        Assert.True(kinship.Judge(0, asked).Words > kinship.Judge(1, asked).Words);
        Assert.True(kinship.Judge(1, asked).Words > kinship.Judge(2, asked).Words);
        Assert.Equal(Rows, rows.Length);
    }

    private Kinship Of(out (TermCount[] Terms, float Length)[] rows)
    {
        string[] words = ["rent", "lease", "garden", "pool"];
        rows = [.. Enumerable.Range(0, Rows).Select(at => new IndexRow<string>("", [new(words[at % words.Length] + " house", 1)], _vocabulary, [])).Select(row => (row.Terms, row.Length))];
        return new(rows, new Bm25(rows, _vocabulary, null), _vocabulary, Vectors());
    }

    // "lease" lies near "rent", the others at right angles to both.
    private static WordVectors Vectors()
    {
        const int Dimensions = 64;
        string[] names = ["garden", "leas", "pool", "rent"];
        var vectors = new sbyte[names.Length * Dimensions];
        (vectors[0], vectors[Dimensions + 1], vectors[Dimensions + 2], vectors[(2 * Dimensions) + 3], vectors[(3 * Dimensions) + 1]) = (100, 100, 60, 100, 100);
        var text = Encoding.ASCII.GetBytes(string.Join('\n', names));
        byte[] file = [.. BitConverter.GetBytes(names.Length), .. BitConverter.GetBytes(Dimensions), .. BitConverter.GetBytes(text.Length), .. text, .. vectors.Select(number => (byte)number)];
        return new(file);
    }
}
