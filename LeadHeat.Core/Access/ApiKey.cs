using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Access;

/// <summary>What a key may do. Each scope stands alone: write does not read.</summary>
[JsonConverter(typeof(WireEnumConverter<KeyScope>))]
public enum KeyScope
{
    /// <summary>Read what the team reads.</summary>
    Read,

    /// <summary>Bring leads in: uploads.</summary>
    Intake,

    /// <summary>Change what an agent changes.</summary>
    Write,

    /// <summary>Everything that an admin may do, except people, keys and the audit log.</summary>
    Admin,
}

/// <summary>An admin makes a key for a program.</summary>
/// <param name="Days">How long it is good; for ever when null.</param>
public sealed record AddApiKey(
    [property: Required, StringLength(100, MinimumLength = 1)] string Name,
    [property: Required, MinLength(1, ErrorMessage = "Choose at least one scope.")] IReadOnlyList<KeyScope> Scopes,
    [property: Range(1, 3650)] int? Days = null);

/// <summary>A key as it can be seen again: never the key itself.</summary>
public sealed record ApiKeyView(
    Guid Id, string Name, string LastFour, IReadOnlyList<KeyScope> Scopes, string? CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt,
    DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt);

/// <summary>A new key, shown once.</summary>
/// <param name="Key">What programs send as <c>X-Api-Key</c>.</param>
public sealed record NewApiKey(ApiKeyView View, string Key);
