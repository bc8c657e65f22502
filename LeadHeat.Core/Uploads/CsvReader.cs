namespace LeadHeat.Core.Uploads;

/// <summary>
/// Reads a table record by record, holding one record at a time. It is our own because of what happens to broken files: a quotation mark
/// that is never closed costs the one line it stands on and not all that follow, every fault has its line and field, and no record can
/// take more memory than the limit allows.
/// </summary>
/// <remarks>Lines end with LF, CR LF or CR. Lines without anything are passed over.</remarks>
public sealed class CsvReader(TextReader text, CsvDialect dialect, CsvLimits limits)
{
    private readonly CsvSplitter _splitter = new(dialect, limits);
    private char[] _buffer = new char[64 * 1024];
    private int _start;
    private int _end;
    private bool _ended;
    private bool _begun;
    private int _next = 1;

    /// <summary>The line on which the record begins, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Why the record cannot be read; null when it can.</summary>
    public CsvFault? Fault { get; private set; }

    /// <summary>How many fields the record has.</summary>
    public int Count => _splitter.Count;

    /// <summary>How many fields every record has; null before that is known. It tells a mark that is never closed from a field with line ends.</summary>
    public int? Columns { get; set; }

    /// <summary>A field of the record, without its quotes; holds until the next record is read.</summary>
    public ReadOnlySpan<char> this[int field] => _splitter.Field(_buffer, field);

    /// <summary>Goes to the next record; false at the end.</summary>
    public bool Read()
    {
        SkipByteOrderMark();
        while (true)
        {
            if (_start == _end && !Fill())
                return false;
            if (!IsBlankLine())
                break;
        }

        Line = _next;
        Fault = null;
        while (true)
        {
            var split = _splitter.Split(_buffer, _start, _end, _ended);
            if (split != CsvSplit.NeedsMore || _end - _start > limits.RecordLength)
            {
                Take(split);
                return true;
            }
            Fill();
        }
    }

    private void Take(CsvSplit split)
    {
        if (split == CsvSplit.NeedsMore)
            (split, Fault) = (CsvSplit.Broken, new(null, $"The record is longer than {limits.RecordLength} characters, or a quotation mark in it is never closed."));
        else if (split == CsvSplit.Broken)
            Fault = _splitter.Fault;
        else if (_splitter.Lines > 1 && Columns is { } columns && columns != Count)
            (split, Fault) = (CsvSplit.Broken, new(null, "A quotation mark is opened that is not closed where the field ends."));
        if (split == CsvSplit.Broken)
        {
            TakeFirstLine();
            return;
        }

        _splitter.Settle(_buffer);
        if (Count > limits.Columns)
            Fault = new(null, $"The record has {Count} fields; at most {limits.Columns} are read.");
        _start = _splitter.End;
        _next += _splitter.Lines;
    }

    // What follows a broken line is read by itself, so that one slip costs one line.
    private void TakeFirstLine()
    {
        var end = -1;
        while (end < 0)
        {
            var at = _buffer.AsSpan(_start, _end - _start).IndexOfAny('\n', '\r');
            if (at >= 0)
                end = _start + at;
            else if (_end - _start > limits.RecordLength)
                _start = _end;
            else if (!Fill())
                end = _end;
            if (end < 0 && _start == _end && !Fill())
                end = _end;
        }

        _splitter.TakeWhole(_start, end);
        _start = end;
        SkipLineEnd();
    }

    private bool IsBlankLine()
    {
        if (_buffer[_start] is not ('\n' or '\r'))
            return false;
        SkipLineEnd();
        return true;
    }

    private void SkipLineEnd()
    {
        if (_start == _end)
            return;
        if (_buffer[_start] == '\r')
        {
            if (_start + 1 == _end)
                Fill();
            if (_start + 1 < _end && _buffer[_start + 1] == '\n')
                _start++;
        }

        _start++;
        _next++;
    }

    private void SkipByteOrderMark()
    {
        if (_begun)
            return;
        _begun = true;
        if (Fill() && _buffer[_start] == '\uFEFF')
            _start++;
    }

    // Brings more text behind what is not yet read; false at the end of the text.
    private bool Fill()
    {
        if (_ended)
            return false;
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _splitter.Move(-_start);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = text.ReadBlock(_buffer.AsSpan(_end));
        _end += read;
        _ended = read == 0;
        return !_ended;
    }
}
