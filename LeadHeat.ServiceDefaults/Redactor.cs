using System.Buffers;
using System.Text;

namespace LeadHeat.ServiceDefaults;

/// <summary>
/// Takes e-mail addresses, phone numbers and tokens out of what is about to be logged or traced. Our own lines hold none; this is for what comes
/// with exceptions and from libraries. A text without any sign of one costs one look at its characters and comes back as it is.
/// </summary>
/// <remarks>What is left alone though it is made of digits: ids, dates, times, addresses of machines, durations, numbers of up to seven digits.</remarks>
internal static class Redactor
{
    // A digit of any script that people here write numbers in, an at sign, and one that is escaped in an address.
    private static readonly SearchValues<char> s_signs = SearchValues.Create("@%0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९０１２３４５６７８９");

    private static readonly SearchValues<string> s_words = SearchValues.Create(SecretFinder.Words, StringComparison.OrdinalIgnoreCase);

    public static string Redact(string text)
    {
        var hasWord = text.AsSpan().ContainsAny(s_words);
        if (!hasWord && !text.AsSpan().ContainsAny(s_signs))
            return text;
        text = Replace(text, SecretFinder.Next, "[token]");
        text = Replace(text, EmailFinder.Next, "[e-mail]");
        return Replace(text, PhoneFinder.Next, "[phone]");
    }

    private delegate (int Start, int End)? Finder(string text, int from);

    private static string Replace(string text, Finder next, string placeholder)
    {
        if (next(text, 0) is not { } found)
            return text;
        var (clean, copied) = (new StringBuilder(text.Length), 0);
        for ((int Start, int End)? one = found; one is { } place; one = next(text, copied))
        {
            clean.Append(text, copied, place.Start - copied).Append(placeholder);
            copied = place.End;
        }

        return clean.Append(text, copied, text.Length - copied).ToString();
    }
}
