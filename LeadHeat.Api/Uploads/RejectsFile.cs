using System.Text;
using LeadHeat.Api.Data;
using LeadHeat.Core.Uploads;
using Npgsql;

namespace LeadHeat.Api.Uploads;

/// <summary>The rows that were rejected, as a file: where, why, and the row as it was, to be put right and sent again.</summary>
internal sealed class RejectsFile([FromKeyedServices(Database.Imports)] NpgsqlDataSource database)
{
    // An error a row; what the row was comes with each. $1 upload.
    private const string Rows = """
        select e.line, e.name, e.reason, f.cells
        from upload_errors e join upload_errors f on f.upload_id = e.upload_id and f.line = e.line and f.place = 0
        where e.upload_id = $1 order by e.line, e.place
        """;

    private const int FlushEvery = 32 * 1024;

    public async Task WriteAsync(UploadEntry upload, Stream to, CancellationToken cancellationToken)
    {
        await using var file = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        var dialect = new CsvDialect();
        var text = new StringWriter();
        CsvWriter.Write(text, [.. (string[])["line", "column", "reason"], .. upload.Mapping.Select(column => CsvWriter.Guard(column.Column))], dialect);
        await using var command = database.CreateCommand(Rows);
        command.Parameters.Add(Sql.Of(upload.Id));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var cells = reader.IsDBNull(3) ? [] : reader.GetFieldValue<string[]>(3);
            string?[] start = [reader.GetInt32(0).ToString(System.Globalization.CultureInfo.InvariantCulture), CsvWriter.Guard(reader.TextOrNull(1)), CsvWriter.Guard(reader.GetString(2))];
            CsvWriter.Write(text, [.. start, .. cells.Select(CsvWriter.Guard)], dialect);
            if (text.GetStringBuilder().Length < FlushEvery)
                continue;
            await file.WriteAsync(text.GetStringBuilder(), cancellationToken);
            text.GetStringBuilder().Clear();
        }
        await file.WriteAsync(text.GetStringBuilder(), cancellationToken);
    }
}
