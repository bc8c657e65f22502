namespace LeadHeat.Api;

/// <summary>Goes before what this process publishes for others alone: it has delivered that to its own readers already.</summary>
internal sealed class SenderMark
{
    private readonly byte[] _mark = Guid.NewGuid().ToByteArray();

    public byte[] On(ReadOnlySpan<byte> content) => [.. _mark, .. content];

    /// <summary>What another process published; false for what comes from this one, or from nobody.</summary>
    public bool TryRead(byte[] message, out ReadOnlyMemory<byte> content)
    {
        content = message.Length < _mark.Length ? default : message.AsMemory(_mark.Length);
        return !content.IsEmpty && !message.AsSpan(0, _mark.Length).SequenceEqual(_mark);
    }
}
