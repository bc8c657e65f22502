using System.Globalization;
using System.Text;

namespace LeadHeat.Core.Identity;

/// <summary>Whether two names can be one person's.</summary>
public enum NameAgreement { Unknown, Same, Different }

/// <summary>Compares names: "A. Khan" is "Ahmed Khan", "José" is "Jose", and what is written in other letters cannot be compared.</summary>
public static class Names
{
    // Written out, because the programs run without a culture's tables: each letter below is the one above it without its marks.
    private const string Marked = "àáâãäåāăąǎǟǡǻȁȃȧçćĉċčďđèéêëēĕėęěȅȇȩĝğġģǧǵĥħȟìíîïĩīĭįıǐȉȋĵǰķǩĺļľłñńņňǹòóôõöøōŏőơǒǫǭȍȏȫȭȯȱŕŗřȑȓśŝşšșţťțùúûüũūŭůűųưǔǖǘǚǜȕȗŵýÿŷȳźżž";
    private const string Plain = "aaaaaaaaaaaaaaaacccccddeeeeeeeeeeeegggggghhhiiiiiiiiiiiijjkkllllnnnnnooooooooooooooooooorrrrrssssstttuuuuuuuuuuuuuuuuuuwyyyyzzz";

    public static NameAgreement Compare(string? left, string? right)
    {
        var (one, other) = (Parts(left), Parts(right));
        if (one.Count == 0 || other.Count == 0 || IsLatin(one) != IsLatin(other))
            return NameAgreement.Unknown;
        var (few, many) = one.Count <= other.Count ? (one, other) : (other, one);
        var same = Covers(few, many) || one.Count == other.Count && Covers(many, few);
        return same ? NameAgreement.Same : NameAgreement.Different;
    }

    // Each part of the shorter name is one of the longer, or its initial; somebody has to be named in full.
    private static bool Covers(List<string> few, List<string> many) =>
        few.Exists(part => part.Length > 1 && many.Contains(part)) && few.TrueForAll(part => many.Exists(whole => Fits(part, whole)));

    private static bool Fits(string part, string whole) => part == whole || (part.Length == 1 || whole.Length == 1) && part[0] == whole[0];

    private static List<string> Parts(string? name)
    {
        List<string> parts = [];
        var part = new StringBuilder();
        foreach (var letter in (name ?? "").ToLowerInvariant())
        {
            if (char.IsLetter(letter))
                part.Append(Marked.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var place ? Plain[place] : letter);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark) && letter is not ('\'' or '’'))
                End();
        }

        End();
        return parts;

        void End()
        {
            if (part.Length > 0)
                parts.Add(part.ToString());
            part.Clear();
        }
    }

    private static bool IsLatin(List<string> parts) => parts.TrueForAll(part => part[0] < 0x250);
}
