using System.ComponentModel.DataAnnotations;
using LeadHeat.Core.Uploads;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Uploads;

/// <summary>The section Uploads of the configuration: Uploads__MostBytes and so on.</summary>
internal sealed class UploadLimits
{
    public const string Section = "Uploads";

    /// <summary>A file has at most so many bytes.</summary>
    [Range(1024, 1L << 40, ErrorMessage = "Uploads:MostBytes has to be at least 1024.")]
    public long MostBytes { get; set; } = 1024L * 1024 * 1024;

    /// <summary>A file has at most so many columns.</summary>
    [Range(1, 5000, ErrorMessage = "Uploads:MostColumns has to be from 1 to 5000.")]
    public int MostColumns { get; set; } = 500;

    /// <summary>A field has at most so many characters.</summary>
    [Range(100, 100_000, ErrorMessage = "Uploads:LongestField has to be from 100 to 100000.")]
    public int LongestField { get; set; } = 20_000;

    public CsvLimits Csv => new(MostColumns, LongestField);
}

[OptionsValidator]
internal sealed partial class UploadLimitsValidator : IValidateOptions<UploadLimits>;
