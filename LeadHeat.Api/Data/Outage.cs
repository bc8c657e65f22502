using System.Net.Sockets;
using Npgsql;

namespace LeadHeat.Api.Data;

/// <summary>Tells "Postgres is away, restarting, full or had two wait for each other", where the same again will do, from a fault of ours.</summary>
internal static class Outage
{
    public static bool Is(Exception? exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is PostgresException refused)
                return IsPassing(refused.SqlState);
            if (cause is NpgsqlException { InnerException: SocketException or IOException or TimeoutException or null })
                return true;
        }

        return false;
    }

    private static bool IsPassing(string sqlState) =>
        sqlState.StartsWith("08", StringComparison.Ordinal)
        || sqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.DiskFull or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;
}
