using System.Text;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Chooses among a playbook's phrasings, by the conversation, the turn and the visitor's mood, and fills them in. What was said lately is not said again while there is another way.</summary>
internal sealed class Phrasing(PlannedTurn turn)
{
    private const int Annoyed = 3;
    private const int BriefCharacters = 20;
    private readonly uint _start = StableHash.Of(turn.Context.ConversationId, 1);
    private readonly List<string> _used = [];

    // A template may be there in other tones: "sorry@frustrated", "offer@excited", "ack_detail@brief".
    private readonly string? _tone =
        turn.Dialogue.Frustration >= Annoyed ? "@frustrated"
        : turn.Understood.Sentiment == Sentiment.Excited ? "@excited"
        : turn.Dialogue.Turns > 1 && turn.Dialogue.Characters < turn.Dialogue.Turns * BriefCharacters ? "@brief"
        : null;

    /// <summary>A filled template; successive turns get successive phrasings.</summary>
    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> words) =>
        SayOne(_tone is not null && turn.Playbook.Replies.TryGetValue(key + _tone, out var toned) ? toned : turn.Playbook.Replies[key], words);

    /// <summary>One of several phrasings, filled.</summary>
    public string SayOne(IReadOnlyList<string> phrasings, params ReadOnlySpan<(string Name, string Value)> words) => Fill(Choose(phrasings), words);

    /// <summary>Whether the playbook has such a template.</summary>
    public bool Knows(string key) => turn.Playbook.Replies.ContainsKey(key);

    /// <summary>One of several phrasings: in its turn, or the next that was not heard lately.</summary>
    public string Choose(IReadOnlyList<string> phrasings)
    {
        var first = (int)((_start + (uint)turn.Dialogue.Turns) % (uint)phrasings.Count);
        for (var i = 0; i < phrasings.Count; i++)
        {
            var phrasing = phrasings[(first + i) % phrasings.Count];
            if (WasHeard(phrasing))
                continue;
            _used.Add(phrasing);
            return phrasing;
        }
        return phrasings[first];
    }

    private bool WasHeard(string phrasing)
    {
        if (_used.Contains(phrasing))
            return true;
        var words = LongestPart(phrasing);
        foreach (var message in turn.Context.History)
        {
            if (message.Author == MessageAuthor.Bot && message.Text.AsSpan().IndexOf(words, StringComparison.Ordinal) >= 0)
                return true;
        }
        return false;
    }

    // What a template says whatever it is filled with.
    private static ReadOnlySpan<char> LongestPart(string phrasing)
    {
        ReadOnlySpan<char> longest = default;
        foreach (var range in phrasing.AsSpan().SplitAny('{', '}'))
        {
            var part = phrasing.AsSpan()[range];
            if (part.Length > longest.Length && (range.Start.Value == 0 || phrasing[range.Start.Value - 1] == '}'))
                longest = part;
        }
        return longest.IsEmpty ? phrasing : longest;
    }

    private static string Fill(string template, ReadOnlySpan<(string Name, string Value)> words)
    {
        if (words.IsEmpty || !template.Contains('{', StringComparison.Ordinal))
            return template;
        var text = new StringBuilder(template);
        foreach (var (name, value) in words)
        {
            // "… at AED 780k. The second one is …"
            if (value.Length > 0)
                text.Replace(". {" + name + "}", ". " + char.ToUpperInvariant(value[0]) + value[1..]);
            text.Replace("{" + name + "}", value);
        }
        if (text.Length > 0 && char.IsLower(text[0]))
            text[0] = char.ToUpperInvariant(text[0]);
        return text.ToString();
    }
}
