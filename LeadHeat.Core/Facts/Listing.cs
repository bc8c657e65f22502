namespace LeadHeat.Core.Facts;

/// <summary>Writes several words as one: <c>Hebbal, Jakkur or Yelahanka</c>.</summary>
internal static class Listing
{
    public static string Or(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} or {items[^1]}",
    };
}
