using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Reads hurry without a date: <c>asap</c>, <c>right away</c>, <c>turant</c>; and that there is none: <c>no rush</c>, <c>koi jaldi nahi</c>.</summary>
internal static class SoonTime
{
    private static readonly string[][] Phrases =
    [
        ["as", "soon", "as"], ["as", "early", "as"], ["as", "quickly", "as"], ["as", "fast", "as"], ["right", "away"], ["straight", "away"], ["at", "once"], ["without", "delay"],
        ["a", "s", "a", "p"], ["at", "the", "earliest"], ["at", "earliest"], ["earliest", "possible"], ["jitni", "jaldi"], ["jald", "se", "jald"], ["sooner", "the", "better"], ["soonest"], ["straightaway"], ["as", "quick", "as"], ["pronto"], ["without", "further", "delay"],
    ];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Hurry = WordSet.Of(
        "rush rushing hurry hurrying urgent urgency pressure deadline timeline timeframe urgently asap immediate immediately jaldi");

    // "We talked about it yesterday": when somebody talked
    private static readonly PhraseTable<bool> Talking = new((true, "talked; spoke; chatted; discussed; said; told; met; wrote; called"));

    // "For urgent matters write to the team": an automatic reply
    private static readonly PhraseTable<bool> Cases = new((true, "urgent|immediate matters|matter|cases|issues|queries|requests|enquiries|inquiries|help|assistance|support|concerns|questions"));

    private static readonly PhraseTable<bool> Waiting = new((true, "we; i; he; she; they; it; something; my; our; his; her; their; the; one of"));
    private static readonly PhraseTable<bool> Possible = new((true, "can; could; possible; possibly"));

    public static When? At(Scan scan, int i)
    {
        var asked = scan.Answers(FactFields.Timeline);
        if (!asked && scan.Cues.HasFlag(Cues.Callback) && !scan.Cues.HasFlag(Cues.Search))
            return null;
        // "as soon as we find something good", "as soon as my flat is sold" wait for what is found or sold.
        if (scan.IsWord(i, "as") && scan.IsWord(i + 2, "as") && Waiting.At(scan, i + 3) is not null && !Possible.IsIn(scan, i + 4, i + 7)
            // "…, the bank told 3 weeks"
            && !Array.Exists(scan.Tokens, static token => token.Key.Kind == KeyKind.TimeUnit))
        {
            scan.Cues |= asked ? Cues.DoesNotKnow : Cues.None;
            return null;
        }
        When As(int end, double confidence) => new(0, 1, "as soon as possible", confidence, i, end, IsSoon: true);
        if (scan.Is(i, KeyKind.Soon))
            return IsDenied(scan, i) || Cases.At(scan, i) is not null ? null : As(i + 1, 0.95);
        foreach (var phrase in Phrases)
        {
            // "I'd rent it out straight away" is no hurry to buy.
            if (IsPhrase(scan, i, phrase) && !IsDenied(scan, i) && !scan.IsWord(i - 1, "out") && !(phrase[^1] == "earliest" && scan.Tokens.Length > 4 && !asked))
                return As(i + phrase.Length + (scan.IsWord(i + phrase.Length, "possible") ? 1 : 0), 0.95);
        }
        if ((scan.IsWord(i, "kal") || scan.IsWord(i, "aaj") || scan.IsWord(i, "parso")) && (scan.IsWord(i + 1, "hi") || scan.IsWord(i + 1, "tak")) && (scan.IsWord(i + 2, "chahiye") || scan.IsWord(i + 2, "chaiye") || asked))
            return As(i + 2, 0.85) with { Max = 0.1m };
        // "Right now. Today, if you can."
        if (i == 0 && scan.IsWord(i, "right") && scan.IsWord(i + 1, "now") && i + 2 < scan.Tokens.Length && scan.Tokens[i + 2].Kind == TokenKind.Symbol && (scan.Cues & (Cues.Visit | Cues.Callback | Cues.Question)) == 0)
            return As(i + 2, 0.85) with { Max = 0.1m };
        // "YESTERDAY! The machine is dead."
        if (i == 0 && scan.IsWord(i, "yesterday") && scan.IsSign(i + 1, '!'))
            return As(i + 1, 0.85);
        var condition = scan.IsSign(i + 1, ',') ? i + 2 : i + 1;
        if ((scan.IsWord(i, "today") || scan.IsWord(i, "tomorrow")) && (scan.IsWord(condition, "if") || (scan.IsWord(i, "today") && scan.IsWord(i + 1, "or") && scan.IsWord(i + 2, "tomorrow"))) && (scan.Cues & (Cues.Visit | Cues.Callback | Cues.Question)) == 0)
            return As(i + 1, 0.8) with { Max = 0.1m };
        if (scan.IsWord(i, "yesterday") && (scan.IsWord(i - 2, "wants") || scan.IsWord(i - 2, "want") || scan.IsWord(i - 2, "wanted") || scan.IsWord(i - 2, "needs")))
            return As(i + 1, 0.85);
        if (scan.IsWord(i, "yesterday") && !Talking.IsIn(scan, 0, i) && (asked || scan.IsWord(i + 1, "if") || scan.IsWord(i + 2, "if") || (i == 0 && scan.IsWord(1, "would")) || scan.IsWord(i - 1, "ideally") || scan.IsWord(i - 1, "preferably") || scan.IsWord(i - 2, "need") || scan.IsWord(i - 2, "needed")))
            return As(i + 1, 0.85);
        if (scan.IsWord(i, "abhi") && !scan.IsWord(i + 1, "nahi") && !scan.IsWord(i + 2, "nahi") && !scan.IsWord(i + 3, "nahi") && !Happened.IsIn(scan, i + 1, i + 7) && (asked || scan.Cues.HasFlag(Cues.Search)))
            return As(i + 1, 0.85);
        if (IsNeededNow(scan, i) is > 0 and var needed)
            return As(needed, 0.85);
        if (IsWishedNow(scan, i))
            return As(i + 1, 0.85) with { Max = 0.1m };
        if (asked && scan.Tokens.Length <= 6 && !scan.Is(i - 1, KeyKind.TimeUnit) && !IsAsItIs(scan, i) && (scan.IsWord(i, "now") || scan.IsWord(i, "today") || scan.IsWord(i, "tomorrow")) && !IsDenied(scan, i))
            return As(i + 1, 0.9);
        return asked && (scan.IsWord(i, "soon") && !scan.IsWord(i - 1, "as") || scan.IsWord(i, "soonish")) && !IsDenied(scan, i) ? As(i + 1, 0.75) with { Max = 3, Display = "soon" } : null;
    }

