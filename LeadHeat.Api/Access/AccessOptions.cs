using System.ComponentModel.DataAnnotations;
using LeadHeat.Api.Visibility;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Access;

/// <summary>Who may come in: the machines' keys, and the admin that the first start creates.</summary>
internal sealed class AccessOptions
{
    public const string Section = "Access";

    [Required(ErrorMessage = "Set Access__AdminKey: the key that machines of the team show.")]
    [MinLength(8, ErrorMessage = "Access__AdminKey needs at least 8 characters.")]
    public string AdminKey { get; set; } = "";

    [Required(ErrorMessage = "Set Access__ServiceKey: the key that web and workers show.")]
    [MinLength(8, ErrorMessage = "Access__ServiceKey needs at least 8 characters.")]
    public string ServiceKey { get; set; } = "";

    [EmailAddress(ErrorMessage = "Access__AdminEmail is no e-mail address.")]
    public string? AdminEmail { get; set; }

    /// <summary>Which leads agents see: everyone's, their teams' or their own.</summary>
    public LeadVisibility LeadVisibility { get; set; }

    /// <summary>Members without a second factor get at nothing but their own account.</summary>
    public bool RequireSecondFactor { get; set; }

    /// <summary>A file of passwords that have come out somewhere; null: only the common ones are refused.</summary>
    public string? BreachedPasswords { get; set; }

    public string? AdminPassword { get; set; }

    /// <summary>That password was made for this start, or given to it from outside: an admin who has another one, from a start before, gets it too.</summary>
    public bool AdminPasswordIsNew { get; set; }
}

[OptionsValidator]
internal sealed partial class AccessOptionsValidator : IValidateOptions<AccessOptions>;
