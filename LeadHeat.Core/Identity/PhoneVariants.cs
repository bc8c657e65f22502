namespace LeadHeat.Core.Identity;

/// <summary>One telephone line is written in several ways within E.164; all of them have one form here, which is only for comparing.</summary>
public static class PhoneVariants
{
    private const int LongestNumber = 15;

    // Countries whose numbers never begin with the zero that is dialled within them; people write +971 050 … and +91 098 … all the same.
    private static readonly string[] TrunkZero =
    [
        "20", "27", "31", "32", "33", "44", "46", "49", "60", "61", "62", "63", "64", "66", "81", "84", "90", "91", "92", "94", "98", "880", "962", "966", "971", "972",
    ];

    /// <summary>The form in which two ways to write a number are the same.</summary>
    /// <param name="number">E.164, with or without its plus sign; anything else is compared by its digits.</param>
    /// <returns>Digits only; the same for the form itself.</returns>
    public static string Matching(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        if (digits.Length > LongestNumber + 2)
            return digits;
        string before;
        do
        {
            before = digits;
            digits = Brazilian(digits) ?? Mexican(digits) ?? Argentine(digits) ?? WithoutTrunkZero(digits) ?? digits;
        }
        while (digits != before);
        return digits;
    }

    // +55 11 98765 4321 was +55 11 8765 4321 before 2016, and WhatsApp still says so of accounts from that time. Mobile numbers began with 6 to 9.
    private static string? Brazilian(string digits) =>
        digits is ['5', '5', >= '1' and <= '9', >= '1' and <= '9', '9', >= '6' and <= '9', ..] && digits.Length == 13 ? digits.Remove(4, 1) : null;

    // Until 2019 mobiles were dialled with a 1: +52 1 55 1234 5678.
    private static string? Mexican(string digits) => digits.Length == 13 && digits.StartsWith("521", StringComparison.Ordinal) ? digits.Remove(2, 1) : null;

    // From abroad mobiles are dialled with a 9: +54 9 11 1234 5678.
    private static string? Argentine(string digits) => digits.Length == 13 && digits.StartsWith("549", StringComparison.Ordinal) ? digits.Remove(2, 1) : null;

    private static string? WithoutTrunkZero(string digits)
    {
        foreach (var code in TrunkZero)
        {
            if (digits.Length > code.Length + 6 && digits[code.Length] == '0' && digits.StartsWith(code, StringComparison.Ordinal))
                return digits.Remove(code.Length, 1);
        }

        return null;
    }
}
