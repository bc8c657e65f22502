using System.Text;

namespace LeadHeat.Worker.Agent;

/// <summary>Collects words as they come, and gives whole sentences out.</summary>
internal sealed class Sentences
{
    // A "sentence" without an end is given out in parts, so that a reader does not wait for ever.
    private const int Longest = 600;

    private readonly StringBuilder _open = new();

    /// <summary>The sentences that are whole now; joined with what is left they are the words as they came.</summary>
    public IReadOnlyList<string> Add(string words)
    {
        _open.Append(words);
        List<string> whole = [];
        var text = _open.ToString();
        var start = 0;
        for (var at = 0; at + 1 < text.Length; at++)
        {
            if (!Ends(text, at) && (at - start < Longest || !char.IsWhiteSpace(text[at])))
                continue;
            whole.Add(text[start..(at + 1)]);
            start = at + 1;
        }

        _open.Remove(0, start);
        return whole;
    }

    /// <summary>What is left at the end.</summary>
    public string Rest()
    {
        var rest = _open.ToString();
        _open.Clear();
        return rest;
    }

    // "₹1.5 Cr" goes on; "1.5 Cr. Is" does not.
    private static bool Ends(string text, int at) => text[at] == '\n' || (text[at] is '.' or '!' or '?' or '…' or '।' && char.IsWhiteSpace(text[at + 1]));
}
