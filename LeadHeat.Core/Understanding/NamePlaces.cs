using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Finds names by where they stand: before "here", under a greeting, beside a number, at the head or the end of a message.</summary>
internal static class NamePlaces
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Openings = WordSet.Of("bonjour bonsoir hallo guten tag morgen abend hola buenos buenas dias tardes ciao buongiorno buonasera salut servus merhaba selam privet assalamu alaikum aleikum alaykum assalamualaikum walaikum hi hello hey hii hiya salam salaam namaste namaskar namaskara vanakkam marhaba hola good morning evening afternoon");

    /// <summary>Places where only a name stands.</summary>
    public static bool TrySure(Scan scan) => NameHere.Try(scan) || NameSigned.Try(scan) || NameAtHead.Try(scan, sure: true) || NameCard.Try(scan) || NameBesideContact.Try(scan, sure: true);

    /// <summary>Places where a name stands if it has a capital, or is no word of English.</summary>
    public static bool Try(Scan scan) => TrySure(scan) || NameAtHead.Try(scan, sure: false) || NameAtEnd.Try(scan) || NameBesideContact.Try(scan, sure: false);

    /// <summary>A word of the playbook's is no name, unless it is one everywhere and more of a name follows: "Khalifa Al Ketbi".</summary>
    public static bool IsOfPhrase(Scan scan, int first, int end) =>
        scan.Tokens[first].Word >= 0 && scan.Tokens[first].Length > 1 && !(end > first + 1 && GivenNames.IsAt(scan, first) && !NameFinder.IsPlace(scan, first));

    /// <summary>Whether a number or an address was given.</summary>
    public static bool HasContact(Scan scan) => (scan.Find(FactFields.Email) ?? scan.Find(FactFields.Phone)) is not null;

    /// <summary>Whether somebody is greeted here.</summary>
    public static bool IsOpening(Scan scan, int at) => Openings.Contains(scan.WordAt(at));
}
