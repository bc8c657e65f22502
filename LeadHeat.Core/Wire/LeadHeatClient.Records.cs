using System.Globalization;
using LeadHeat.Core.Records;
using LeadHeat.Core.Usage;

namespace LeadHeat.Core.Wire;

public sealed partial class LeadHeatClient
{
    /// <summary>What a turn did, and why.</summary>
    public Task<TurnReport> GetTurnAsync(Guid turnId, CancellationToken cancellationToken = default) =>
        GetAsync(Routes.TurnRecord(turnId), Json.TurnReport, cancellationToken);

    /// <summary>Runs a turn again, without any effect on its lead.</summary>
    public Task<TurnRerun> RerunTurnAsync(Guid turnId, RerunTurn wish, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.RerunTurn(turnId), wish, Json.RerunTurn, Json.TurnRerun, cancellationToken);

    /// <summary>What hosted models cost; the last 30 days when nothing is said.</summary>
    public Task<ModelUsage> GetUsageAsync(UsageBy by, DateTimeOffset? from = null, DateTimeOffset? to = null, CancellationToken cancellationToken = default)
    {
        string Time(string name, DateTimeOffset? time) =>
            time is { } known ? $"&{name}={Uri.EscapeDataString(known.ToString("O", CultureInfo.InvariantCulture))}" : "";
        return GetAsync($"{Routes.Usage}?by={Words.Of(by)}{Time("from", from)}{Time("to", to)}", Json.ModelUsage, cancellationToken);
    }

    /// <summary>What was spent today, for whoever is about to spend more.</summary>
    public Task<DaySpending> GetSpendingAsync(CancellationToken cancellationToken = default) =>
        GetAsync(Routes.Spending, Json.DaySpending, cancellationToken);
}
