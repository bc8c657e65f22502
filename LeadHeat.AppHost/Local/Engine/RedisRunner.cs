using System.Net.Sockets;
using System.Text;

namespace LeadHeat.AppHost.Local.Engine;

internal sealed class RedisRunner(RedisResource redis, DataFolder data, string password, int port) : Runner(redis.Name, redis.Name)
{
    private const string Configuration = "redis.conf";

    public override IReadOnlyList<string> Urls => [$"redis://127.0.0.1:{port}"];

    public string ConnectionString => $"127.0.0.1:{port},password={password}";

    public override Task PrepareAsync(LogFile log, CancellationToken cancellationToken)
    {
        // In a file because a command line can be read by everybody on the machine.
        data.WritePrivately(Configuration, $"""
            bind 127.0.0.1
            port {port}
            requirepass {password}
            dir "{data.CreateFolder("redis")}"
            appendonly yes
            appendfsync everysec
            save ""
            maxmemory-policy noeviction
            daemonize no

            """);
        return Task.CompletedTask;
    }

    public override Command Command() => new(
        Binaries.OnPath("redis-server") ?? throw new CannotStart(
            "Redis is not on this machine. ./setup.sh installs it, or set ConnectionStrings__redis to one that runs elsewhere."),
        data.PathOf(Configuration))
    {
        WhenAbandoned = Signal.Terminate,
    };

    public override async Task<bool> IsHealthyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", port, cancellationToken);
            using var reader = new StreamReader(client.GetStream());
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"AUTH {password}\r\nPING\r\n"), cancellationToken);

            // While it reads its data it answers -LOADING.
            return await reader.ReadLineAsync(cancellationToken) == "+OK" && await reader.ReadLineAsync(cancellationToken) == "+PONG";
        }
        catch (Exception refused) when (refused is SocketException or IOException)
        {
            return false;
        }
    }
}
