using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace LeadHeat.Api.Data;

internal static class TransactionBatch
{
    /// <summary>Plain SQL in the transaction that EF has begun.</summary>
    public static NpgsqlBatch CreateBatch(this IDbContextTransaction transaction)
    {
        var inner = (NpgsqlTransaction)transaction.GetDbTransaction();
        return new NpgsqlBatch(inner.Connection!, inner);
    }
}
