using System.Buffers.Binary;
using LeadHeat.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace LeadHeat.Api.Data;

/// <summary>
/// The order of a conversation is that of its messages' ids, which are made of the time. Where the machine's clock was set back while no Api ran, the one that
/// starts now goes on from the newest message, as it would have if it had never stopped.
/// </summary>
internal sealed partial class WrittenTimes(TimeProvider clock, ILogger<WrittenTimes> logger)
{
    // A clock that was wrong by more than that was no small mistake: to live by it for days would be a greater one.
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(1);

    public async Task FollowAsync(LeadsDb db, CancellationToken cancellationToken)
    {
        var newest = MillisecondsOf(await db.Messages.OrderByDescending(message => message.Id).Select(message => message.Id).FirstOrDefaultAsync(cancellationToken));
        var ahead = newest - clock.GetUtcNow().ToUnixTimeMilliseconds();
        if (ahead <= 0)
            return;
        if (ahead <= Furthest.TotalMilliseconds)
            (clock as SteadyClock)?.NotBefore(DateTimeOffset.FromUnixTimeMilliseconds(newest + 1));
        LogAhead(logger, ahead / 1000);
    }

    // The first six bytes of an id. One that somebody made otherwise may say any time at all.
    private static long MillisecondsOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadInt64BigEndian(bytes) >>> 16;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The newest message was written {Seconds} s ahead of this machine's clock: it was set back, or another's is ahead")]
    private static partial void LogAhead(ILogger logger, long seconds);
}
