using System.Text.Json;

namespace LeadHeat.Core.Wire;

/// <summary>An enum's word on the wire and in the database: <c>InterestDetected</c> is <c>interest_detected</c>.</summary>
public static class Words
{
    /// <summary>The word of a value.</summary>
    public static string Of<T>(T value) where T : struct, Enum => Table<T>.ByValue[value];

    /// <summary>The value of a word; false when no value has it.</summary>
    public static bool TryParse<T>(string? word, out T value) where T : struct, Enum
    {
        value = default;
        return word is not null && Table<T>.ByWord.TryGetValue(word, out value);
    }

    /// <summary>The value of a word that was written by us.</summary>
    /// <exception cref="FormatException">No value has this word.</exception>
    public static T Parse<T>(string word) where T : struct, Enum =>
        TryParse<T>(word, out var value) ? value : throw new FormatException($"'{word}' is no {typeof(T).Name}.");

    /// <summary>All words, in the order of declaration.</summary>
    public static IReadOnlyCollection<string> All<T>() where T : struct, Enum => Table<T>.ByWord.Keys;

    private static class Table<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue =
            Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

        public static readonly Dictionary<string, T> ByWord = ByValue.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
