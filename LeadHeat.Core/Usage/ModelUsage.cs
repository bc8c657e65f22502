using System.Text.Json.Serialization;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Usage;

/// <summary>What hosted models were asked for and what it cost, in a stretch of time.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive.</param>
/// <param name="Currency">ISO 4217, of all costs.</param>
/// <param name="Rows">By day (oldest first), or the most expensive channels or conversations first, at most 500.</param>
public sealed record ModelUsage(
    DateTimeOffset From, DateTimeOffset To, UsageBy By, string Currency, UsageFigures Total, IReadOnlyList<UsageRow> Rows, DaySpending Today);

/// <summary>One day, channel or conversation.</summary>
/// <param name="Key"><c>2026-11-21</c>, <c>web</c>, or a conversation's id; empty for conversations that were deleted.</param>
/// <param name="LeadId">Of a conversation.</param>
/// <param name="Title">Of a conversation: the lead's name.</param>
public sealed record UsageRow(string Key, UsageFigures Figures, Guid? LeadId = null, string? Title = null);

/// <param name="Turns">Turns in which a model was called.</param>
/// <param name="Calls">Calls, also those that failed.</param>
/// <param name="Cost">Of the calls of models that have a price.</param>
/// <param name="Unpriced">Calls of models that have none.</param>
public sealed record UsageFigures(int Turns, int Calls, int Failed, long InputTokens, long OutputTokens, decimal Cost, int Unpriced);

/// <summary>What a usage is broken down by.</summary>
[JsonConverter(typeof(WireEnumConverter<UsageBy>))]
public enum UsageBy { Day, Channel, Conversation }

/// <summary>What was spent on hosted models today (UTC), against the budget.</summary>
/// <param name="Budget">Null when there is none.</param>
public sealed record DaySpending(DateOnly Day, decimal Spent, decimal? Budget, string Currency, BudgetState State)
{
    /// <summary>From this part of the budget on the team is warned.</summary>
    public const decimal WarnAt = 0.8m;

    /// <summary>The spending of a day, judged.</summary>
    public static DaySpending Of(DateOnly day, decimal spent, decimal? budget, string currency) => new(
        day, spent, budget, currency,
        budget is not { } limit ? BudgetState.Open : spent >= limit ? BudgetState.Spent : spent >= limit * WarnAt ? BudgetState.Warning : BudgetState.Open);
}

/// <summary><c>open</c>; <c>warning</c> from four fifths on; <c>spent</c>: the built-in agent answers until midnight (UTC).</summary>
[JsonConverter(typeof(WireEnumConverter<BudgetState>))]
public enum BudgetState { Open, Warning, Spent }
