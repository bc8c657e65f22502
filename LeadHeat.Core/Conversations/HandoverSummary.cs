using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Conversations;

/// <summary>What a person needs who takes a conversation over, so that the visitor has to repeat nothing.</summary>
/// <param name="Why">Why a person is wanted.</param>
/// <param name="Known">What is known, as <c>Budget: up to ₹2 Cr</c>, in the playbook's order.</param>
/// <param name="Asked">The latest questions of the visitor, oldest first, at most three.</param>
/// <param name="Open">What is not known yet and was not refused, most wanted first, at most four.</param>
/// <param name="Refused">What the visitor did not want to tell.</param>
/// <param name="LastWords">The visitor's latest message, cut to 300 characters.</param>
public sealed record HandoverSummary(
    string Why,
    IReadOnlyList<string> Known,
    IReadOnlyList<string> Asked,
    IReadOnlyList<string> Open,
    IReadOnlyList<string> Refused,
    string? LastWords)
{
    private const int MostAsked = 3;
    private const int MostOpen = 4;
    private const int Longest = 300;

    /// <summary>Puts the summary together from what is stored; nothing in it is made up.</summary>
    /// <param name="messages">The latest messages, oldest first.</param>
    public static HandoverSummary Of(
        string why, IReadOnlyList<Fact> facts, DialogueState dialogue, Playbook playbook, IReadOnlyList<MessageView> messages)
    {
        var known = facts.Where(fact => !fact.Value.IsEmpty).ToDictionary(fact => fact.Field);
        var said = messages.Where(message => message.Author == MessageAuthor.Visitor).Select(message => message.Text).ToArray();
        return new(
            why,
            [.. playbook.Fields.Where(field => known.ContainsKey(field.Name)).Select(field => $"{field.Title}: {known[field.Name].Display}")],
            [.. said.Where(text => text.Contains('?', StringComparison.Ordinal)).TakeLast(MostAsked).Select(Cut)],
            [.. playbook.Fields
                .Where(field => field.Ask.Count > 0 && field.IsFor(dialogue.CustomerType) && !known.ContainsKey(field.Name) && !dialogue.Refused.Contains(field.Name))
                .OrderByDescending(field => field.Weight).Take(MostOpen).Select(field => field.Title)],
            [.. dialogue.Refused.Select(name => playbook.Field(name)?.Title ?? name)],
            said.Length > 0 ? Cut(said[^1]) : null);
    }

    private static string Cut(string text) =>
        text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] + "…";
}
