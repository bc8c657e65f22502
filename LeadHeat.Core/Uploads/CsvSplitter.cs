using System.Buffers;

namespace LeadHeat.Core.Uploads;

/// <summary>How far a record was read.</summary>
internal enum CsvSplit { Whole, NeedsMore, Broken }

/// <summary>Cuts one record into fields where it stands in the buffer.</summary>
internal sealed class CsvSplitter(CsvDialect dialect, CsvLimits limits)
{
    private readonly SearchValues<char> _ends = SearchValues.Create([dialect.Delimiter, '\r', '\n']);
    private (int Start, int Length)[] _fields = new (int, int)[32];

    public int Count { get; private set; }

    /// <summary>Line ends in the record, with the one that ends it.</summary>
    public int Lines { get; private set; }

    /// <summary>Where the next record begins.</summary>
    public int End { get; private set; }

    public CsvFault? Fault { get; private set; }

    public ReadOnlySpan<char> Field(char[] buffer, int field) => buffer.AsSpan(_fields[field].Start, _fields[field].Length);

    /// <summary>The record as one field, for a line that cannot be cut.</summary>
    public void TakeWhole(int start, int end) => (_fields[0], Count) = ((start, end - start), 1);

    /// <summary>Makes one of doubled quotes, once the record is whole.</summary>
    public void Settle(char[] buffer)
    {
        foreach (ref var field in _fields.AsSpan(0, Count))
        {
            if (field.Length < 0)
                field.Length = Undouble(buffer.AsSpan(field.Start, -field.Length - 1));
        }
    }

    private int Undouble(Span<char> field)
    {
        var length = 0;
        for (var i = 0; i < field.Length; i++)
        {
            field[length++] = field[i];
            if (field[i] == dialect.Quote)
                i++;
        }
        return length;
    }

    /// <summary>The buffer's content has moved.</summary>
    public void Move(int by)
    {
        for (var field = 0; field < Count; field++)
            _fields[field].Start += by;
    }

    public CsvSplit Split(char[] buffer, int start, int end, bool ended)
    {
        (Count, Lines, Fault) = (0, 0, null);
        var at = start;
        while (true)
        {
            var opening = SkipBlanks(buffer, at, end);
            if (opening == end && !ended)
                return CsvSplit.NeedsMore;
            if (opening < end && buffer[opening] == dialect.Quote)
            {
                if (Quoted(buffer, opening, end, ended, out at) is var quoted and not CsvSplit.Whole)
                    return quoted;
            }
            else
            {
                var length = buffer.AsSpan(at, end - at).IndexOfAny(_ends);
                if (length < 0 && !ended)
                    return CsvSplit.NeedsMore;
                length = length < 0 ? end - at : length;
                Add(at, length);
                at += length;
            }

            if (at == end)
                return ended ? Finish(end) : CsvSplit.NeedsMore;
            if (buffer[at] == dialect.Delimiter)
            {
                at++;
                continue;
            }

            // A line end at the very end of the buffer may be the first half of one.
            if (buffer[at] == '\r' && at + 1 == end && !ended)
                return CsvSplit.NeedsMore;
            return Finish(at + (buffer[at] == '\r' && at + 1 < end && buffer[at + 1] == '\n' ? 2 : 1));
        }
    }

    private CsvSplit Finish(int end)
    {
        (End, Lines) = (end, Lines + 1);
        return CsvSplit.Whole;
    }

    // A field that opens with a quote, to the delimiter or line end behind it. Doubled quotes become one only when all is read: until
    // then the same text may be cut again with more behind it.
    private CsvSplit Quoted(char[] buffer, int opening, int end, bool ended, out int at)
    {
        var (scan, doubled) = (opening + 1, false);
        while (true)
        {
            var length = buffer.AsSpan(scan, end - scan).IndexOf(dialect.Quote);
            at = scan + length;
            if (length < 0 || (at + 1 == end && !ended))
                return length < 0 && ended ? Break("The quotation mark that is opened here is never closed.") : CsvSplit.NeedsMore;
            if (at + 1 == end || buffer[at + 1] != dialect.Quote)
                break;
            (scan, doubled) = (at + 2, true);
        }

        var (start, size) = (opening + 1, at - opening - 1);
        at = SkipBlanks(buffer, at + 1, end);
        if (at == end && !ended)
            return CsvSplit.NeedsMore;
        if (at < end && buffer[at] != dialect.Delimiter && buffer[at] is not ('\r' or '\n'))
            return Break("There is text behind the closing quotation mark.");
        CountLines(buffer.AsSpan(start, size));
        if (size > limits.RecordLength)
            return Break($"The field is longer than {limits.RecordLength} characters.");
        Add(start, doubled ? -size - 1 : size);
        return CsvSplit.Whole;
    }

    private CsvSplit Break(string reason)
    {
        Fault = new(Count, reason);
        return CsvSplit.Broken;
    }

    private void Add(int start, int length)
    {
        if (Count == _fields.Length)
            Array.Resize(ref _fields, Count * 2);
        _fields[Count++] = (start, length);
    }

    private void CountLines(ReadOnlySpan<char> field)
    {
        for (var at = field.IndexOfAny('\r', '\n'); at >= 0; at = field.IndexOfAny('\r', '\n'))
        {
            Lines++;
            field = field[(at + (field[at] == '\r' && at + 1 < field.Length && field[at + 1] == '\n' ? 2 : 1))..];
        }
    }

    private int SkipBlanks(char[] buffer, int at, int end)
    {
        while (at < end && buffer[at] is ' ' or '\t' && buffer[at] != dialect.Delimiter)
            at++;
        return at;
    }
}
