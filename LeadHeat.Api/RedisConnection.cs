using StackExchange.Redis;

namespace LeadHeat.Api;

/// <summary>
/// The process's one connection to Redis. It comes and goes by itself, and nothing here throws or waits for it:
/// what is lost in between is found again by looking at Postgres.
/// </summary>
internal sealed partial class RedisConnection : IDisposable
{
    private readonly ConnectionMultiplexer _multiplexer;
    private readonly ILogger<RedisConnection> _logger;

    public RedisConnection(IConfiguration configuration, ILogger<RedisConnection> logger)
    {
        var address = configuration.GetConnectionString("redis")
            ?? throw new InvalidOperationException("There is no Redis: set ConnectionStrings__redis.");
        var options = ConfigurationOptions.Parse(address);
        options.AbortOnConnectFail = false;
        options.ClientName = "leadheat-api";
        options.ConnectTimeout = 2000;
        options.KeepAlive = 5;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        _logger = logger;
        _multiplexer = ConnectionMultiplexer.Connect(options);
        _multiplexer.ConnectionFailed += (_, failure) => LogLost(logger, failure.ConnectionType, failure.FailureType);
        _multiplexer.ConnectionRestored += (_, restored) => LogBack(logger, restored.ConnectionType);
    }

    public bool IsUp => _multiplexer.IsConnected;

    /// <summary>Sends what need not be answered; false when it certainly did not go out.</summary>
    public bool TrySend(Action<IDatabase> send)
    {
        if (!IsUp)
            return false;
        try
        {
            send(_multiplexer.GetDatabase());
            return true;
        }
        catch (RedisException failure)
        {
            LogNotSent(_logger, failure.Message);
            return false;
        }
    }

    /// <summary>A list's entries; null when Redis did not tell within the time.</summary>
    public async Task<RedisValue[]?> TryReadListAsync(string key, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (!IsUp)
            return null;
        try
        {
            return await _multiplexer.GetDatabase().ListRangeAsync(key).WaitAsync(limit, cancellationToken);
        }
        catch (Exception failure) when (failure is RedisException or TimeoutException)
        {
            LogNotSent(_logger, failure.Message);
            return null;
        }
    }

    /// <summary>How many of the keys there were; none when Redis did not answer within the time.</summary>
    public async Task<int> TryDeleteAsync(RedisKey[] keys, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (!IsUp || keys.Length == 0)
            return 0;
        try
        {
            return (int)await _multiplexer.GetDatabase().KeyDeleteAsync(keys).WaitAsync(limit, cancellationToken);
        }
        catch (Exception failure) when (failure is RedisException or TimeoutException)
        {
            LogNotSent(_logger, failure.Message);
            return 0;
        }
    }

    /// <summary>A script's numbers; null when Redis did not answer within the time.</summary>
    public async ValueTask<long[]?> TryRunAsync(string script, RedisKey[] keys, RedisValue[] arguments, TimeSpan limit)
    {
        if (!IsUp)
            return null;
        try
        {
            // The client sends the script's name, and its text where Redis is new or was told to forget it.
            return (long[]?)await _multiplexer.GetDatabase().ScriptEvaluateAsync(script, keys, arguments).WaitAsync(limit);
        }
        catch (Exception failure) when (failure is RedisException or TimeoutException)
        {
            LogNotSent(_logger, failure.Message);
            return null;
        }
    }

    /// <summary>Also while Redis is away: the client subscribes once it is back. Messages come one at a time, in order.</summary>
    public void Subscribe(string channel, Action<byte[]> received) =>
        _multiplexer.GetSubscriber().Subscribe(RedisChannel.Literal(channel), CommandFlags.FireAndForget)
            .OnMessage(message => received((byte[])message.Message!));

    public void Dispose() => _multiplexer.Dispose();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis is lost ({Connection}): {Reason}")]
    private static partial void LogLost(ILogger logger, ConnectionType connection, ConnectionFailureType reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Redis is back ({Connection})")]
    private static partial void LogBack(ILogger logger, ConnectionType connection);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis did not take a command: {Reason}")]
    private static partial void LogNotSent(ILogger logger, string reason);
}
