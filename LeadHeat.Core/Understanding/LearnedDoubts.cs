using LeadHeat.Core.Facts;
using LeadHeat.Core.Understanding.Classifying;

namespace LeadHeat.Core.Understanding;

/// <summary>
/// Doubts values of which rules have no doubt, where the words around them sound like those around what others pay and are reached at: it was learned
/// from marked examples (<c>common/values.json</c>). What answers our own question is believed.
/// </summary>
internal static class LearnedDoubts
{
    // Chosen so that of a hundred values that the rules read rightly not one is refused (evals/README.md).
    private const double LeastOfAmounts = 0.02;
    private const double LeastOfContacts = 0.03;
    private const double LeastOfTimes = 0.04;

    // Fewer words around a value say nothing of whose it is: "is 80 lakhs enough?"
    private const int FewestAround = 6;

    /// <summary>Whether an amount is hardly what the visitor would spend.</summary>
    public static bool IsOthers(Scan scan, in Price price) => !scan.Answers(FactFields.Budget) && Own(scan, ValueKind.Amounts, price.Start, AmountEnd(scan, price)) < LeastOfAmounts;

    /// <summary>Whether a time is hardly when the visitor wants to move, open or start.</summary>
    public static bool IsOthers(Scan scan, in When when) => !scan.Answers(FactFields.Timeline) && Own(scan, ValueKind.Times, when.Start, when.End) < LeastOfTimes;

    /// <summary>Whether a number or an address between two places of the text is hardly the visitor's.</summary>
    public static bool IsOthers(Scan scan, int from, int to) =>
        !scan.Answers(FactFields.Phone) && !scan.Answers(FactFields.Email) && Own(scan, ValueKind.Contacts, scan.TokenAt(from), scan.TokenAt(to)) < LeastOfContacts;

    private static double Own(Scan scan, ValueKind kind, int start, int end) => WordsAround(scan, start, end) < FewestAround ? 1 : scan.Playbook.Values.OwnAt(scan, kind, start, end);

    private static int WordsAround(Scan scan, int start, int end)
    {
        var count = 0;
        for (var i = 0; i < scan.Tokens.Length; i++)
            count += (i < start || i >= end) && scan.Tokens[i].Kind == TokenKind.Word ? 1 : 0;
        return count;
    }

    // Examples mark the amount without what bounds it: of "1.2 cr max" the first two words, of "2.3 - 2.6 cr" the whole.
    private static int AmountEnd(Scan scan, in Price price)
    {
        var end = price.End;
        while (end - 1 > price.Start && !IsOfAmount(scan.Tokens[end - 1]))
            end--;
        return end;
    }

    private static bool IsOfAmount(in Token token) => token.Kind == TokenKind.Number
        || token.Key.Kind is KeyKind.Scale or KeyKind.Currency or KeyKind.Number or KeyKind.Tens or KeyKind.Hundred or KeyKind.Half or KeyKind.HindiNumber;
}
