using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadHeat.Api.Inventory;

/// <summary>A line of an import. <c>{"externalId":"DXB-1","title":"2-bed flat in Marina","city":"Dubai","beds":2, …}</c></summary>
internal sealed record UnitLine(
    string? ExternalId,
    string? Title,
    string? Description,
    string? City,
    string? Area,
    string? Type,
    decimal? Beds,
    decimal? Baths,
    decimal? SizeM2,
    decimal? Price,
    string? Currency,
    IReadOnlyList<string>? Features,
    bool Available = true)
{
    private const int MostRooms = 100;
    private const decimal LargestM2 = 10_000_000;
    private const decimal HighestPrice = 1_000_000_000_000;
    private const int MostFeatures = 100;
    private const int LongestFeature = 100;

    public static bool IsCurrency(string text) => text.Length == 3 && text.All(char.IsAsciiLetter);

    /// <summary>What is wrong with it, field by field.</summary>
    public IEnumerable<(string? Field, string Reason)> Faults()
    {
        (string? Field, string? Reason)[] checks =
        [
            ("externalId", Text(ExternalId, 200)),
            ("title", Text(Title, 300)),
            ("description", Text(Description, 10_000, required: false)),
            ("city", Text(City, 100)),
            ("area", Text(Area, 100)),
            ("type", Text(Type, 50)),
            ("beds", Number(Beds, MostRooms)),
            ("baths", Number(Baths, MostRooms, required: false)),
            ("sizeM2", Number(SizeM2, LargestM2, required: false)),
            ("price", Price is 0 ? "It has to be more than 0." : Number(Price, HighestPrice)),
            ("currency", Currency is null ? Missing : IsCurrency(Currency) ? null : "Three letters, such as AED or INR."),
            ("features", AreGood(Features) ? null : $"At most {MostFeatures} texts of 1 to {LongestFeature} characters."),
        ];
        return checks.Where(check => check.Reason is not null).Select(check => (check.Field, check.Reason!));
    }

    private const string Missing = "It is missing.";

    private static string? Text(string? text, int longest, bool required = true) =>
        string.IsNullOrWhiteSpace(text) ? (required ? Missing : null)
        : text.Length > longest ? $"At most {longest} characters."
        : text.Contains('\0') ? "It holds a NUL character."
        : null;

    private static string? Number(decimal? number, decimal most, bool required = true) =>
        number is null ? (required ? Missing : null) : number < 0 || number > most ? $"From 0 to {most}." : null;

    private static bool AreGood(IReadOnlyList<string>? features) =>
        features is null
        || (features.Count <= MostFeatures && features.All(text => text is { Length: > 0 and <= LongestFeature } && !text.Contains('\0')));
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(UnitLine))]
internal sealed partial class InventoryJson : JsonSerializerContext;
