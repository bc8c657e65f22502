using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Privacy;

/// <summary>How long what is kept: <c>Privacy__LeadDays=365</c>.</summary>
internal sealed record PrivacyOptions
{
    public const string Section = "Privacy";

    /// <summary>False: nothing goes by itself, not even who was deleted.</summary>
    public bool RetentionOn { get; init; } = true;

    /// <summary>So long a deleted person can be restored.</summary>
    [Range(0, 365, ErrorMessage = "Privacy__DeletedDays must be from 0 to 365.")]
    public int DeletedDays { get; init; } = 30;

    /// <summary>Chats in which nothing was written.</summary>
    [Range(1, 8_760, ErrorMessage = "Privacy__SessionHours must be from 1 to 8760.")]
    public int SessionHours { get; init; } = 24;

    /// <summary>Conversations of people of whom neither name, address nor number is known.</summary>
    [Range(1, 3_650, ErrorMessage = "Privacy__AnonymousDays must be from 1 to 3650.")]
    public int AnonymousDays { get; init; } = 30;

    /// <summary>People with whom nothing has happened since.</summary>
    [Range(1, 36_500, ErrorMessage = "Privacy__LeadDays must be from 1 to 36500.")]
    public int LeadDays { get; init; } = 730;

    /// <summary>What platforms delivered, as its bytes came.</summary>
    [Range(1, 36_500, ErrorMessage = "Privacy__InboundDays must be from 1 to 36500.")]
    public int InboundDays { get; init; } = 730;

    /// <summary>Deliveries whose signature was not ours: anybody may have sent them.</summary>
    [Range(1, 90, ErrorMessage = "Privacy__RefusedDays must be from 1 to 90.")]
    public int RefusedDays { get; init; } = 7;

    /// <summary>Previews and rejected rows of files.</summary>
    [Range(1, 36_500, ErrorMessage = "Privacy__UploadDays must be from 1 to 36500.")]
    public int UploadDays { get; init; } = 90;

    /// <summary>By what deleted people are not brought back by accident. Meta keeps leads for 90 days, and comparisons look at them.</summary>
    [Range(90, 36_500, ErrorMessage = "Privacy__TombstoneDays must be from 90 to 36500.")]
    public int TombstoneDays { get; init; } = 1_095;

    /// <summary>How often the clocks are looked at.</summary>
    [Range(1, 1_440, ErrorMessage = "Privacy__EveryMinutes must be from 1 to 1440.")]
    public int EveryMinutes { get; init; } = 15;
}

[OptionsValidator]
internal sealed partial class PrivacyOptionsValidator : IValidateOptions<PrivacyOptions>;
