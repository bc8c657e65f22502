using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Values that no rule doubts, and which the words around them give to somebody else.</summary>
public sealed class LearnedDoubtsTests
{
    // As they ship, but nothing was learned of values.
    private static readonly Playbook ByRulesAlone = PlaybookLibrary.FromFiles(
        from path in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "playbooks"), "*", SearchOption.AllDirectories)
        where Path.GetExtension(path) is ".json" or ".txt" && Path.GetFileName(path) != "values.json"
        select (path, File.ReadAllText(path)))["real-estate"];

    public static TheoryData<string, string> Others { get; } = new()
    {
        { FactFields.Budget, "The 4 percent of land department, when house cost 1 million, is paid from buyer or from seller?" },
        { FactFields.Timeline, "The SSO login is on the roadmap of your people for Q2, is that correct?" },
        { FactFields.Phone, "A man from +971 52 987 6543 says he is your agent and wants a deposit. Is he one of yours?" },
        { FactFields.Phone, "The previous tenant's number is painted on the gate, 98440 55120, and when I called he said the flat was already given to somebody. So is your listing real or not?" },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void What_others_pay_and_are_reached_at_is_left_out_though_no_rule_knows_it(string field, string text)
    {
        Assert.NotNull(Said.In(ByRulesAlone, text).Find(field));
        Assert.Null(Said.RealEstate(text).Find(field));
    }

    [Theory]
    [InlineData(FactFields.Budget, "I can go up to 130k for it from July, I've been paying 105k")]
    [InlineData(FactFields.Budget, "Can I pay the 4 percent of the land department later? House can cost 1 million, not more")]
    [InlineData(FactFields.Timeline, "The login of our people has to work by Q2, is that correct with you?")]
    [InlineData(FactFields.Timeline, "We were planning for December but the bank is slow, so in February now, sorry for that")]
    [InlineData(FactFields.Timeline, "it'll take 9 to 12 months on our side, the purchase department is what it is")]
    [InlineData(FactFields.Phone, "Call me on +971 52 987 6543, I want to see a flat")]
    [InlineData(FactFields.Phone, "my number is 0551047723, call any time")]
    public void What_is_the_visitors_own_in_much_the_same_words_is_kept(string field, string text) => Assert.NotNull(Said.RealEstate(text).Find(field));

    [Fact]
    public void An_answer_to_our_question_is_believed()
    {
        const string text = "what my landlord wants, 130k";

        Assert.NotNull(Said.RealEstate(text, FactFields.Budget).Find(FactFields.Budget));
    }
}
