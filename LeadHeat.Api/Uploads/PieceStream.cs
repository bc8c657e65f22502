using LeadHeat.Api.Data;
using Npgsql;

namespace LeadHeat.Api.Uploads;

/// <summary>A stored file, one piece at a time. It blocks: it is for an import's own thread.</summary>
internal sealed class PieceStream(NpgsqlDataSource database, Guid id) : Stream
{
    private byte[] _piece = [];
    private int _at;
    private int _place;
    private bool _ended;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_at == _piece.Length && !NextPiece())
            return 0;
        var length = Math.Min(buffer.Length, _piece.Length - _at);
        _piece.AsSpan(_at, length).CopyTo(buffer);
        _at += length;
        return length;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private bool NextPiece()
    {
        if (_ended)
            return false;
        using var command = database.CreateCommand(UploadSql.Piece);
        command.Parameters.Add(Sql.Of(id));
        command.Parameters.Add(Sql.Of(_place++));
        (_piece, _at) = (command.ExecuteScalar() as byte[] ?? [], 0);
        _ended = _piece.Length == 0;
        return !_ended;
    }
}
