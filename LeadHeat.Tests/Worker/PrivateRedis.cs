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
        _connection ??= await ConnectionMultiplexer.ConnectAsync($"{ConnectionString},abortConnect=false,connectTimeout=500,syncTimeout=15000");
        await Eventually.TrueAsync(AnswersAsync, TimeSpan.FromSeconds(60), () => "Redis does not answer");
    }

    public async Task StopAsync()
    {
        if (_process is not { HasExited: false } process)
            return;
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _connection?.Dispose();
        await StopAsync();
        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            return (string)await Database.ExecuteAsync("PING") == "PONG";
        }
        catch (Exception away) when (away is RedisException or TimeoutException)
        {
            return false;
        }
    }
}
