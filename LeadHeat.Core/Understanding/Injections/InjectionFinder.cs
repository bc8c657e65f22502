using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Understanding.Classifying;

namespace LeadHeat.Core.Understanding.Injections;

/// <summary>
/// Finds attempts to give the bot orders: by rules, by what was learned from examples, sentence by sentence, and in whatever the text
/// says in disguise.
/// </summary>
internal static class InjectionFinder
{
    // A false alarm answers a buyer as if he were an attacker, so the learned verdict must be clear; in a disguise nobody sells.
    private const float Clear = 0.98f;
    private const float ClearInDisguise = 0.8f;

    // Of what was in disguise, the beginning is read with what was learned, so that hostile text costs little; rules read all.
    private const int LongestReading = 2_000;

    public static TextSpan? Find(Scan scan, MessageModel model, FeatureVector features)
    {
        if (scan.Tokens.Length == 0)
            return null;
        if (SentenceWithOrders(scan, model, features, Clear) is { } span)
            return span;
        var plain = PlainText.Of(scan.Text);
        if (OrderRules.Hold(plain) || (!ReferenceEquals(plain, scan.Text) && IsOrder(plain, scan, model, Clear)))
            return Whole(scan);
        foreach (var reading in Disguises.Of(plain))
        {
            if (OrderRules.Hold(reading) || OrderRules.Hold(Spread(reading)) || IsOrder(reading, scan, model, ClearInDisguise))
                return Whole(scan);
        }
        return null;
    }

    private static TextSpan Whole(Scan scan) => scan.Span(0, scan.Tokens.Length);

    private static bool IsOrder(string text, Scan within, MessageModel model, float clear)
    {
        var scan = new Scan(text.Length > LongestReading ? text[..LongestReading] : text, within.Playbook, DialogueState.Start, [], within.Now);
        return SentenceWithOrders(scan, model, new(), clear) is not null;
    }

    private static TextSpan? SentenceWithOrders(Scan scan, MessageModel model, FeatureVector features, float clear)
    {
        if (model.Orders is null)
            return null;
        for (int start = 0, end; start < scan.Tokens.Length; start = end)
        {
            end = EndOfSentence(scan, start);
            if (Score(scan, start, end, model, features) >= clear)
                return scan.Span(start, end);
        }
        return null;
    }

    private static float Score(Scan scan, int start, int end, MessageModel model, FeatureVector features)
    {
        Features.Write(scan, start, end, model.Classes, features);
        Span<float> scores = stackalloc float[model.Orders!.Width];
        model.Orders.Score(features, scores, MessageModel.NoSignals);
        return scores[1];
    }

    // A sentence ends with its sign or line; very long ones are cut, so that nothing hides in them.
    private static int EndOfSentence(Scan scan, int start)
    {
        const int Longest = 40;
        const int Shortest = 3;
        for (var i = start + 1; i < scan.Tokens.Length && i < start + Longest; i++)
        {
            if (i - start > Shortest && scan.Tokens.Length - i > Shortest && scan.Tokens[i].Apart && (IsStop(scan, i - 1) || HasLineEnd(scan, i)))
                return i;
        }
        return Math.Min(scan.Tokens.Length, start + Longest);
    }

    private static bool IsStop(Scan scan, int token) => scan.IsSign(token, '.') || scan.IsSign(token, '!') || scan.IsSign(token, '?') || scan.IsSign(token, ';');

    private static bool HasLineEnd(Scan scan, int token) =>
        scan.Text.AsSpan(scan.Tokens[token - 1].End, scan.Tokens[token].Start - scan.Tokens[token - 1].End).Contains('\n');

    // "ignoreallpreviousinstructions" in words, where letters were joined without knowing the words.
    private static string Spread(string text)
    {
        foreach (var word in (string[])["ignore", "disregard", "forget", "reveal", "all", "previous", "prior", "your", "system", "instructions", "prompt", "rules"])
            text = text.Replace(word, $" {word} ", StringComparison.OrdinalIgnoreCase);
        return text;
    }
}
