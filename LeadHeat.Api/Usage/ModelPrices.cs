using LeadHeat.Core.Records;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Usage;

/// <summary>What hosted models cost, and how much may be spent in a day: <c>Model__Prices__0__Model=gpt-4o-mini</c>, <c>Model__DailyBudget=5</c>.</summary>
internal sealed record ModelPrices
{
    public const string Section = "Model";

    private const decimal Million = 1_000_000;

    /// <summary>ISO 4217, of prices and budget.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>What a day (UTC) may cost before the built-in agent takes over; null: there is no limit.</summary>
    public decimal? DailyBudget { get; init; }

    public IReadOnlyList<ModelPrice> Prices { get; init; } = [];

    /// <summary>Null where the model has no price.</summary>
    public decimal? CostOf(ModelCall call) => Prices.FirstOrDefault(price => price.Model == call.Model) is { } price
        ? ((call.InputTokens * price.Input) + (call.OutputTokens * price.Output)) / Million
        : null;
}

/// <summary>The price of a million tokens, read and written.</summary>
internal sealed record ModelPrice
{
    public string Model { get; init; } = "";
    public decimal Input { get; init; }
    public decimal Output { get; init; }
}

/// <summary>Says which setting is wrong.</summary>
internal sealed class ModelPricesValidator : IValidateOptions<ModelPrices>
{
    public ValidateOptionsResult Validate(string? name, ModelPrices options)
    {
        List<string> faults = [];
        if (options.DailyBudget is <= 0)
            faults.Add("Model__DailyBudget must be more than 0; leave it out for no limit.");
        if (options.Currency is not { Length: 3 })
            faults.Add("Model__Currency must be a code of three letters, such as USD.");
        for (var at = 0; at < options.Prices.Count; at++)
        {
            if (options.Prices[at] is { Model.Length: 0 } or { Input: < 0 } or { Output: < 0 })
                faults.Add($"Model__Prices__{at} needs a Model, and an Input and Output price of a million tokens that are not negative.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
