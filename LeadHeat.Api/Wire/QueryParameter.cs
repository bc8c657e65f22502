namespace LeadHeat.Api.Wire;

/// <summary>A parameter of a list: what the reader accepts and the OpenAPI document says.</summary>
/// <param name="Words">The allowed words; empty when any value of the kind goes.</param>
/// <param name="Repeats">May be given several times, as alternatives.</param>
internal sealed record QueryParameter(string Name, string Description, IReadOnlyCollection<string> Words, bool Repeats = false)
{
    public QueryParameter(string name, string description) : this(name, description, [])
    {
    }
}

/// <summary>All parameters of an endpoint, as its metadata.</summary>
internal sealed record QueryParameters(IReadOnlyList<QueryParameter> All);
