using System.Numerics;
using LeadHeat.Core.Understanding.Classifying;

namespace LeadHeat.Core.Understanding;

/// <summary>
/// The word that is meant by one with a typing error, where it is no word itself: <c>befor</c>, <c>jully</c>, <c>uder</c>, <c>croer</c>, <c>thanksgivng</c>.
/// Only words that bound a time or an amount are looked for: a mistake with others changes no value.
/// </summary>
internal static class Misspelt
{
    private const int Longer = 5;
    private const int Shorter = 4;

    // Beside the keywords: what a feast is called, what begins, and parts of the day and year.
    private const string Others =
        "christmas thanksgiving diwali deepavali ramadan dussehra navratri ugadi pongal sankranti easter halloween "
        + "opening opens moving shifting starting launch launching possession handover beginning middle latest earliest weekend tomorrow yesterday tonight today "
        + "monday tuesday wednesday thursday friday saturday sunday summer winter autumn season later sooner";

    // What people mistype is a word as it is spelled, and not another way to mistype it.
    private static readonly string[] NotEnglish = ["immediatly", "atleast", "lakh", "lakhs", "crore", "crores", "hazar", "diwali", "deepavali", "dussehra", "navratri", "ugadi", "pongal", "sankranti", "handover", "thanksgiving", "ramadan"];

    // Short forms that stand for one of these words, and the one article that everybody mistypes.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Short = WordSet.Of("tomorrow today tonight yesterday before after the");

    private static readonly Dictionary<char, (string Word, ulong Letters)[]> Known = Keywords.ToSpell.Concat(Others.Split(' ')).Distinct(StringComparer.Ordinal)
        .Where(word => word.Length >= Shorter && (EnglishWords.Contains(word) || NotEnglish.Contains(word))).Order(StringComparer.Ordinal).GroupBy(word => word[0])
        .ToDictionary(words => words.Key, words => words.Select(word => (word, PlaceName.SetOf(word))).ToArray());

    /// <summary>The word that a folded word is with one typing error; null when it is a word itself, or may be several.</summary>
    /// <param name="isName">Whether it is written as a name: "Costa" is no cost, but "Febuary" a month.</param>
    public static string? Of(ReadOnlySpan<char> word, bool isName)
    {
        var full = Shorthand.Of(word);
        if (full != word && Short.Contains(full) && word is not "da")
            return full.ToString();
        if (word.Length < Shorter || !Known.TryGetValue(word[0], out var alike) || EnglishWords.Contains(word) || GivenNames.Contains(word))
            return null;
        var letters = PlaceName.SetOf(word);
        string? found = null;
        foreach (var (known, set) in alike)
        {
            if (word.SequenceEqual(known))
                return null;
            if (isName && Math.Min(known.Length, word.Length) < Longer)
                continue;
            // Of short words only two letters that changed places: "yaer".
            if (Math.Max(known.Length, word.Length) < Longer && (known.Length != word.Length || letters != set) || Math.Abs(known.Length - word.Length) > 1 || BitOperations.PopCount(letters & ~set) > 1 || EditDistance.Of(word, known, 1) > 1)
                continue;
            if (found is not null && Keywords.Of(found) != Keywords.Of(known))
                return null;
            found ??= known;
        }
        return found;
    }
}
