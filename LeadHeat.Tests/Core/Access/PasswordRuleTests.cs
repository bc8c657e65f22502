using LeadHeat.Core.Access;

namespace LeadHeat.Tests.Core.Access;

public sealed class PasswordRuleTests
{
    [Theory]
    [InlineData("correct horse battery")]
    [InlineData("kuchen mag ich")]
    [InlineData("ünïcödé wörds")]
    [InlineData("quite-plain-words")]
    [InlineData("7h2kd9xq")]
    public void Any_characters_will_do(string password) => Assert.Null(PasswordRule.Refuse(password, "Asha Rao", "asha@example.com"));

    [Theory]
    [InlineData("", "8 to 128")]
    [InlineData("seven77", "8 to 128")]
    [InlineData("password", "use most")]
    [InlineData("PassWord1", "use most")]
    [InlineData("iloveyou2", "use most")]
    [InlineData("trustno1", "use most")]
    [InlineData("aaaaaaaaaaaa", "row of")]
    [InlineData("ababababab", "row of")]
    [InlineData("abcdefghijkl", "row of")]
    [InlineData("zyxwvutsr", "row of")]
    [InlineData("asha.rao", "a name", "Sunita Asha-Rao", "asha.rao@example.com")]
    [InlineData("LeadHeat1", "a name")]
    public void What_is_tried_first_is_refused(string password, string why, params string[] person) =>
        Assert.Contains(why, PasswordRule.Refuse(password, person), StringComparison.Ordinal);

    [Fact]
    public void The_longest_is_taken() => Assert.Null(PasswordRule.Refuse(string.Concat(Enumerable.Range(0, 128).Select(i => (char)('a' + i * 7 % 26)))));
}
