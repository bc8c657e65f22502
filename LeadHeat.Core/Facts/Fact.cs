using System.Text.Json.Serialization;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Facts;

/// <summary>Something known about a lead, with where it came from.</summary>
/// <param name="Field">The playbook field: <c>budget</c>, <c>areas</c>, <c>beds</c>, <c>email</c> …</param>
/// <param name="Value">The typed value.</param>
/// <param name="Display">The value as a salesperson says it: <c>up to ₹2 Cr</c>.</param>
/// <param name="SetBy">Who set it. What a person set is never overwritten by the bot.</param>
/// <param name="Confidence">0 to 1; 1 for what a person set.</param>
/// <param name="At">When it was set (UTC).</param>
/// <param name="Evidence">The words it came from; empty when a person or an import set it.</param>
public sealed record Fact(
    string Field,
    FactValue Value,
    string Display,
    FactSource SetBy,
    double Confidence,
    DateTimeOffset At,
    IReadOnlyList<Evidence> Evidence);

/// <summary>A value in one of a few shapes; which members are set depends on the field.</summary>
/// <param name="Text">A word or phrase: a city, a property type, an e-mail.</param>
/// <param name="Items">Several: areas, features.</param>
/// <param name="Min">Lower bound, inclusive; null when open.</param>
/// <param name="Max">Upper bound, inclusive; null when open.</param>
/// <param name="Unit">Of the bounds: an ISO 4217 currency, <c>months</c>, <c>m2</c>, or null for plain counts.</param>
/// <param name="Period">For money: <c>month</c> or <c>year</c> for a rent; null for a total.</param>
public sealed record FactValue(
    string? Text = null,
    IReadOnlyList<string>? Items = null,
    decimal? Min = null,
    decimal? Max = null,
    string? Unit = null,
    string? Period = null)
{
    /// <summary>Whether nothing is known: a value that was taken back.</summary>
    [JsonIgnore]
    public bool IsEmpty => Text is null && Items is null or { Count: 0 } && Min is null && Max is null;
}

/// <summary>The words in a message that something came from.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="Start">First character, in UTF-16 units.</param>
/// <param name="Length">How many UTF-16 units; at least 1.</param>
/// <param name="Quote">Exactly the words of that span.</param>
public sealed record Evidence(Guid MessageId, int Start, int Length, string Quote);

/// <summary>Who set a fact; a channel knows a name or number of whoever writes through it.</summary>
[JsonConverter(typeof(WireEnumConverter<FactSource>))]
public enum FactSource { Bot, Person, Form, Import, Channel }

/// <summary>The names of the fields that the product itself knows; playbooks may have more.</summary>
public static class FactFields
{
    public const string Name = "name";
    public const string Email = "email";
    public const string Phone = "phone";
    public const string City = "city";
    public const string Areas = "areas";
    public const string PropertyType = "property_type";
    public const string Beds = "beds";
    public const string Size = "size";
    public const string Features = "features";
    public const string Budget = "budget";
    public const string Timeline = "timeline";
    public const string Purpose = "purpose";
    public const string PreApproved = "preapproved";
    public const string Company = "company";
}
