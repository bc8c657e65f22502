using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace LeadHeat.Api.Demo;

/// <summary>The hand-written files of <c>demo/</c>, embedded so that a published Api has them too.</summary>
internal static class DemoFiles
{
    public static readonly IReadOnlyList<DemoCity> Cities = [Read("dubai", DemoJson.Default.DemoCity), Read("bangalore", DemoJson.Default.DemoCity)];
    public static readonly DemoPhrases Phrases = Read("phrases", DemoJson.Default.DemoPhrases);
    public static readonly DemoPeople People = Read("people", DemoJson.Default.DemoPeople);
    public static readonly IReadOnlyList<DemoTalk> Talks = [.. ReadTalks("real-estate"), .. ReadTalks("cafe"), .. ReadTalks("b2b")];

    private static IEnumerable<DemoTalk> ReadTalks(string playbook)
    {
        using var text = new StreamReader(Open($"{playbook}.txt"));
        return [.. DemoTalk.Read(playbook, text.ReadToEnd())];
    }

    private static T Read<T>(string name, JsonTypeInfo<T> type)
    {
        using var file = Open($"{name}.json");
        return JsonSerializer.Deserialize(file, type) ?? throw new InvalidOperationException($"demo/{name}.json is empty.");
    }

    private static Stream Open(string name) => typeof(DemoFiles).Assembly.GetManifestResourceStream($"demo.{name}")
        ?? throw new InvalidOperationException($"demo.{name} is not embedded.");
}

/// <param name="Code">Begins the external ids of its units.</param>
internal sealed record DemoCity(string City, string Currency, string Code, IReadOnlyList<DemoArea> Areas);

/// <param name="Flat">Usual price of a flat's square metre.</param>
/// <param name="House">Usual price of a house's built square metre.</param>
/// <param name="Types">What is built there; what is more common stands there more often.</param>
/// <param name="Beds">Bedrooms, likewise.</param>
/// <param name="Floors">Of the tallest buildings; 0 for the city's usual.</param>
/// <param name="Count">How many units; 0 for the usual.</param>
/// <param name="Scale">How much larger homes are there than elsewhere.</param>
internal sealed record DemoArea(
    string Name,
    IReadOnlyList<string> Types,
    IReadOnlyList<int> Beds,
    IReadOnlyList<string> Views,
    IReadOnlyList<string> About,
    decimal Flat = 0,
    decimal House = 0,
    int Floors = 0,
    bool Metro = false,
    int Count = 0,
    decimal Scale = 1);

/// <summary>What brokers say, by what they say it of. The keys are in the file.</summary>
internal sealed record DemoPhrases(
    Dictionary<string, DemoNames> Buildings,
    Dictionary<string, string[]> Titles,
    Dictionary<string, string[]> Adjectives,
    Dictionary<string, string[]> Openings,
    Dictionary<string, string[]> Interiors,
    Dictionary<string, string[]> Views,
    Dictionary<string, string[]> Features,
    Dictionary<string, string> TitleFeatures,
    Dictionary<string, string[]> BrandNew,
    Dictionary<string, string[]> Practical,
    Dictionary<string, string[]> Closings);

internal sealed record DemoNames(string[] First, string[] Flat, string[] House);

/// <summary>Names and small sentences of which demo leads are made.</summary>
/// <param name="Tasks">By playbook, as are the next two.</param>
internal sealed record DemoPeople(
    Dictionary<string, DemoPlace> Places,
    string[] Mail,
    string[] Cafes,
    string[] Companies,
    string[] Team,
    Dictionary<string, string[]> Tasks,
    Dictionary<string, string[]> Lost,
    Dictionary<string, string[]> Notes);

/// <param name="Dial">How a phone number there begins; four more digits follow.</param>
internal sealed record DemoPlace(string Dial, string[] First, string[] Last);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(DemoCity))]
[JsonSerializable(typeof(DemoPhrases))]
[JsonSerializable(typeof(DemoPeople))]
internal sealed partial class DemoJson : JsonSerializerContext;
