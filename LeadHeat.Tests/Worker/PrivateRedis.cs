using System.Diagnostics;
using LeadHeat.Tests.AppHost;
using StackExchange.Redis;

namespace LeadHeat.Tests.Worker;

/// <summary>A Redis of the test's own, that can be stopped and started again.</summary>
internal sealed class PrivateRedis : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("leadheat-redis-").FullName;
    private readonly int _port = FreePort.Next();
    private Process? _process;
    private ConnectionMultiplexer? _connection;

    public string ConnectionString => $"127.0.0.1:{_port}";

    public IDatabase Database => _connection!.GetDatabase();

    public static async Task<PrivateRedis> StartAsync()
    {
        var redis = new PrivateRedis();
        await redis.RunAsync();
        return redis;
    }

    public async Task RunAsync()
    {
        _process = Process.Start(new ProcessStartInfo("redis-server",
            ["--port", $"{_port}", "--bind", "127.0.0.1", "--dir", _folder, "--appendonly", "yes", "--save", ""])
        {
            RedirectStandardOutput = true,
        })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        await Eventually.TrueAsync(IsConnectedAsync, TimeSpan.FromSeconds(60), () => "Redis does not answer");
    }

    public async Task StopAsync()
    {
        _connection?.Dispose();
        _connection = null;
        if (_process is not { HasExited: false } process)
            return;
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    // A connection that was made once the server answers is whole; one that mends itself while the server starts may drop again after its first answer.
    private async Task<bool> IsConnectedAsync()
    {
        try
        {
            _connection = await ConnectionMultiplexer.ConnectAsync($"{ConnectionString},abortConnect=true,allowAdmin=true,connectTimeout=15000,syncTimeout=15000");
            return true;
        }
        catch (RedisConnectionException)
        {
            return false;
        }
    }
}
