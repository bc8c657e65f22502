using StackExchange.Redis;

namespace LeadHeat.Api.Limits;

/// <summary>
/// The limits as all Apis see them together: one script, one call for all permits of a request. The time is Redis' own, so that it does not
/// matter whose clock is fast.
/// </summary>
internal sealed class RedisLimits(RedisConnection redis, TimeProvider clock)
{
    // KEYS: lists of the microseconds at which requests were admitted. ARGV: limit and milliseconds of each.
    private const string Script = """
        local t = redis.call('TIME')
        local now = t[1] * 1000000 + t[2]
        local admitted = 1
        for i, key in ipairs(KEYS) do
          local from = now - ARGV[2 * i] * 1000
          local first = redis.call('LINDEX', key, 0)
          while first and tonumber(first) <= from do
            redis.call('LPOP', key)
            first = redis.call('LINDEX', key, 0)
          end
          if redis.call('LLEN', key) >= tonumber(ARGV[2 * i - 1]) then admitted = 0 end
        end
        local answer = { admitted, string.format('%.0f', now) }
        for i, key in ipairs(KEYS) do
          if admitted == 1 then
            redis.call('RPUSH', key, string.format('%.0f', now))
            redis.call('PEXPIRE', key, ARGV[2 * i])
          end
          local used = redis.call('LLEN', key)
          local next = redis.call('LINDEX', key, math.max(0, used - ARGV[2 * i - 1]))
          answer[2 * i + 1] = used
          answer[2 * i + 2] = next and string.format('%.0f', next + ARGV[2 * i] * 1000 - now) or 0
        end
        return answer
        """;

    private const string KeyPrefix = "{lh:limits}:";
    private const int NumbersBeforeKeys = 2;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private long _restsUntil;

    /// <summary>How long a request waits for Redis before its own process decides.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Null when Redis does not say: it is away, or too slow to wait for.</summary>
    public async ValueTask<(Verdict Verdict, long Micros)?> TryTakeAsync(Permit[] permits)
    {
        if (clock.GetTimestamp() < Interlocked.Read(ref _restsUntil))
            return null;
        var keys = Array.ConvertAll(permits, permit => (RedisKey)(KeyPrefix + permit.Key));
        var arguments = new RedisValue[2 * permits.Length];
        for (var i = 0; i < permits.Length; i++)
            (arguments[2 * i], arguments[2 * i + 1]) = (permits[i].Limit, (long)permits[i].Window.TotalMilliseconds);
        if (await redis.TryRunAsync(Script, keys, arguments, LongestWait) is { } answer)
            return Read(answer, permits);
        Interlocked.Exchange(ref _restsUntil, clock.GetTimestamp() + (long)(Rest.TotalSeconds * clock.TimestampFrequency));
        return null;
    }

    private static (Verdict, long) Read(long[] answer, Permit[] permits)
    {
        var admitted = answer[0] == 1;
        var tightest = Of(0);
        for (var i = 1; i < permits.Length; i++)
            tightest = Verdict.Tighter(tightest, Of(i));
        return (tightest, answer[1]);

        Verdict Of(int i) => new(
            admitted, permits[i].Limit, (int)Math.Max(0, permits[i].Limit - answer[NumbersBeforeKeys + 2 * i]),
            TimeSpan.FromMicroseconds(answer[NumbersBeforeKeys + 2 * i + 1]));
    }
}
