using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.HeatModels;

/// <summary>When models are trained: <c>HeatModels__Needed=100</c>.</summary>
internal sealed record HeatModelOptions
{
    public const string Section = "HeatModels";

    /// <summary>So many leads have to be won, and as many lost, before a model is trained.</summary>
    [Range(20, 1_000_000, ErrorMessage = "HeatModels__Needed must be from 20 to 1000000.")]
    public int Needed { get; init; } = 40;

    /// <summary>A model learns from the newest so many leads at the most.</summary>
    [Range(100, 2_000_000, ErrorMessage = "HeatModels__MostLeads must be from 100 to 2000000.")]
    public int MostLeads { get; init; } = 200_000;
}

[OptionsValidator]
internal sealed partial class HeatModelOptionsValidator : IValidateOptions<HeatModelOptions>;
