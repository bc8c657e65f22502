using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Uploads;

/// <summary>Reads rows of a file as its columns were mapped. Deterministic; not for several threads at once.</summary>
public sealed class RowReader
{
    private readonly CsvLimits _limits;
    private readonly RowDraft _draft;
    private readonly CellReader _cells;
    private readonly IReadOnlyList<ColumnMapping> _columns;

    // The columns in the order in which they are read: what others rest on comes first.
    private readonly (int Place, UploadField Field, DayOrder Days)[] _order;

    /// <param name="mapping">All columns, in the file's order.</param>
    /// <param name="now">When the file is imported.</param>
    public RowReader(Playbook playbook, IReadOnlyList<ColumnMapping> mapping, CsvLimits limits, DateTimeOffset now)
    {
        var cells = new FactCells(playbook);
        (_limits, _columns) = (limits, mapping);
        _draft = new RowDraft(playbook, now);
        _cells = new CellReader(playbook, cells, now);
        var fields = UploadFields.Of(playbook).ToDictionary(field => field.Name);
        _order =
        [
            .. mapping.Index().Where(column => column.Item.Field is { } name && fields.ContainsKey(name))
                .Select(column => (column.Index, fields[column.Item.Field!], column.Item.Days ?? DayOrder.DayFirst))
                .OrderBy(column => column.Item2.Name switch { UploadFields.CreatedAt or UploadFields.ClosedAt => 0, UploadFields.City => 1, UploadFields.Currency => 2, _ => 3 }),
        ];
    }

    /// <summary>Reads a record: a lead, or errors that say why it is none. Neither is there for a row without any content.</summary>
    public UploadedLead? Read(CsvReader record, List<UploadError> errors)
    {
        if (record.Fault is { } fault)
            return Refuse(errors, record.Line, fault.Field is { } at && at < _columns.Count ? _columns[at].Column : null, fault.Reason);
        if (IsOther(record))
            return Refuse(errors, record.Line, null, $"The row has {record.Count} fields, and the header has {_columns.Count}.");
        _draft.Clear();
        var (found, filled) = (errors.Count, false);
        foreach (var (place, field, days) in _order)
        {
            var cell = CsvWriter.Unguard(record[place].Trim());
            if (cell.IsEmpty)
                continue;
            filled = true;
            if (Problem(field, cell, days) is { } reason)
                errors.Add(new(record.Line, _columns[place].Column, reason));
        }

        if (!filled || errors.Count > found)
            return null;
        if (_draft.Contradiction(out var contradicting) is { } contradiction)
            return Refuse(errors, record.Line, _columns.FirstOrDefault(column => column.Field == contradicting)?.Column, contradiction);
        return _draft.Finish(record.Line);
    }

    /// <summary>What is wrong with one cell; null when nothing is.</summary>
    internal string? Check(UploadField field, ReadOnlySpan<char> cell, DayOrder days)
    {
        _draft.Clear();
        return Problem(field, CsvWriter.Unguard(cell.Trim()), days);
    }

    private string? Problem(UploadField field, ReadOnlySpan<char> cell, DayOrder days) =>
        cell.Length > _limits.FieldLength ? $"It has {cell.Length} characters; at most {_limits.FieldLength} are read."
        : cell.Contains('\0') ? "It holds a NUL character."
        : cell.Contains('\uFFFD') ? "It holds bytes that are no characters in the file's encoding."
        : _cells.Read(field, cell.ToString(), days, _draft);

    // Some programs end each row with a delimiter, or with those of empty columns.
    private bool IsOther(CsvReader record)
    {
        if (record.Count < _columns.Count)
            return true;
        for (var place = _columns.Count; place < record.Count; place++)
        {
            if (!record[place].IsWhiteSpace())
                return true;
        }
        return false;
    }

    private static UploadedLead? Refuse(List<UploadError> errors, int line, string? column, string reason)
    {
        errors.Add(new(line, column, reason));
        return null;
    }
}
