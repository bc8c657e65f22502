using System.Text;

namespace LeadHeat.Core.Grounding;

/// <summary>
/// Takes out of a reply each sentence whose price, number, date, discount, amenity, availability or urgency is not in the turn's evidence. It judges words,
/// not truth: a sentence stays only when what it claims was found, shown, read or said. In doubt a sentence goes; the reply reads on without it.
/// </summary>
public static class ClaimsGuard
{
    /// <summary>What is left of a reply, with what was taken out.</summary>
    public static GuardedReply Check(string reply, Evidence evidence)
    {
        List<GuardVerdict> removed = [];
        var kept = new StringBuilder(reply.Length);
        foreach (var span in ReplySentences.Of(reply))
        {
            var sentence = span.Of(reply);
            if (Judge(sentence, evidence) is { } verdict)
                removed.Add(verdict);
            else
                kept.Append(sentence);
        }

        return removed.Count == 0 ? new(reply, []) : new(kept.ToString().Trim(), removed);
    }

    /// <summary>Why a sentence may not be said; null when it may.</summary>
    public static GuardVerdict? Judge(string sentence, Evidence evidence)
    {
        var text = sentence.Trim();
        return text.Length == 0 ? null
            : Figures(text, evidence)
            ?? Phrase(text, ClaimKind.Urgency, ClaimWords.Urgency, evidence.States, "Nothing that was found says that it is urgent.")
            ?? Softly(text, evidence);
    }

    // What is asked, refused or left open claims none of these.
    private static GuardVerdict? Softly(string text, Evidence evidence)
    {
        if (text.EndsWith('?') || ClaimWords.FirstIn(text, ClaimWords.Modest) is not null)
            return null;
        return Phrase(text, ClaimKind.Discount, ClaimWords.Discount, evidence.States, "No document or unit speaks of it.")
            ?? Phrase(text, ClaimKind.Availability, ClaimWords.Availability, words => evidence.Searched || evidence.Units.Count > 0 || evidence.States(words) || IsWish(text, words, evidence), "The inventory was not looked at.")
            ?? Phrase(text, ClaimKind.Date, ClaimWords.Dates, words => evidence.WasSaid(words) || evidence.States(words), "Nobody said it, and no document does.")
            ?? Phrase(text, ClaimKind.Amenity, ClaimWords.Amenities, words => evidence.States(words) || IsWish(text, words, evidence), "No unit or document has it.");
    }

    private static GuardVerdict? Phrase(string text, ClaimKind kind, PhraseList phrases, Func<string, bool> isKnown, string reason)
    {
        if (!phrases.MayBeIn(text))
            return null;
        // Each of them: a home with pool and gym may have only one.
        foreach (var phrase in phrases.All)
        {
            if (ClaimWords.PlaceIn(text, phrase) is { } at && !isKnown(phrase))
                return new(text, kind, text.Substring(at, phrase.Length), reason);
        }

        return null;
    }

    private static GuardVerdict? Figures(string text, Evidence evidence)
    {
        List<Figure> figures = [];
        FigureReader.Read(text, figures);
        foreach (var figure in figures)
        {
            if (IsListMark(text, figure) || (figure.IsWord && !IsCounting(text, figure)))
                continue;
            if (!evidence.Says(figure))
                return Verdict(text, figure, "No unit, document or message has this figure.");
            if (figure.Kind == FigureKind.Money && IsOfAnotherUnit(text, figure, evidence))
                return Verdict(text, figure, "It is not the price of the unit that is named.");
        }

        return null;
    }

    private static GuardVerdict Verdict(string text, Figure figure, string reason)
    {
        var kind = figure.Kind == FigureKind.Money ? ClaimKind.Price
            : figure.Kind == FigureKind.Percent && (text.Contains(" off", StringComparison.OrdinalIgnoreCase) || ClaimWords.FirstIn(text, ClaimWords.Discount) is not null) ? ClaimKind.Discount : ClaimKind.Number;
        return new(text, kind, text.Substring(figure.Start, figure.Length), reason);
    }

    // A sentence that names units by their titles may price them as they are priced, and speak of the visitor's own budget.
    private static bool IsOfAnotherUnit(string text, Figure figure, Evidence evidence)
    {
        var named = evidence.Units.Where(unit => unit.Title.Length > 0 && text.Contains(unit.Title, StringComparison.OrdinalIgnoreCase)).ToList();
        if (named.Count == 0 || text.Contains("budget", StringComparison.OrdinalIgnoreCase))
            return false;
        List<Figure> own = [];
        foreach (var unit in named)
        {
            own.Add(new(0, 0, unit.Price, 1, FigureKind.Money, unit.Currency, IsWord: false));
            FigureReader.Read(unit.Why, own);
            FigureReader.Read(unit.Title, own);
        }

        return !own.Exists(known => figure.IsSaidBy(known));
    }

    // What the visitor wants may be repeated, but not ascribed to a unit. The built-in agent repeats wishes only.
    private static bool IsWish(string text, string words, Evidence evidence) => evidence.WasSaid(words)
        && (evidence.IsOwnWords || text.Contains("you", StringComparison.OrdinalIgnoreCase) || text.Contains("noted", StringComparison.OrdinalIgnoreCase));

    // "1. Marina Heights", "2) …" at the beginning of a line.
    private static bool IsListMark(string text, Figure figure) =>
        figure is { Kind: FigureKind.Plain, IsWord: false, Value: >= 1 and <= 10 } && figure.End < text.Length && text[figure.End] is '.' or ')'
        && text.AsSpan(0, figure.Start).TrimEnd(' ').IsEmpty;

    // In letters only what is counted is a claim: "two units", "three weeks", not "one thing at a time".
    private static bool IsCounting(string text, Figure figure)
    {
        if (figure.Kind != FigureKind.Plain)
            return true;
        var behind = text.AsSpan(figure.End).TrimStart(" -");
        var space = behind.IndexOf(' ');
        var second = space < 0 ? [] : behind[(space + 1)..];
        foreach (var noun in ClaimWords.Counted)
        {
            if (figure.Value > 1 && (behind.StartsWith(noun, StringComparison.OrdinalIgnoreCase) || second.StartsWith(noun, StringComparison.OrdinalIgnoreCase)))
                return true;
        }

        return false;
    }
}

/// <summary>A reply that claims nothing without evidence.</summary>
public sealed record GuardedReply(string Text, IReadOnlyList<GuardVerdict> Removed);
