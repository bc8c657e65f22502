using System.Net;
using System.Net.Sockets;

namespace LeadHeat.AppHost.Local.Engine;

/// <summary>Hands out ports of the loopback address that nobody has, no two the same.</summary>
internal sealed class Ports
{
    // Below the range from which systems take the near ends of outgoing connections, so that none of those gets in between.
    private const int FirstFree = 20000;
    private const int LastFree = 32000;
    private const int Stride = 40;

    private readonly HashSet<int> _taken = [];

    // A port is free until its process is up, which takes a while: runs that start at the same time look in different places.
    private int _next = FirstFree + (Environment.ProcessId * Stride % (LastFree - FirstFree));

    /// <summary>The wanted port, or the next free one after it, but none that somebody else of this app wants.</summary>
    public int Near(int wanted, IReadOnlySet<int> othersWant)
    {
        for (var port = wanted; port <= IPEndPoint.MaxPort; port++)
            if ((port == wanted || !othersWant.Contains(port)) && TryTake(port))
                return port;
        return Any();
    }

    public int Any()
    {
        while (true)
        {
            var port = _next;
            _next = port + 1 < LastFree ? port + 1 : FirstFree;
            if (TryTake(port))
                return port;
        }
    }

    private bool TryTake(int port) => !_taken.Contains(port) && IsFree(port) && _taken.Add(port);

    private static bool IsFree(int port) => CanListen(IPAddress.Loopback, port) && (!Socket.OSSupportsIPv6 || CanListen(IPAddress.IPv6Loopback, port));

    private static bool CanListen(IPAddress address, int port)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            return true;
        }
        catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            return false;
        }
        catch (SocketException noIPv6) when (noIPv6.SocketErrorCode is SocketError.AddressNotAvailable)
        {
            return true;
        }
    }
}
