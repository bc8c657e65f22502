using System.Diagnostics;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Rows that make careless matching take for ever: the longest message that is taken, made of one piece, is read at once.</summary>
public sealed class LongRowsTests
{
    private const int Longest = 4000;

    // A hundred times what it takes; what grows with the square or worse takes thousands of times.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public static TheoryData<string> Rows =>
    [
        "a", "1", "9 ", "1,", "0.", "a@", "a.", "@a.a", "+", "+9", "-", "--- ", "(", "((1", "\"", "'", " ", "\t\n", "\\", "%", "_", "$", "$1", "1 cr ", "2bhk ", "2 or ", "not ",
        "not or ", "1-", "1/1/", "12 12 ", "aA", "http://", "<a ", "<!--", "{{", "I am ", "my name is ", "call me at ", "looking for a ", "under ", "between 1 and ", "é", "\u0301", "👍", "\ud83d",
        "ا", "१", "x ", "whitefeild ", "dubai marinna ", "within 3 months of ", "?", "!?", "...", ", , ", "or/and ", "9845012345", "98450 ",
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Is_read_at_once(string piece)
    {
        var row = string.Concat(Enumerable.Repeat(piece, Longest / piece.Length + 1))[..Longest];
        var clock = Stopwatch.StartNew();

        foreach (var text in (string[])[row, row + "!", "budget " + row[..^10] + "x"])
            Said.RealEstate(text);

        Assert.True(clock.Elapsed < Limit, $"{clock.Elapsed.TotalSeconds:0.0} s");
    }
}
