using System.Threading.Channels;

namespace LeadHeat.Api.Live;

/// <summary>One reader of the live stream and what it has not been sent yet.</summary>
internal sealed class LiveReader
{
    private const int MostBehind = 512;

    private readonly Channel<ReadOnlyMemory<byte>> _frames =
        Channel.CreateBounded<ReadOnlyMemory<byte>>(new BoundedChannelOptions(MostBehind) { SingleReader = true });

    public ChannelReader<ReadOnlyMemory<byte>> Frames => _frames.Reader;

    /// <summary>A reader that is too slow is let go rather than waited for: it comes back and fetches anew.</summary>
    public void Offer(ReadOnlyMemory<byte> frames)
    {
        if (!_frames.Writer.TryWrite(frames))
            _frames.Writer.TryComplete();
    }
}
