namespace LeadHeat.Api.Demo;

/// <summary>What is decided about a unit before it is priced and described.</summary>
/// <param name="Type">As in the inventory: <c>apartment</c>, <c>villa</c>, <c>plot</c> …</param>
/// <param name="Floor">Of a flat; 0 for what stands on the ground.</param>
/// <param name="Status">Ready, let or not yet built; one of the features, or null.</param>
internal sealed record DemoHome(
    DemoCity Place,
    DemoArea Area,
    string Building,
    string Type,
    int Beds,
    decimal SizeM2,
    int Floor,
    string View,
    string? Status,
    IReadOnlyList<string> Features)
{
    public const string UnderConstruction = "under construction";

    public bool IsFlat => Type is "apartment" or "penthouse";
    public bool IsPlot => Type == "plot";
    public string Kind => IsPlot ? "plot" : IsFlat ? "flat" : "house";
    public decimal SquareFeet => decimal.Round(SizeM2 * 10.7639m / 5, 0) * 5;
}
