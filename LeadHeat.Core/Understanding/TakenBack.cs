using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>Knows what is taken back, or does not matter, by the words around it: <c>forget the filter</c>, <c>couldn't care less about a pool</c>, <c>espresso vendam</c>.</summary>
internal static class TakenBack
{
    private const string PainPoints = "pain_points";
    private const string Need = "need";
    private const int MostGlue = 3;
    private const int Reach = 7;
    private const int Open = 4;

    private static readonly PhraseTable<bool> Orders = new((true,
        "forget; forget|ignore what|that i|we said|told|wrote|mentioned about|of|on; forget|ignore about; scratch; scrap; cancel; drop; remove; strike; delete; skip; omit; cut; leave; leave|take|cross|rule|cut out; take|strike|cross off; never mind; nevermind"));

    private static readonly PhraseTable<bool> Contrasts = new((true, "instead of; rather than; in place of; no longer want|need; no more need for|of"));

    private static readonly PhraseTable<bool> Indifferent = new((true,
        "care less about|for; don't|don’t|dont|doesn't|doesnt really|much care about|for; don't|don’t|dont|doesn't|doesnt care|bother about|for|with; do not care about|for; not fussed|bothered about|by|with; no use|need for|of; no interest in; not interested in; "
        + "not keen on; not a fan of; not big on; can|could|we'll|i'll do|live without; can|could easily|happily|gladly do|live without; who needs"));

    // Nobody says this of a trouble or a lack that he wants to be rid of: that is what he looks for.
    private static readonly PhraseTable<bool> Weary = new((true, "had|have enough of; tired|sick of; fed up with|of; done|finished|through with; done our|my time in|with; never again"));

    private static readonly PhraseTable<bool> Behind = new((true,
        "vendam|venda|vendaam|vendaa; ellam|ellaam|lam vendam|venda|vendaam|vendaa; kuda|kooda vendam|venda; vaddu; beku illa; nahi|nahin|nai chahiye|chahie|lena; ki zaroorat|zarurat nahi|nahin; chhodo|chodo; hata|hatao do|dijiye; rehne|rahne do|dijiye|de; "
        + "can go; can wait; not needed|required|wanted|necessary; is|are not needed|required|wanted|necessary; isn't|isnt|isn’t|aren't|arent|aren’t needed|required|wanted|necessary; i|we can do|live without; i|we could do|live without; i|we can skip|drop|leave|forget; "
        + "doesn't|doesn’t|doesnt|don't|don’t|dont matter|interest; no longer needed|required|wanted; is|are no longer needed|required|wanted"));

    // Only where the part of the sentence ends: "the grinder is out", and not "the pool is out of order".
    private static readonly PhraseTable<bool> AtEnd = new((true, "is|are out|off; out; off; cancel; cancelled; canceled; is|are cancelled|canceled; khalas"));
    private static readonly PhraseTable<bool> Leaving = new((true, "leave; take; rule; cross; keep; strike"));

    /// <summary>Whether a choice that is named is taken back there. What hurts is never taken back: who is sick of it looks for the cure.</summary>
    public static bool Says(Scan scan, PlaybookField field, int first, int end)
    {
        if (field.Kind != FieldKind.Choices || field.Name == PainPoints)
            return false;
        if (ChoiceDoubts.IsDeniedBefore(scan, first))
            return true;
        if (field.Name == Need)
            return IsBefore(scan, Orders, first, asOrder: true) || Behind.At(scan, end) is not null;
        return IsPlaceLike(scan, first, end) || IsBefore(scan, Indifferent, first) || (field.Name == FactFields.PropertyType && IsBefore(scan, Weary, first));
    }

    /// <summary>The same of a place: "leave out Jayanagar", "Marina instead of JBR".</summary>
    public static bool IsPlaceLike(Scan scan, int first, int end) =>
        IsBefore(scan, Orders, first, asOrder: true) || IsBefore(scan, Contrasts, first) || Behind.At(scan, end) is not null || IsOver(scan, first, end);

    private static bool IsBefore(Scan scan, PhraseTable<bool> table, int first, bool asOrder = false)
    {
        for (var (at, glue) = (first, 0); glue <= MostGlue; glue++, at--)
        {
            for (var start = Math.Max(0, at - Reach); start < at; start++)
            {
                if (table.At(scan, start) is var (_, behind) && behind == at && !(asOrder && !IsOrder(scan, start)))
                    return true;
            }
            if (at == 0 || !(scan.Is(at - 1, KeyKind.Article) || Glue.Contains(scan.WordAt(at - 1))))
                return false;
        }
        return false;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Glue = WordSet.Of("the that this those these my our any all about another such");

    // "Forget the filter", "can you drop the pool"; not "they forget the follow-ups".
    private static bool IsOrder(Scan scan, int at) => at == 0 || scan.Tokens[at - 1].Kind == TokenKind.Symbol || Ordering.Contains(scan.WordAt(at - 1));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Ordering = WordSet.Of(
        "no hmm ok okay so and please pls plz sorry actually then well wait but oh let's let’s lets can could you u we'll i'll just better also would rather should to ya yaar bhai dear sir");

    // "Leave the pool out", "the grinder is out"
    private static bool IsOver(Scan scan, int first, int end)
    {
        if (AtEnd.At(scan, end) is not var (_, behind) || (behind < scan.Tokens.Length && scan.Tokens[behind].Kind != TokenKind.Symbol && !scan.IsWord(behind, "please") && !scan.IsWord(behind, "then") && !scan.Is(behind, KeyKind.And)))
            return false;
        if (behind - end > 1 || !(scan.IsWord(end, "out") || scan.IsWord(end, "off")))
            return true;
        for (var at = first - 1; at >= 0 && at >= first - Open && scan.Tokens[at].Kind == TokenKind.Word; at--)
        {
            if (Leaving.At(scan, at) is not null)
                return true;
        }
        return false;
    }
}
