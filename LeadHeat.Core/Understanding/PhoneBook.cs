using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LeadHeat.Core.Understanding;

/// <summary>Which phone numbers there are, by Google's metadata; a country's patterns are compiled when they are first needed.</summary>
internal static class PhoneBook
{
    private static readonly (Dictionary<string, string[]> Codes, Dictionary<string, string[]> Regions) Data = Load();
    private static readonly ConcurrentDictionary<string, PhoneRegion?> Regions = new(StringComparer.Ordinal);

    /// <summary>A number with its country code, digits only, as E.164; null when there is no such number.</summary>
    public static string? International(ReadOnlySpan<char> digits)
    {
        for (var length = 1; length <= 3 && length < digits.Length; length++)
        {
            if (!Data.Codes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(digits[..length], out var regions))
                continue;
            foreach (var name in regions)
            {
                // People keep the national prefix: +971 (0)4 123 4567.
                if (Region(name) is { } region && (region.Accepts(digits[length..]) ?? region.WithoutPrefix(digits[length..])) is { } national)
                    return $"+{region.Code}{national}";
            }
            // Whoever writes the country's code means a number, also where none has been given out yet.
            return Region(regions[0]) is { } first && (first.Allows(digits[length..]) ?? first.WithoutPrefix(digits[length..], any: true)) is { } allowed ? $"+{first.Code}{allowed}" : null;
        }
        return null;
    }

    /// <summary>A number as it is dialled within a country; null when there is no such number there.</summary>
    public static string? National(ReadOnlySpan<char> digits, string country) =>
        Region(country) is { } region && (region.Accepts(digits) ?? region.WithoutPrefix(digits)) is { } national ? $"+{region.Code}{national}" : null;

    /// <summary>A number with the prefix that is dialled within a country, as the country may give it out; null when it may not.</summary>
    public static string? NationalOf(ReadOnlySpan<char> digits, string country) =>
        Region(country) is { } region && region.WithoutPrefix(digits, any: true) is { } national ? $"+{region.Code}{national}" : null;

    /// <summary>The digits behind the prefix that is dialled for another country; empty when it is not there.</summary>
    public static ReadOnlySpan<char> Abroad(ReadOnlySpan<char> digits, string country) =>
        digits.StartsWith("00") ? digits[2..] : Region(country) is { International: "011" } && digits.StartsWith("011") ? digits[3..] : [];

    /// <summary>Whether there is such a country: <c>AE</c>.</summary>
    public static bool Knows(string country) => Data.Regions.ContainsKey(country);

    private static PhoneRegion? Region(string name) => Regions.GetOrAdd(name, static key => Data.Regions.TryGetValue(key, out var fields) ? new(fields) : null);

    private static (Dictionary<string, string[]>, Dictionary<string, string[]>) Load()
    {
        using var stream = typeof(PhoneBook).Assembly.GetManifestResourceStream("phones.json")!;
        using var document = JsonDocument.Parse(stream);
        Dictionary<string, string[]> Read(string name) => document.RootElement.GetProperty(name).EnumerateObject()
            .ToDictionary(entry => entry.Name, entry => entry.Value.EnumerateArray().Select(item => item.GetString()!).ToArray(), StringComparer.Ordinal);
        return (Read("codes"), Read("regions"));
    }
}

/// <summary>One country's numbers.</summary>
/// <param name="fields">Code, international prefix, national prefix, its transform, leading digits, fixed lines, mobiles, any number.</param>
internal sealed class PhoneRegion(string[] fields)
{
    private readonly Regex? _prefix = fields[2].Length == 0 ? null : Pattern($"^(?:{fields[2]})");
    private readonly Regex? _leading = fields[4].Length == 0 ? null : Pattern($"^(?:{fields[4]})");
    private readonly Regex _number = Pattern($"^(?:{string.Join('|', new[] { fields[5], fields[6] }.Where(pattern => pattern.Length > 0).DefaultIfEmpty("(?!)"))})$");

    private readonly Regex _any = Pattern($"^(?:{fields[7]})$");

    public string Code => fields[0];

    public string International => fields[1];

    /// <summary>The digits, when they are a number of this country.</summary>
    public string? Accepts(ReadOnlySpan<char> digits) => digits.Length is >= 5 and <= 15 && _leading?.IsMatch(digits) != false && _number.IsMatch(digits) ? digits.ToString() : null;

    /// <summary>The digits, when the country may give out such a number.</summary>
    public string? Allows(ReadOnlySpan<char> digits) => digits.Length is >= 7 and <= 15 && _any.IsMatch(digits) ? digits.ToString() : null;

    /// <summary>The digits without the prefix that is dialled within the country, when they are a number then.</summary>
    public string? WithoutPrefix(ReadOnlySpan<char> digits, bool any = false)
    {
        var match = _prefix?.Match(digits.ToString());
        if (match is not { Success: true, Length: > 0 })
            return null;
        var rest = digits[match.Length..].ToString();
        // $1 of a transform is set only where the number has the part that it moves.
        if (fields[3].Length > 0 && match.Groups.Count > 1 && match.Groups[^1].Success)
            rest = match.Result(fields[3]) + rest;
        return any ? Allows(rest) : Accepts(rest);
    }

    // Without a time limit, which would let a busy machine change what a message means: these patterns read a few digits, and repeat nothing nested.
    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.CultureInvariant);
}
