using LeadHeat.Core.Understanding;
using LeadHeat.Core.Wire;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>How well intents, sentiment and orders are told in messages that no playbook has as an example.</summary>
public sealed class UnseenTests
{
    [Fact]
    public void Strangers_are_understood()
    {
        AssertF1(0.90, UnseenLast.Intents, said => Words.Of(said.Intent));
        AssertF1(0.85, UnseenLast.Sentiments, said => Words.Of(said.Sentiment));
        AssertOrders(UnseenLast.Injections, falseAlarms: 0);
    }

    [Fact]
    public void Intents_are_told_by_who_writes_in_other_words() =>
        AssertF1(0.90, UnseenIntents.Lines + "\n" + UnseenIntentsAgain.Lines, said => Words.Of(said.Intent));

    [Fact]
    public void Sentiments_are_told_by_who_writes_in_other_words() => AssertF1(0.85, UnseenSentiments.Lines, said => Words.Of(said.Sentiment));

    [Fact]
    public void Orders_to_the_bot_are_found_and_sales_talk_is_not() => AssertOrders(UnseenInjections.Lines, falseAlarms: 1);

    [Fact]
    public void Nothing_that_is_measured_with_is_trained_on()
    {
        var trained = Shipped.Playbooks.All.SelectMany(playbook => playbook.Examples.AllIntents.Select(example => example.Text)
            .Concat(playbook.Examples.AllSentiments.Select(example => example.Text)).Concat(playbook.Examples.Orders.Select(example => example.Text))).ToHashSet(StringComparer.OrdinalIgnoreCase);
        string[] sets = [UnseenIntents.Lines, UnseenIntentsAgain.Lines, UnseenInjections.Lines, UnseenLast.Intents, UnseenLast.Injections];

        var shared = sets.SelectMany(Lines).Select(line => line.Text).Where(text => text.Length > 20 && trained.Contains(text));

        Assert.Empty(shared);
    }

    internal static IEnumerable<(string Label, char Playbook, string Text)> Lines(string lines)
    {
        var label = "";
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
                label = line[2..];
            else
                yield return (label, line[0], line[2..]);
        }
    }

    private static Understood Understood((string Label, char Playbook, string Text) line) =>
        Said.In(line.Playbook switch { 'r' => Shipped.RealEstate, 'c' => Shipped.Cafe, _ => Shipped.B2b }, line.Text);

    private static void AssertOrders(string lines, int falseAlarms)
    {
        var wrong = Lines(lines).Where(line => Understood(line).Injection != (line.Label == "attack")).ToArray();
        var missed = wrong.Count(line => line.Label == "attack");
        var attacks = Lines(lines).Count(line => line.Label == "attack");
        Assert.True(missed <= attacks * 0.05 && wrong.Length - missed <= falseAlarms, string.Join('\n', wrong.Select(line => $"{line.Label}: {line.Text}")));
    }

    private static void AssertF1(double least, string lines, Func<Understood, string> told)
    {
        var pairs = Lines(lines).Select(line => (Right: line.Label, Told: told(Understood(line)), line.Text)).ToArray();
        double F1(string label) => 2.0 * pairs.Count(pair => pair.Right == label && pair.Told == label)
            / (pairs.Count(pair => pair.Right == label) + pairs.Count(pair => pair.Told == label));
        var mean = pairs.Select(pair => pair.Right).Distinct().Average(F1);
        Assert.True(mean >= least, $"macro-F1 {mean:F3}\n" + string.Join('\n', pairs.Where(pair => pair.Right != pair.Told).Select(pair => $"{pair.Right} was told as {pair.Told}: {pair.Text}")));
    }
}
