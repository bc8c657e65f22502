using System.Globalization;
using System.Text.Json.Serialization;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Uploads;

/// <summary>Which number of 03/04/2025 is the day.</summary>
[JsonConverter(typeof(WireEnumConverter<DayOrder>))]
public enum DayOrder { DayFirst, MonthFirst }

/// <summary>Reads single values as spreadsheets and other programs write them.</summary>
internal static class Cells
{
    private static readonly string[] Weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
    private static readonly string[] Sentiments = ["positive", "negative", "neutral", "frustrated", "excited"];

    /// <summary>12, 12.5, 12,5, 1,234.50, 1.234,50, 1,20,00,000 or 1 234.</summary>
    public static decimal? Number(ReadOnlySpan<char> text)
    {
        Span<char> plain = stackalloc char[32];
        var length = 0;
        var (lastPoint, lastComma) = (text.LastIndexOf('.'), text.LastIndexOf(','));
        // Of two signs the last is the decimal one; a comma alone is when it parts off no group of three.
        var decimalSign = lastPoint >= 0 && lastComma >= 0 ? lastPoint > lastComma ? '.' : ','
            : lastComma >= 0 && text.Length - lastComma - 1 != 3 && text.Count(',') == 1 ? ','
            : text.Count('.') > 1 ? '\0' : '.';
        foreach (var sign in text)
        {
            if (sign is ' ' or '\u00A0' or '\u202F' or '\'' || (sign is '.' or ',' && sign != decimalSign))
                continue;
            if (length == plain.Length)
                return null;
            plain[length++] = sign == decimalSign ? '.' : sign;
        }
        return decimal.TryParse(plain[..length], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            ? number : null;
    }

    public static bool? Flag(ReadOnlySpan<char> text) => Low(text) switch
    {
        "yes" or "y" or "true" or "t" or "1" or "x" or "ja" or "si" or "oui" or "1.0" => true,
        "no" or "n" or "false" or "f" or "0" or "-" or "nein" or "non" or "0.0" => false,
        _ => null,
    };

    /// <summary>True for won, false for lost; nothing is open.</summary>
    public static (bool Known, bool? Won) Outcome(ReadOnlySpan<char> text) => Low(text) switch
    {
        "won" or "win" or "closedwon" or "converted" or "sold" or "success" or "yes" or "true" or "1" or "booked" or "purchased" or "customer" => (true, true),
        "lost" or "loss" or "closedlost" or "dead" or "no" or "false" or "0" or "notconverted" or "failed" or "rejected" or "junk" or "disqualified" => (true, false),
        "open" or "pending" or "inprogress" or "none" or "active" or "new" or "na" => (true, null),
        _ => (false, null),
    };

    public static LeadStatus? Stage(ReadOnlySpan<char> text) => Low(text) switch
    {
        "new" or "open" or "fresh" or "uncontacted" or "lead" or "todo" => LeadStatus.New,
        "working" or "contacted" or "inprogress" or "attempted" or "followup" or "nurturing" or "active" or "engaged" or "connected" => LeadStatus.Working,
        "qualified" or "sql" or "mql" or "interested" or "opportunity" => LeadStatus.Qualified,
        "visit" or "visitscheduled" or "sitevisit" or "visited" or "sitevisitscheduled" or "meeting" or "meetingscheduled" or "demo" or "viewing" or "appointment" => LeadStatus.Visit,
        "negotiation" or "negotiating" or "proposal" or "offer" or "contract" or "quote" or "proposalsent" => LeadStatus.Negotiation,
        "won" or "closedwon" or "converted" or "sold" or "customer" or "booked" => LeadStatus.Won,
        "lost" or "closedlost" or "dead" or "unqualified" or "disqualified" or "junk" or "notinterested" => LeadStatus.Lost,
        _ => null,
    };

    /// <summary>Monday, mon, or 1 for Monday to 7 for Sunday, which is 0 too.</summary>
    public static string? Weekday(ReadOnlySpan<char> text)
    {
        if (Number(text) is { } number)
            return number is >= 0 and <= 7 && number == decimal.Truncate(number) ? Weekdays[(int)number % 7] : null;
        var low = Low(text);
        return low.Length < 3 ? null : Array.Find(Weekdays, day => day == low || (low.Length <= 4 && day.StartsWith(low, StringComparison.Ordinal)));
    }

    /// <summary>One of five words, or a number from -1 to 1.</summary>
    public static string? Sentiment(ReadOnlySpan<char> text)
    {
        if (Number(text) is { } number)
            return number is < -1 or > 1 ? null : number > 0.2m ? "positive" : number < -0.2m ? "negative" : "neutral";
        var low = Low(text);
        return Array.Find(Sentiments, word => word == low) ?? low switch { "pos" => "positive", "neg" => "negative", "neu" => "neutral", "angry" => "frustrated", _ => null };
    }

    public static string? Currency(ReadOnlySpan<char> text) => text.Trim() switch
    {
        "₹" or "Rs" or "Rs." or "rs" => "INR",
        "$" => "USD",
        "€" => "EUR",
        "£" => "GBP",
        { Length: 3 } code when char.IsAsciiLetter(code[0]) && char.IsAsciiLetter(code[1]) && char.IsAsciiLetter(code[2]) => code.ToString().ToUpperInvariant(),
        _ => null,
    };

    /// <summary>Lower case, letters and digits and points only.</summary>
    private static string Low(ReadOnlySpan<char> text)
    {
        Span<char> low = stackalloc char[Math.Min(text.Length, 40)];
        var length = 0;
        foreach (var sign in text)
        {
            if (!char.IsLetterOrDigit(sign) && sign != '.' && !(sign == '-' && text.Length == 1))
                continue;
            if (length == low.Length)
                return "";
            low[length++] = char.ToLowerInvariant(sign);
        }
        return low[..length].ToString();
    }
}
