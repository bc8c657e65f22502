using System.Text;

namespace LeadHeat.Core.Dialogue;

/// <summary>Chooses among a playbook's phrasings, by the conversation and the turn, and fills them in.</summary>
internal sealed class Phrasing(PlannedTurn turn)
{
    private readonly uint _start = Playbooks.StableHash.Of(turn.Context.ConversationId, 1);

    /// <summary>A filled template; successive turns get successive phrasings.</summary>
    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> words) => Fill(Choose(turn.Playbook.Replies[key]), words);

    /// <summary>Whether the playbook has such a template.</summary>
    public bool Knows(string key) => turn.Playbook.Replies.ContainsKey(key);

    /// <summary>One of several phrasings.</summary>
    public string Choose(IReadOnlyList<string> phrasings) => phrasings[(int)((_start + (uint)turn.Dialogue.Turns) % (uint)phrasings.Count)];

    private static string Fill(string template, ReadOnlySpan<(string Name, string Value)> words)
    {
        if (words.IsEmpty || !template.Contains('{', StringComparison.Ordinal))
            return template;
        var text = new StringBuilder(template);
        foreach (var (name, value) in words)
            text.Replace("{" + name + "}", value);
        if (text.Length > 0 && char.IsLower(text[0]))
            text[0] = char.ToUpperInvariant(text[0]);
        return text.ToString();
    }
}