    // "We pay 780 a kilo now", "that's all for now", "not now": how things are, and until when.
    private static bool IsAsItIs(Scan scan, int i) => scan.IsWord(i - 1, "for") || scan.IsWord(i - 1, "until") || scan.IsWord(i - 1, "till") || (scan.IsWord(i, "now") && Present.IsIn(scan, 0, i));

    private static readonly PhraseTable<bool> Present = new((true, "i|we|they|he|she pay|use|have|do|are|am|run|work|live|rent|get|take|buy|order; i'm|i’m|we're|we’re; is|are|it's|it’s; paying|using|paid|used"));

    // "abhi papa se baat hui": just now
    private static readonly PhraseTable<bool> Happened = new((true, "hui; hua; hue; kiya; gaya; gayi; aaya; aayi; bola; boli; bole; dekha; dekhi; mila; mili; pata chala; rehte; rehta; rehti; hain; hai"));

    // "need it right now", "we want beans tomorrow itself", "need one quickly": in the clause of a need, which nobody calls or visits for.
    private static int IsNeededNow(Scan scan, int i)
    {
        var end = scan.IsWord(i, "right") && scan.IsWord(i + 1, "now") ? i + 2 : scan.IsWord(i, "tomorrow") || scan.IsWord(i, "today") || scan.IsWord(i, "tonight") ? i + 1 : 0;
        if (end == 0 || (scan.Cues & (Cues.Visit | Cues.Callback)) != 0 || IsDenied(scan, i))
            return 0;
        for (var at = i - 1; at >= 0 && at >= i - 7 && scan.Tokens[at].Kind == TokenKind.Word && !scan.IsWord(at, "to") && !scan.IsWord(at, "and") && !scan.IsWord(at, "but"); at--)
        {
            if (scan.IsWord(at, "need") || scan.IsWord(at, "needed") || scan.IsWord(at, "require") || scan.IsWord(at, "required"))
                return end;
        }
        return 0;
    }

    // "Can we have the new machine tomorrow": the thing itself; not "can we have the quote tomorrow".
    private static bool IsWishedNow(Scan scan, int i)
    {
        if ((!scan.IsWord(i, "tomorrow") && !scan.IsWord(i, "today")) || (scan.Cues & (Cues.Visit | Cues.Callback)) != 0 || IsDenied(scan, i))
            return false;
        var thing = scan.IsWord(i - 1, "delivered") || scan.IsWord(i - 1, "installed") || scan.IsWord(i - 1, "by") ? i - 2 : i - 1;
        if (thing < 2 || !Things.Contains(scan.WordAt(thing)))
            return false;
        for (var at = thing - 1; at >= 0 && at >= thing - 6 && scan.Tokens[at].Kind == TokenKind.Word; at--)
        {
            if (Wished.At(scan, at) is not null)
                return true;
        }
        return false;
    }

    private static readonly PhraseTable<bool> Wished = new((true, "can|could|may i|we have|get; we|i want|need"));
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Things = WordSet.Of("machine machines grinder grinders beans coffee milk keys key possession licences licenses seats logins");

    /// <summary>The words that say that time does not press; null when none do.</summary>
    public static TextSpan? NoRush(Scan scan)
    {
        if (scan.Cues.HasFlag(Cues.NoRush))
        {
            foreach (var signal in scan.Signals)
            {
                if (signal.Cue.HasFlag(Cues.NoRush))
                    return signal.Span;
            }
        }
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            if (Hurry.Contains(scan.WordAt(i)) && DenialOf(scan, i) is { } from)
                return scan.Span(Math.Min(from, i), Math.Max(from, i) + 1);
        }
        return null;
    }

    private static bool IsDenied(Scan scan, int i) => DenialOf(scan, i) is not null;

    // "not really in a hurry", "nothing urgent", "jaldi nahi hai"
    private static int? DenialOf(Scan scan, int i)
    {
        for (var j = i - 1; j >= 0 && j >= i - 5 && scan.Tokens[j].Kind == TokenKind.Word; j--)
        {
            if (scan.Is(j, KeyKind.Not) || scan.IsWord(j, "nothing") || scan.IsWord(j, "koi") && scan.IsWord(i + 1, "nahi"))
                return j;
            if (scan.IsWord(j, "and") || scan.IsWord(j, "but") || scan.IsWord(j, "so") || scan.IsWord(j, "need"))
                break;
        }
        return scan.IsWord(i, "jaldi") && (scan.IsWord(i + 1, "nahi") || scan.IsWord(i + 1, "nahin")) ? i + 1 : null;
    }

    private static bool IsPhrase(Scan scan, int at, string[] phrase)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            if (!scan.IsWord(at + i, phrase[i]))
                return false;
        }
        return true;
    }
}
