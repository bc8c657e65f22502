using LeadHeat.Core.Understanding.Classifying;

namespace LeadHeat.Core.Understanding.Injections;

/// <summary>Reads word by word, until the words make an order: "ignore all previous instructions", "your hidden prompt".</summary>
internal struct OrderReader
{
    // An order's verb and its object stand at most this many words apart.
    private const int Reach = 8;
    private static readonly WordClasses Classes = new(OrderWords.Classes);
    private static readonly int Override = Classes.Names.IndexOf("override") + 1;
    private static readonly int Orders = Classes.Names.IndexOf("orders") + 1;
    private static readonly int Prior = Classes.Names.IndexOf("prior") + 1;
    private static readonly int Reveal = Classes.Names.IndexOf("reveal") + 1;

    private bool _verb;
    private bool _reveals;
    private bool _bots;
    private bool _inner;
    private int _since;

    /// <summary>Whether this folded word completes an order.</summary>
    public bool Completes(ReadOnlySpan<char> word)
    {
        var kind = Classes.Of(word);
        if (_inner && word is "prompt" or "prompts" or "instruction" or "instructions" or "directives")
            return true;
        // What only a bot has; "your previous instructions" may be those for the way to the site.
        _inner = _bots && word is "system" or "initial" or "hidden" or "secret" or "internal" or "underlying";
        if (kind == Override || kind == Reveal)
            (_verb, _reveals, _bots, _since) = (true, kind == Reveal, false, 0);
        else if (word is "my" or "our" or "for" or "about")
            _verb = _bots = false;
        else if (word is "your" or "ur" or "you" or "youre")
            _bots = true;
        else if (kind == Prior || word is "all" or "any" or "every" or "these" or "those")
            _bots |= _verb && (!_reveals || kind == Prior);
        else if (_verb && kind == Orders && _bots)
            return word is not "rule" || !_reveals;
        if (_verb && ++_since > Reach)
            _verb = false;
        return false;
    }
}
