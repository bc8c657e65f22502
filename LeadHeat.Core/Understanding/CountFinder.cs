using System.Globalization;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>Finds numbers of the playbook's own units: <c>200 cups a day</c>, <c>15-20 people</c>, <c>3 outlets</c>.</summary>
internal static class CountFinder
{
    public static void Run(Scan scan)
    {
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            if (!scan.IsFree(i) || CountFields.NumberAt(scan, i) is not { } low)
                continue;
            var (high, at) = (low, i + 1);
            if ((scan.Is(at, KeyKind.To) || scan.Is(at, KeyKind.Or) || scan.Is(at, KeyKind.And)) && CountFields.NumberAt(scan, scan.IsWord(at + 1, "a") ? at + 2 : at + 1) is { } second && second > low)
                (high, at) = (second, scan.IsWord(at + 1, "a") ? at + 3 : at + 2);
            var plus = scan.IsSign(at, '+');
            at += plus ? 1 : 0;
            var words = NumberReader.At(scan, i, (_, _) => false);
            if (low == high && words is var (number, next) && number != low && next > at)
                (low, high, at) = (number, number, next);
            // "thirty-odd agents"
            if (scan.IsSign(at, '-') && scan.IsWord(at + 1, "odd"))
                at += 2;
            if (low == high && scan.IsWord(at, "dozen"))
                (low, high, at) = (low * 12, high * 12, at + 1);
            if ((CountFields.FieldAt(scan, ref at) ?? CountFields.FieldBefore(scan, i) ?? CountAsked.Field(scan, i, at)) is { } field)
            {
                if (CountParts.IsOthers(scan, i) || CountOfOthers.IsIt(scan, i) || CountParts.AreJoining(scan, at))
                {
                    if (CountOfOthers.OwnBehind(scan, field, at) is var (own, from, to))
                        Note(scan, field, own, own, from, at = to, isCorrected: true);
                    i = at - 1;
                    continue;
                }
                if (low == high && CountParts.Others(scan, field, i, at) is var (more, behind))
                    (low, high, at) = (low + more, high + more, behind);
                at = CountFields.PeriodEnd(scan, at);
                if (low == high && CountPlaces.More(scan, field, at) is var (there, over))
                {
                    Note(scan, field, low + there, low + there, i, at = over, isCorrected: true);
                    i = at - 1;
                    continue;
                }
                if (low == high && (CountParts.Corrected(scan, field, at) ?? CountChange.At(scan, field, low, i, at) ?? CountParts.ThatUse(scan, low, at)) is var (corrected, last))
                    Note(scan, field, corrected, corrected, i, at = last, isCorrected: true);
                else
                    Note(scan, field, low, plus ? null : high, i, at);
                i = at - 1;
            }
            else if (TryAgain(scan, low, i, at))
            {
                return;
            }
            else if (scan.AskedField is { Kind: FieldKind.Count } asked && scan.Tokens.Length <= 4 && at >= scan.Tokens.Length - 1 && scan.Find(asked.Name) is null)
            {
                Note(scan, asked, low, plus ? null : high, i, at);
                return;
            }
        }
        TryAlone(scan);
        if (scan.Values.Count == 0 || !scan.Values.Exists(value => scan.Playbook.Field(value.Field)?.Kind == FieldKind.Count))
            TryInstead(scan);
    }

    // "just me for now": one, where people are counted.
    private static void TryAlone(Scan scan)
    {
        if (CountFields.OfUs(scan) is { } people && scan.Find(people.Name) is null && CountParts.Alone(scan, scan.AskedField == people) is var (first, end))
            Note(scan, people, 1, 1, first, end);
    }

    // "12 nahi 15 likho", "not 12 but 15", "15 instead of 12": where 12 is what is known.
    private static void TryInstead(Scan scan)
    {
        foreach (var field in scan.Playbook.Fields)
        {
            if (field.Kind != FieldKind.Count || scan.Known(field.Name) is not { Min: { } before } known || known.Max != before || CountParts.Instead(scan, before) is not var (number, first, end))
                continue;
            scan.Cues |= Cues.Correction;
            Note(scan, field, number, number, first, end, isCorrected: true);
            return;
        }
    }

    // "Sorry, 18 with the new office": the number that was told before, when there was only one.
    private static bool TryAgain(Scan scan, decimal number, int at, int end)
    {
        if (at > 3 || !(scan.IsWord(0, "sorry") || scan.IsWord(0, "oops") || scan.IsWord(0, "correction") || scan.IsWord(0, "wait"))
            || (end < scan.Tokens.Length && scan.Tokens[end].Kind == TokenKind.Word && !scan.IsWord(end, "with") && !scan.IsWord(end, "in") && !scan.IsWord(end, "now") && !scan.IsWord(end, "not")))
            return false;
        PlaybookField[] known = [.. scan.Playbook.Fields.Where(field => field.Kind == FieldKind.Count && scan.Known(field.Name) is not null)];
        if (known is not [var only] || scan.AskedField is { Kind: FieldKind.Count or FieldKind.Beds or FieldKind.Money } asked && asked != only)
            return false;
        scan.Cues |= Cues.Correction;
        Note(scan, only, number, number, at, end);
        return true;
    }

    private static readonly HashSet<string> ForPeople = new(["log", "ppl", "pple", "peeps", "pax", "bande", "aadmi"], StringComparer.OrdinalIgnoreCase);

    // "15 ppl" and "10 log" are 15 and 10 people where they are said again.
    private static string Spelled(string said) => said.LastIndexOf(' ') is > 0 and var at && ForPeople.Contains(said[(at + 1)..]) ? said[..at] + " people" : said;

    private static void Note(Scan scan, PlaybookField field, decimal low, decimal? high, int first, int end, bool isCorrected = false)
    {
        if (scan.Find(field.Name) is not null)
            return;
        var said = Spelled(scan.Span(first, end).Of(scan.Text));
        var number = low.ToString("#,0.##", CultureInfo.InvariantCulture);
        var display = end - first > 1 && !isCorrected ? Temper.IsShouting(scan.Text) ? said.ToLowerInvariant() : said : field.Words.Count > 0 ? $"{number} {field.Words[0]}" : number;
        scan.Found(field.Name, new(Min: low, Max: high, Unit: CountUnits.Of(field, display)), display, 0.93, first, end);
    }
}
