using LeadHeat.Core.Facts;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>How many places are found with typing errors in their names; the same errors every time.</summary>
public sealed class PlaceTypoTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const int ErrorsEach = 25;

    private static readonly string[] Frames =
        ["looking for a flat in {0}", "2 bhk in {0} under 2 cr", "{0}", "any villa near {0}?", "we want to move to {0} in 3 months", "3bhk {0} 1.5cr", "My preferred area is {0}"];

    [Theory]
    [InlineData(1, 5, 0.995, 0.002)]
    [InlineData(2, 8, 0.985, 0.005)]
    public void A_name_with_typing_errors_is_still_found(int errors, int shortest, double found, double wrong)
    {
        var dice = new Random(errors);
        List<string> lines = [];
        var (all, right, other) = (0, 0, 0);
        foreach (var area in Shipped.RealEstate.Cities.SelectMany(city => city.Areas).Where(area => area.Name.Count(char.IsLetter) >= shortest))
        {
            for (var i = 0; i < ErrorsEach; i++)
            {
                var name = area.Name.ToLowerInvariant();
                for (var error = 0; error < errors; error++)
                    name = Mistyped(name, dice);
                var areas = Said.RealEstate(string.Format(Frames[dice.Next(Frames.Length)], name)).Find(FactFields.Areas)?.Value.Items ?? [];
                all++;
                right += areas.SequenceEqual([area.Name]) ? 1 : 0;
                other += areas.Count > 0 && !areas.SequenceEqual([area.Name]) ? 1 : 0;
                if (!areas.SequenceEqual([area.Name]))
                    lines.Add($"{name}: {string.Join(", ", areas)}, not {area.Name}");
            }
        }

        output.WriteLine($"{errors} errors: {right} of {all} right ({(double)right / all:P2}), {other} wrong\n{string.Join('\n', lines)}");
        Assert.True(right >= all * found && other <= all * wrong, $"{right} of {all} right, {other} wrong:\n{string.Join('\n', lines)}");
    }

    [Theory]
    [InlineData("hot springs and green meadows")]
    [InlineData("The springs of the mattress hurt my back")]
    [InlineData("we discover gardens everywhere")]
    [InlineData("within 3 business days, no problem")]
    [InlineData("I'm Marina and I like the motor show in the city")]
    [InlineData("mujhe ek accha ghar chahiye jaldi")]
    [InlineData("I was in Mumbai, Pune and Sharjah last week")]
    public void Ordinary_words_are_no_places(string text) => Assert.Null(Said.Display(FactFields.Areas, text));

    private static string Mistyped(string name, Random dice)
    {
        while (true)
        {
            var at = dice.Next(name.Length);
            var (before, letter, after) = (name[..at], name[at], name[(at + 1)..]);
            var any = (char)('a' + dice.Next(26));
            var typed = dice.Next(6) switch
            {
                0 when after.Length > 0 && after[0] != letter && after[0] != ' ' && letter != ' ' => before + after[0] + letter + after[1..],
                1 when letter != ' ' => before + after,
                2 => before + letter + letter + after,
                3 when letter != ' ' && any != letter => before + any + after,
                4 => before + any + letter + after,
                5 when letter == ' ' => before + after,
                _ => name,
            };
            if (typed != name && typed.Trim() == typed && !typed.Contains("  ", StringComparison.Ordinal))
                return typed;
        }
    }
}
