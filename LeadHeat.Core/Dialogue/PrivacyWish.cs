using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Privacy;

namespace LeadHeat.Core.Dialogue;

/// <summary>Tells who wants no more messages, or wants what we know of him deleted: a person sees to that, and nothing is sold or asked meanwhile.</summary>
internal static class PrivacyWish
{
    private static readonly Phrases Deleting = new(
    [
        "delete|erase|remove|wipe|clear my|all data|details|information|info|record|records|chat|conversation|profile|number", "delete|erase|wipe all|the|any|everything … you|u have|hold|keep|stored|know … me", "delete|erase|remove|forget me from|completely",
        "right to be forgotten", "right to erasure", "remove|take|delete … off|from your list|lists|database|system|records", "mera data|number|record delete|hata|hatao|mita|nikal|nikalo",
    ]);

    // "Can I delete my data later?" asks how it works.
    private static readonly Phrases Asking = new(["can|could|may i|we", "how", "when", "what", "if", "do you|u", "will you|u", "is|are my", "change|correct|update"]);

    /// <summary>Why the conversation goes to a person, and what is said to it; null for any other message.</summary>
    public static (string Reason, string Key)? Of(string text)
    {
        if (StopWords.Read(text) == StopWish.Stop || StopWords.AskedIn(text))
            return ("Wants no more messages", ReplyKeys.HandoffStop);
        return Deleting.AreIn(text) && !Asking.AreIn(text) ? ("Wants their data deleted", ReplyKeys.HandoffDelete) : null;
    }
}
