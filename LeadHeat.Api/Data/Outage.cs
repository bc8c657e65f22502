using System.Net.Sockets;
using Npgsql;

namespace LeadHeat.Api.Data;

/// <summary>Tells "Postgres is away or restarting" from a fault of ours.</summary>
internal static class Outage
{
    public static bool Is(Exception? exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is PostgresException refused)
                return IsShutDownOrFull(refused.SqlState);
            if (cause is NpgsqlException { InnerException: SocketException or IOException or TimeoutException or null })
                return true;
        }

        return false;
    }

    private static bool IsShutDownOrFull(string sqlState) =>
        sqlState.StartsWith("08", StringComparison.Ordinal)
        || sqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.TooManyConnections;
}
