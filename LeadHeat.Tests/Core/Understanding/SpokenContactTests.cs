using LeadHeat.Core.Facts;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Contacts as they are dictated, and taken back.</summary>
public sealed class SpokenContactTests
{
    private static readonly string[] Digits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    [Theory]
    [InlineData("9845012345", "+919845012345")]
    [InlineData("9900112233", "+919900112233")]
    [InlineData("0501112345", "+971501112345")]
    [InlineData("9988776655", "+919988776655")]
    public void A_dictated_number_is_written_in_E164(string number, string expected)
    {
        var words = number.Select(digit => Digits[digit - '0']).ToArray();
        Assert.Equal(expected, Said.Display(FactFields.Phone, $"my number is {string.Join(' ', words)}"));
        Assert.Equal(expected, Said.Display(FactFields.Phone, $"{string.Join(' ', words[..5])}, {string.Join(' ', words[5..])}".Replace("zero", "oh", StringComparison.Ordinal)));
        Assert.Equal(expected, Said.Display(FactFields.Phone, "call " + Doubled(number)));
    }

    [Theory]
    [InlineData("98450\n12345", "+919845012345")]
    [InlineData("9845012342, sorry, 9845012324", "+919845012324")]
    [InlineData("not 9845012354, it's 9845012345", "+919845012345")]
    [InlineData("98450 12345/46", "+919845012345")]
    [InlineData("98450 12342, sorry, 24 not 42", null)]
    [InlineData("98450 12342 - correction, ends with 24", null)]
    [InlineData("98450 twelve three forty five", null)]
    [InlineData("two flats, three shops, four plots and five villas", null)]
    [InlineData("98450 12345, sorry, 3 bhk not 2", "+919845012345")]
    public void A_number_taken_back_in_part_is_left_out(string text, string? phone) => Assert.Equal(phone, Said.Display(FactFields.Phone, text));

    [Fact]
    public void A_dictated_address_is_read_whole() => Assert.All(
        from dot in (string[])[" dot ", "(dot)", " [dot] ", "."]
        from at in (string[])[" at ", " at the rate ", " at the rate of ", "(at)", " [at] ", "@"]
        from end in (string[])[" dot ", "(dot)", "."]
        select $"asha{dot}rao{at}gmail{end}com",
        text => Assert.True(Said.Display(FactFields.Email, text) == "asha.rao@gmail.com", $"{text} => {Said.Display(FactFields.Email, text)}"));

    [Theory]
    [InlineData("asha underscore rao at gmail dot com", "asha_rao@gmail.com")]
    [InlineData("asha hyphen rao at outlook dot com", "asha-rao@outlook.com")]
    [InlineData("asha@gmail.com, no, asha@outlook.com", "asha@outlook.com")]
    [InlineData("not asha@gmail.com but asha@outlook.com", "asha@outlook.com")]
    [InlineData("asha@gmail.com or asha@outlook.com", "asha@gmail.com")]
    [InlineData("asha two zero two at gmail dot com", null)]
    [InlineData("a s h a at gmail dot com", null)]
    public void What_is_spelled_out_stays_and_what_is_in_doubt_is_left_out(string text, string? email) => Assert.Equal(email, Said.Display(FactFields.Email, text));

    private static string Doubled(string number)
    {
        List<string> words = [];
        for (var i = 0; i < number.Length; i++)
        {
            var twice = i + 1 < number.Length && number[i + 1] == number[i];
            words.Add(twice ? $"double {Digits[number[i] - '0']}" : Digits[number[i] - '0']);
            i += twice ? 1 : 0;
        }
        return string.Join(' ', words);
    }
}
