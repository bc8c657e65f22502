using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Choices that are only told of: what nobody drinks, groups of a messenger, a flat that is rented now, "everything" that is to come on time.</summary>
internal static class ChoicesTold
{
    private static readonly PhraseTable<bool> Messages = new((true, "group|groups|chats|messages|msgs|threads|conversations"));

    private static readonly PhraseTable<bool> Living = new((true, "hain|hai|hoon|hu|hun|rehte|rehta|rehti|rahte|rahta|rahti|reh|rah|the|tha"));

    // "Everything should come before": all of it, not all that there is to buy.
    private static readonly PhraseTable<bool> Doing = new((true, "should|must|has|will|is|was|came|comes|works|gets|got|fine|else|about|depends|takes|goes|went|runs|costs|lives|sits"));

    public static bool IsIt(Scan scan, Meaning meaning, int first, int end) => meaning.Field!.Name switch
    {
        FactFields.PropertyType when IsSold(scan, first, end) => true,
        FactFields.Purpose => Living.At(scan, end) is not null && (scan.IsWord(end - 1, "pe") || scan.IsWord(end - 1, "par")),
        _ when end == first + 1 && scan.IsWord(first, "whatsapp") => Messages.At(scan, end) is not null || ComesBy.Contains(first == 0 ? "" : scan.WordAt(first - 1)),
        _ when end == first + 1 && scan.IsWord(first, "everything") => Doing.At(scan, end) is not null,
        // "We're ready to move by June" is said of people.
        FactFields.Features when scan.IsWord(first, "ready") && scan.IsWord(first + 1, "to") => Ourselves.Contains(first == 0 ? "" : scan.WordAt(first - 1)) || (scan.IsWord(first - 1, "are") && scan.IsWord(first - 2, "we")),
        // "My aeropress" is there already.
        Coffee when scan.IsWord(first - 1, "my") && Brewing.Contains(scan.WordAt(first)) => true,
        _ => IsNobodys(scan, first) || IsUnused(scan, end),
    };

    private const string Coffee = "coffee";
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Brewing = WordSet.Of("aeropress chemex v60 v french pourover drip filter");

    // "As soon as my flat is sold", "once we sell our villa"
    private static bool IsSold(Scan scan, int first, int end) =>
        Owned.IsIn(scan, first - 2, first) && (Sold.At(scan, end) is not null || Selling.IsIn(scan, first - 3, first));

    private static readonly PhraseTable<bool> Owned = new((true, "my; our"));
    private static readonly PhraseTable<bool> Sold = new((true, "is|gets|was|got|has|will sold; is|has|will being|been|be sold; sold; sells; is|are|goes on the market; is|are up for sale"));
    private static readonly PhraseTable<bool> Selling = new((true, "sell; selling; sold"));

    // "Losing leads from whatsapp": where they come in.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ComesBy = WordSet.Of("from in on via over by through");

    // "Nobody in Goa drinks only black single origin"
    private static bool IsNobodys(Scan scan, int first)
    {
        for (var at = first - 1; at >= 0 && at >= first - 9 && scan.Tokens[at].Kind == TokenKind.Word; at--)
        {
            if (scan.IsWord(at, "nobody") || scan.IsWord(at, "noone") || (scan.IsWord(at, "no") && scan.IsWord(at + 1, "one")))
                return Wants.IsIn(scan, at, Math.Min(first, at + 6));
        }
        return false;
    }

    // "Pool and gym and all that we will never use"
    private static bool IsUnused(Scan scan, int end)
    {
        for (var at = end; at < Math.Min(scan.Tokens.Length, end + 8) && scan.Tokens[at].Kind == TokenKind.Word && !scan.IsWord(at, "but"); at++)
        {
            if (Never.At(scan, at) is not null)
                return true;
        }
        return false;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Ourselves = WordSet.Of("i'm i’m im am we're we’re get getting");
    private static readonly PhraseTable<bool> Never = new((true, "i|we|we'll|we’ll|i'll|i’ll never|hardly use; i|we will never|not|hardly use; i|we won't|won’t|wont|don't|don’t|dont use"));
    private static readonly PhraseTable<bool> Wants = new((true, "drinks|drink|wants|want|likes|like|orders|order|buys|buy|asks|ask|needs|need|uses|use"));
}
