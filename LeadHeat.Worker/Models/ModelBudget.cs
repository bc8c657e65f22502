using LeadHeat.Core.Usage;
using LeadHeat.Core.Wire;

namespace LeadHeat.Worker.Models;

/// <summary>Whether today's money for hosted models is spent. The Api adds up what all workers spend; here its word holds for a moment.</summary>
internal sealed class ModelBudget(LeadHeatClient api, TimeProvider clock)
{
    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(5);

    private volatile Answer? _last;

    public async Task<bool> IsSpentAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_last is { } known && now < known.Until)
            return known.IsSpent;
        try
        {
            var today = await api.GetSpendingAsync(cancellationToken);
            _last = new(today.State == BudgetState.Spent, now + Holds);
        }
        catch (LeadHeatException)
        {
            // Without the Api no answer can be stored either; what it said last goes on.
        }

        return _last?.IsSpent ?? false;
    }

    private sealed record Answer(bool IsSpent, DateTimeOffset Until);
}
