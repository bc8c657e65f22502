using System.Threading.Channels;
using LeadHeat.Core.Live;

namespace LeadHeat.Api.Live;

/// <summary>Events as they are written, and what they are about; a heartbeat is about nothing.</summary>
internal sealed record LiveFrames(ReadOnlyMemory<byte> Bytes, IReadOnlyList<LiveEvent> Events);

/// <summary>One reader of the live stream and what it has not been sent yet.</summary>
internal sealed class LiveReader(bool isPerson)
{
    private const int MostBehind = 512;

    private readonly Channel<LiveFrames> _frames =
        Channel.CreateBounded<LiveFrames>(new BoundedChannelOptions(MostBehind) { SingleReader = true });

    /// <summary>Reads by a token that may end any time.</summary>
    public bool IsPerson => isPerson;

    public ChannelReader<LiveFrames> Frames => _frames.Reader;

    /// <summary>A reader that is too slow is let go rather than waited for: it comes back and fetches anew.</summary>
    public void Offer(LiveFrames frames)
    {
        if (!_frames.Writer.TryWrite(frames))
            End();
    }

    /// <summary>The stream ends with what was offered; whoever still may begins another one.</summary>
    public void End() => _frames.Writer.TryComplete();
}
