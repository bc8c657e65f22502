using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Uploads;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Uploads;

/// <summary>A file's first rows with what is wrong with them, and which of them are leads that are there already, or rows above.</summary>
internal sealed class UploadPreview(LeadMatches matches, PlaybookLibrary playbooks, IOptions<UploadLimits> limits, TimeProvider clock)
{
    private const int Rows = 10;
    private const int LongestCell = 200;

    public async Task<IReadOnlyList<PreviewRow>> ReadAsync(FileOpening file, UploadEntry upload, CancellationToken cancellationToken)
    {
        var text = new StringWriter();
        CsvWriter.Write(text, file.Header, file.Dialect);
        foreach (var row in file.Rows.Take(Rows))
            CsvWriter.Write(text, row, file.Dialect);
        var reader = new CsvReader(new StringReader(text.ToString()), file.Dialect, limits.Value.Csv);
        var rows = new RowReader(playbooks[upload.Playbook], upload.Mapping, limits.Value.Csv, clock.GetUtcNow());
        List<PreviewRow> previews = [];
        List<UploadedLead> leads = [];
        FileOpening.ReadHeader(reader);
        foreach (var (cells, line) in file.Rows.Zip(file.Lines).Take(Rows))
        {
            List<UploadError> errors = [];
            if (reader.Read() && rows.Read(reader, errors) is { } lead)
                leads.Add(lead with { Line = line });
            previews.Add(new(line, [.. cells.Select(Short)], [.. errors.Select(error => error with { Line = line })]));
        }

        var found = await matches.FindAsync(leads, upload.Playbook, cancellationToken);
        var same = SameRows(leads, found, upload.OnDuplicate);
        return [.. previews.Select(row => found.TryGetValue(row.Line, out var match) ? row with { LeadId = match.LeadId }
            : same.TryGetValue(row.Line, out var above) ? row with { SameAs = above } : row)];
    }

    // As BatchJoin will find them: by address, then by number; a row that is left out is nobody that a later one could be.
    private static Dictionary<int, int> SameRows(List<UploadedLead> leads, Dictionary<int, LeadMatch> found, OnDuplicate onDuplicate)
    {
        Dictionary<string, int> byKey = new(StringComparer.Ordinal);
        Dictionary<int, int> same = [];
        foreach (var lead in leads)
        {
            var (isKnown, first) = (found.ContainsKey(lead.Line), lead.Line);
            if (!isKnown && ((lead.Email is { } email && byKey.TryGetValue(email, out var above)) || (lead.Phone is { } phone && byKey.TryGetValue(phone, out above))))
            {
                same.Add(lead.Line, above);
                (isKnown, first) = (true, onDuplicate == OnDuplicate.Merge ? above : first);
            }
            if (isKnown && onDuplicate == OnDuplicate.Skip)
                continue;
            foreach (var key in new[] { lead.Email, lead.Phone }.OfType<string>())
                byKey.TryAdd(key, first);
        }
        return same;
    }

    private static string Short(string cell) => cell.Length > LongestCell ? cell[..LongestCell] + "…" : cell;
}
