using StackExchange.Redis;

namespace LeadHeat.Worker.Jobs;

/// <summary>The one connection to Redis. It mends itself; until it has, every call fails at once with <see cref="JobsAwayException"/>.</summary>
internal sealed class RedisServer(string connectionString) : IDisposable
{
    private const int SlowestRetryMilliseconds = 2_000;
    private const int AnswerLimitMilliseconds = 5_000;

    private readonly SemaphoreSlim _connecting = new(1, 1);
    private ConnectionMultiplexer? _connection;

    public bool IsConnected => _connection?.IsConnected == true;

    public async Task<T> AskAsync<T>(Func<IDatabase, Task<T>> question, CancellationToken cancellationToken)
    {
        try
        {
            var connection = await ConnectAsync(cancellationToken);
            return await question(connection.GetDatabase()).WaitAsync(cancellationToken);
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

    /// <summary>Sends what needs no answer, with <see cref="CommandFlags.FireAndForget"/>; nothing happens when there is no connection.</summary>
    public void Tell(Action<IDatabase> command)
    {
        if (IsConnected)
            command(_connection!.GetDatabase());
    }

    public async Task SubscribeAsync(string channel, Action received, CancellationToken cancellationToken)
    {
        try
        {
            var connection = await ConnectAsync(cancellationToken);
            await connection.GetSubscriber().SubscribeAsync(RedisChannel.Literal(channel), (_, _) => received()).WaitAsync(cancellationToken);
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
        options.AsyncTimeout = AnswerLimitMilliseconds;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        return await ConnectionMultiplexer.ConnectAsync(options);
    }
}
