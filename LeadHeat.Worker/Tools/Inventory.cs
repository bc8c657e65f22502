using LeadHeat.Core.Inventory;
using LeadHeat.Core.Wire;
using Microsoft.Extensions.Caching.Memory;

namespace LeadHeat.Worker.Tools;

/// <summary>The Api's inventory. Many visitors ask the same: an answer serves all of them for a few seconds, also while it is on its way.</summary>
internal sealed class Inventory(LeadHeatClient api) : IDisposable
{
    private const int Answers = 2_000;
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);

    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = Answers });

    public async Task<UnitPage> SearchAsync(UnitQuery query, CancellationToken cancellationToken)
    {
        var key = LeadHeatClient.ToQueryString(query);
        var answer = _answers.GetOrCreate(key, entry =>
        {
            entry.Size = 1;
            entry.AbsoluteExpirationRelativeToNow = Kept;
            // Not the first asker's token: others wait for the same answer.
            return api.SearchUnitsAsync(query, CancellationToken.None);
        })!;
        try
        {
            return await answer.WaitAsync(cancellationToken);
        }
        catch (LeadHeatException)
        {
            _answers.Remove(key);
            throw;
        }
    }

    public void Dispose() => _answers.Dispose();
}
