using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Tells an existing customer's trouble from a wish to buy: a person takes it at once, and nobody sells or asks questions.</summary>
internal static class ServiceCase
{
    /// <summary>Why such a conversation is handed over.</summary>
    public const string Reason = "Service: trouble with what they have from us";

    private static readonly string[] Kept = [FactFields.Name, FactFields.Email, FactFields.Phone, FactFields.Company, Scan.CustomerType];

    /// <summary>Whether the message is one. Who is on the way to buy tells of his trouble as a reason.</summary>
    public static bool Is(Understood message, TurnContext context, Playbook playbook) =>
        context.Dialogue.Stage < DialogueStage.IntentConfirmed && Tells(message.Text, playbook.Service);

    /// <summary>What such a message tells of the person; what is broken is no wish.</summary>
    public static IReadOnlyList<Fact> Facts(IReadOnlyList<Fact> found) => [.. found.Where(fact => Kept.Contains(fact.Field))];

    private static bool Tells(string text, ServiceWords words)
    {
        if (words.Unless.AreIn(text))
            return false;
        foreach (var clause in text.Split(['.', '!', '?', ';', ',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (words.Supposing.AreIn(clause))
                continue;
            if (words.Cases.AreIn(clause) || (words.Faults.AreIn(clause) && words.Things.AreIn(clause) && !Asking.InGeneral(clause)))
                return true;
        }
        return false;
    }
}
