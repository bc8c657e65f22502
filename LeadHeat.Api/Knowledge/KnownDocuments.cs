using System.Security.Cryptography;
using System.Text;
using LeadHeat.Api.Data;
using Npgsql;

namespace LeadHeat.Api.Knowledge;

/// <summary>Remembers for ever which shipped documents were loaded once, by their content.</summary>
internal sealed class KnownDocuments(NpgsqlDataSource database)
{
    public static string MarkOf(NewDocument file) =>
        $"{file.Collection}/{file.Name} {Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(file.Category + "\n"), .. file.Content.Span]).AsSpan(0, 12))}";

    public async Task<HashSet<string>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then("select mark from knowledge_shipped");
        await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
        HashSet<string> marks = [];
        while (await rows.ReadAsync(cancellationToken))
            marks.Add(rows.GetString(0));
        return marks;
    }

    public async Task AddAsync(string mark, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then("insert into knowledge_shipped (mark) values ($1) on conflict do nothing", Sql.Of(mark));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
