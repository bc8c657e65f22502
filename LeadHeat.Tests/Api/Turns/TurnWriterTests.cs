using System.IO.Pipelines;
using System.Text;
using LeadHeat.Api.Turns;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Turns;

namespace LeadHeat.Tests.Api.Turns;

public sealed class TurnWriterTests
{
    private static readonly Guid Turn = new("01a1fe1d-e33b-79fd-b2aa-cd2e4b7622ed");
    private static readonly Guid Lead = new("01a1fe1d-e33b-7bc1-bdee-7381ddd149b4");
    private static readonly ScoreData Score = new(Lead, 64, Heat.Warm, true);

    private static readonly MessageView Reply = new(
        Turn, MessageAuthor.Bot, null, "Two homes fit.", ["Show them"], [], [new("lead_score", "64 of 100", true, 1)], "built-in", DateTimeOffset.UnixEpoch);

    [Fact]
    public void Events_are_written_as_they_came()
    {
        var written = Write(0, forVisitor: false, Delta(100_001, "Grüß \"dich\"\n"), Event(100_002, TurnEventKind.Score) with { Score = Score });

        Assert.Equal(
            """
            id: 100001
            event: delta
            data: {"text":"Gr\u00FC\u00DF \u0022dich\u0022\n"}

            id: 100002
            event: score
            data: {"leadId":"01a1fe1d-e33b-7bc1-bdee-7381ddd149b4","score":64,"heat":"warm","qualified":true}


            """,
            written);
    }

    [Fact]
    public void A_visitor_never_sees_scores_or_the_lead()
    {
        var written = Write(
            0, forVisitor: true,
            Event(100_001, TurnEventKind.Tool) with { Tool = new("geo_match", "Whitefield", true, 1) },
            Event(100_002, TurnEventKind.Tool) with { Tool = Reply.Tools[0] },
            Event(100_003, TurnEventKind.Score) with { Score = Score },
            Done());

        Assert.Equal(
            """
            id: 100001
            event: tool
            data: {"name":"geo_match","summary":"Whitefield","ok":true,"milliseconds":1}

            id: 199999
            event: done
            data: {"turnId":"01a1fe1d-e33b-79fd-b2aa-cd2e4b7622ed","messageId":"01a1fe1d-e33b-79fd-b2aa-cd2e4b7622ed","leadId":null,"reply":{"id":"01a1fe1d-e33b-79fd-b2aa-cd2e4b7622ed","author":"bot","authorName":null,"text":"Two homes fit.","chips":["Show them"],"cards":[],"tools":[],"agent":"built-in","at":"1970-01-01T00:00:00+00:00","clientMessageId":null,"citations":null,"turnId":null},"handling":"bot","score":null}


            """,
            written);
    }

    [Fact]
    public void What_the_caller_has_is_not_written_again()
    {
        var written = Write(100_001, forVisitor: false, Delta(100_001, "One"), Delta(100_002, " two"), Delta(100_002, " two"));

        Assert.Equal(
            """
            id: 100002
            event: delta
            data: {"text":" two"}


            """,
            written);
    }

    [Fact]
    public void A_turn_whose_end_the_caller_has_is_over()
    {
        var writer = new TurnWriter(new Pipe().Writer, JobNames.LastEventId(1), forVisitor: true);

        writer.Write([SentEvent.Of(Done())]);

        Assert.True(writer.Ended);
    }

    private static TurnEvent Event(long id, TurnEventKind kind) => new(Turn, id, kind);

    private static TurnEvent Delta(long id, string text) => Event(id, TurnEventKind.Delta) with { Delta = new(text) };

    private static TurnEvent Done() => FinishedTurns.Done(Turn, Lead, 1, Reply, Handling.Bot, Score);

    private static string Write(long after, bool forVisitor, params TurnEvent[] events)
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        var writer = new TurnWriter(pipe.Writer, after, forVisitor);
        writer.Write([.. events.Select(SentEvent.Of)]);
        pipe.Writer.Complete();
        using var reader = new StreamReader(pipe.Reader.AsStream(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
