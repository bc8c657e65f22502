using Microsoft.Extensions.Caching.Memory;

namespace LeadHeat.Web.Shell;

/// <summary>
/// Hands what a page was rendered from to its circuit, which begins a moment later: nothing is fetched twice and nothing flickers.
/// It stays in this process, where the circuit is going to be as well; a circuit that finds nothing just fetches.
/// </summary>
public sealed class Handover(IMemoryCache cache)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(20);

    private string _visit = "";

    /// <summary>The visit that page and circuit share; nobody else can guess it.</summary>
    public void Begin(string visit) => _visit = visit;

    public void Keep<T>(T part) where T : class => cache.Set((_visit, typeof(T)), part, Kept);

    /// <summary>What the page left, once.</summary>
    public T? Take<T>() where T : class
    {
        var part = cache.Get<T>((_visit, typeof(T)));
        cache.Remove((_visit, typeof(T)));
        return part;
    }
}
