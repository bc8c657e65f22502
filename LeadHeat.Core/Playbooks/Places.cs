namespace LeadHeat.Core.Playbooks;

/// <summary>A city that the business serves.</summary>
/// <param name="Region">ISO 3166 country: decides how national phone numbers are read.</param>
/// <param name="Currency">ISO 4217: what a bare amount means there.</param>
public sealed record City(string Name, string Region, string Currency, IReadOnlyList<string> Aliases, IReadOnlyList<Area> Areas)
{
    /// <summary>Words for its country or state, by which documents speak of it: <c>Karnataka</c>.</summary>
    public IReadOnlyList<string> Lands { get; init; } = [];
}

/// <summary>A part of a city.</summary>
/// <param name="Latitude">In degrees, of about its middle.</param>
/// <param name="Longitude">In degrees, of about its middle.</param>
public sealed record Area(string Name, string City, IReadOnlyList<string> Aliases, double Latitude, double Longitude)
{
    /// <summary>Kilometres between two areas' middles, good for distances within a city.</summary>
    public double DistanceTo(Area other)
    {
        var north = (other.Latitude - Latitude) * 111.2;
        var east = (other.Longitude - Longitude) * 111.2 * Math.Cos(Latitude * Math.PI / 180);
        return Math.Sqrt((north * north) + (east * east));
    }
}
