using StackExchange.Redis;

namespace LeadHeat.Worker.Jobs;

/// <summary>The one connection to Redis. It mends itself; until it has, every call fails at once with <see cref="JobsAwayException"/>.</summary>
internal sealed class RedisServer(string connectionString) : IDisposable
{
    private const int SlowestRetryMilliseconds = 2_000;

    // StackExchange.Redis 1.x never gives up on an answer by itself.
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _connecting = new(1, 1);
    private ConnectionMultiplexer? _connection;

    public bool IsConnected => _connection?.IsConnected == true;

    public async Task<RedisResult> AskAsync(string command, object[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            var connection = await ConnectAsync(cancellationToken);
            return await connection.GetDatabase().ExecuteAsync(command, arguments).WaitAsync(AnswerLimit, cancellationToken);
        }
        catch (Exception away) when (away is RedisConnectionException or TimeoutException)
        {
            throw new JobsAwayException("Redis cannot be reached", away);
        }
        catch (RedisServerException refused) when (refused.Message.StartsWith("LOADING", StringComparison.Ordinal))
        {
            throw new JobsAwayException("Redis is still loading", refused);
        }
    }

    /// <summary>Sends without waiting for an answer; nothing happens when there is no connection.</summary>
    public void Tell(string command, params object[] arguments)
    {
        if (IsConnected)
            _connection!.GetDatabase().ExecuteAsync(command, arguments, CommandFlags.FireAndForget);
    }

    public async Task SubscribeAsync(string channel, Action received, CancellationToken cancellationToken)
    {
        try
        {
            var connection = await ConnectAsync(cancellationToken);
            await connection.GetSubscriber().SubscribeAsync(channel, (_, _) => received()).WaitAsync(AnswerLimit, cancellationToken);
        }
        catch (Exception away) when (away is RedisConnectionException or TimeoutException)
        {
            throw new JobsAwayException("Redis cannot be reached", away);
        }
    }

    public void Dispose()
    {
        _connection?.Dispose();
        _connecting.Dispose();
    }

    private async Task<ConnectionMultiplexer> ConnectAsync(CancellationToken cancellationToken)
    {
        if (_connection is { } known)
            return known;
        await _connecting.WaitAsync(cancellationToken);
        try
        {
            return _connection ??= await OpenAsync();
        }
        finally
        {
            _connecting.Release();
        }
    }

    private async Task<ConnectionMultiplexer> OpenAsync()
    {
        var options = ConfigurationOptions.Parse(connectionString);
        options.AbortOnConnectFail = false;
        options.ReconnectRetryPolicy = new ExponentialRetry(200, SlowestRetryMilliseconds);
        var connection = await ConnectionMultiplexer.ConnectAsync(options);
        connection.PreserveAsyncOrder = false;
        return connection;
    }
}
