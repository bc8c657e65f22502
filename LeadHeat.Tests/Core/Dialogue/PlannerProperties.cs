using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Turns;
using Xunit;

namespace LeadHeat.Tests.Core.Dialogue;

public sealed partial class PlannerProperties
{
    private static readonly string[] Lines =
    [
        "Hi", "2 bhk in Whitefield", "under 2 cr", "under 50 lakhs", "Dubai Marina", "actually 3 bhk", "asap", "no rush", "yes", "no", "ok", "thanks", "bye", "start over",
        "the second one", "compare the first two", "how much is it?", "too expensive", "show me more", "what is the service charge?", "I'd rather not say", "why do you ask?",
        "I'm Asha", "asha@example.com", "9845012345", "can I visit on Saturday?", "call me", "not sure", "are you a bot?", "useless!!", "asdfgh", "loan approved", "villa",
        "opening a cafe", "we run a cafe", "150 cups", "losing leads", "20 users", "founder of Acme", "plot in Devanahalli", "near metro", "what's the weather?", "👍", "",
    ];

    private static readonly Gen<string[]> Conversations = Gen.Choose(1, 14).SelectMany(count => Gen.Elements(Lines).ArrayOf(count));

    [Fact]
    public void In_any_conversation_the_planner_keeps_its_promises() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Conversations.ToArbitrary(), lines =>
    {
        foreach (var playbook in Shipped.Playbooks.All)
        {
            var room = new Salesroom(playbook, lines.Length);
            foreach (var line in lines)
            {
                var refused = line == "start over" ? [] : room.Dialogue.Refused;
                var reply = room.Say(line);
                if (Broken(playbook, room, reply, refused) is { } promise)
                    throw new InvalidOperationException($"{playbook.Name}: {promise} after '{line}': {reply.Reply}");
            }
        }
    }));

    [Fact]
    public void The_same_conversation_has_the_same_replies() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(50), Prop.ForAll(Conversations.ToArbitrary(), lines =>
        Replies(lines).SequenceEqual(Replies(lines))));

    private static IReadOnlyList<string> Replies(string[] lines)
    {
        var room = new Salesroom(Shipped.RealEstate);
        return [.. lines.Select(line => room.Say(line).Reply)];
    }

    private static string? Broken(Playbook playbook, Salesroom room, PlannedReply reply, IReadOnlyList<string> refused)
    {
        if (string.IsNullOrWhiteSpace(reply.Reply) || reply.Reply.Contains('{', StringComparison.Ordinal))
            return "an empty or unfilled reply";
        if (reply.Reply.Count(sign => sign == '?') > 1)
            return "two questions at once";
        if (room.Findings.Done.Count > TurnLimits.ToolCalls)
            return "too many calls";
        if (reply.Dialogue.Asked.Values.Any(count => count > 3))
            return "a fourth question";
        if (reply.Dialogue.LastAsked is { } asked && playbook.Field(asked) is not null && (room.Known(asked) is not null || refused.Contains(asked)))
            return $"asked for {asked}, known or refused";
        if (reply.Matches.Count > 3 || reply.Chips.Count > 3 || reply.NextStep.Length == 0)
            return "cards, chips or next step";
        var score = room.Score;
        if (score.Ledger.Sum(line => line.Points) != score.Score)
            return "a ledger that does not add up";
        return Amount().Matches(reply.Reply).Select(match => match.Value).FirstOrDefault(amount => !IsKnown(room, amount)) is { } invented ? $"invented {invented}" : null;
    }

    // A price in a reply is a unit's, what one unit costs more than another, or the visitor's own budget.
    private static bool IsKnown(Salesroom room, string amount) =>
        Salesroom.Units.Any(unit => Money.Format(unit.Price, unit.Currency) == amount || Salesroom.Units.Any(other => other.Price < unit.Price && Money.Format(unit.Price - other.Price, unit.Currency) == amount))
        || (room.Known(FactFields.Budget)?.Contains(amount, StringComparison.Ordinal) ?? false);

    [GeneratedRegex(@"(₹|AED |\$)[\d.,]+( Cr| L|M|k)?", RegexOptions.NonBacktracking)]
    private static partial Regex Amount();
}
