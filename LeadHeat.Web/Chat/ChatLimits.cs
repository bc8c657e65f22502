using System.Threading.RateLimiting;

namespace LeadHeat.Web.Chat;

/// <summary>How much one visitor may ask of this process; the Api limits addresses over all processes.</summary>
internal sealed class ChatLimits : IDisposable
{
    public const int LongestText = 4000;

    /// <summary>The longest message in bytes: 4,000 characters, each escaped, with what surrounds them.</summary>
    public const int LongestFrame = 32 * 1024;

    private readonly PartitionedRateLimiter<Guid> _messages = BySession();
    private readonly PartitionedRateLimiter<Guid> _pages = BySession();

    private readonly PartitionedRateLimiter<string> _starts = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetTokenBucketLimiter(address, _ => Bucket(burst: 60)));

    public bool MayWrite(Guid session)
    {
        using var lease = _messages.AttemptAcquire(session);
        return lease.IsAcquired;
    }

    public bool MayRead(Guid session)
    {
        using var lease = _pages.AttemptAcquire(session);
        return lease.IsAcquired;
    }

    public bool MayStart(string address)
    {
        using var lease = _starts.AttemptAcquire(address);
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        _messages.Dispose();
        _pages.Dispose();
        _starts.Dispose();
    }

    private static PartitionedRateLimiter<Guid> BySession() => PartitionedRateLimiter.Create<Guid, Guid>(session =>
        RateLimitPartition.GetTokenBucketLimiter(session, _ => Bucket(burst: 10)));

    private static TokenBucketRateLimiterOptions Bucket(int burst) => new()
    {
        TokenLimit = burst, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0,
    };
}
