using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using LeadHeat.Api.Conversations;
using LeadHeat.Api.Live;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;

namespace LeadHeat.Api.Turns;

/// <summary>Writes a turn's events for one caller: each once, in order, and nothing that is not meant for a visitor.</summary>
internal sealed class TurnWriter(PipeWriter output, long after, bool forVisitor)
{
    private long _lastId = after;

    /// <summary>The turn is over, whether or not this caller had its end already.</summary>
    public bool Ended { get; private set; }

    /// <param name="events">None: the stream only says that it is alive.</param>
    public void Write(IReadOnlyList<SentEvent> events)
    {
        if (events.Count == 0)
            output.Write(ServerSentEvents.Heartbeat);
        foreach (var sent in events)
        {
            Ended |= sent.IsLast;
            if (sent.Id > _lastId)
                Write(sent);
        }
    }

    private void Write(SentEvent sent)
    {
        _lastId = sent.Id;
        if (forVisitor && TellsOfScores(sent))
            return;
        Span<byte> id = stackalloc byte[20];
        sent.Id.TryFormat(id, out var length);
        ServerSentEvents.Write(output, id[..length], Words.Of(sent.Kind), forVisitor && sent.Kind == TurnEventKind.Done ? ForVisitor(sent) : sent.Data.Span);
    }

    private static bool TellsOfScores(SentEvent sent) =>
        sent.Kind == TurnEventKind.Score
        || (sent.Kind == TurnEventKind.Tool && JsonSerializer.Deserialize(sent.Data.Span, LeadHeatJson.Default.ToolCall)!.Name == ToolNames.LeadScore);

    private static ReadOnlySpan<byte> ForVisitor(SentEvent sent)
    {
        var done = JsonSerializer.Deserialize(sent.Data.Span, LeadHeatJson.Default.DoneData)!;
        var reply = done.Reply is null ? null : MessageRows.ForVisitor(done.Reply);
        return JsonSerializer.SerializeToUtf8Bytes(done with { LeadId = null, Score = null, Reply = reply }, LeadHeatJson.Default.DoneData);
    }
}
