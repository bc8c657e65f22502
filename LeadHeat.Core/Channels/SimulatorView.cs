using System.ComponentModel.DataAnnotations;

namespace LeadHeat.Core.Channels;

/// <summary>What the simulator shall send: signed deliveries of WhatsApp and Lead Ads, made up from a seed.</summary>
/// <param name="Count">Messages and forms; has to be said.</param>
/// <param name="Rate">How many of them a second.</param>
/// <param name="Duplicates">How many of 100 come twice.</param>
/// <param name="Reordered">How many of 100 come later than they were sent.</param>
/// <param name="Batch">How many come in one delivery.</param>
/// <param name="Seed">The same seed makes the same people, who say the same; their second time is a duplicate of their first.</param>
/// <param name="Lost">How many of 100 forms never arrive, so that a comparison with Meta has something to find.</param>
/// <param name="Odd">How many of 100 people and forms somebody of the team has to look at: a message of a kind that is not known, one of 30 hours ago, a form that Meta refuses at first.</param>
public sealed record SimulatorRun(
    [property: Range(1, 10_000)] int Count = 0,
    [property: Range(1, 1_000)] int Rate = 5,
    [property: Range(0, 100)] int Duplicates = 5,
    [property: Range(0, 100)] int Reordered = 5,
    [property: Range(1, 1_000)] int Batch = 3,
    [property: Range(1, 9_999)] int Seed = 1,
    [property: Range(0, 100)] int Lost = 0,
    [property: Range(0, 100)] int Odd = 0);

/// <summary>What the simulator does.</summary>
/// <param name="Enabled">False where a real account is connected, or nobody has switched it on.</param>
/// <param name="Run">The latest run; null before the first.</param>
/// <param name="Planned">Messages and forms of the run, those that come twice counted twice.</param>
/// <param name="Sent">How many of them were acknowledged.</param>
/// <param name="Refused">How many of them were not.</param>
/// <param name="Failure">Why the run ended before all was sent; null where it did not, or somebody stopped it.</param>
public sealed record SimulatorStatus(bool Enabled, bool Running, SimulatorRun? Run, int Planned, int Sent, int Refused, string? Failure = null);

/// <summary>What became of everything that the simulator's latest run had acknowledged, counted in the database.</summary>
/// <param name="Acknowledged">Messages and forms; what came twice is one.</param>
/// <param name="Stored">How many of them are stored: those that are processed, pending and dead.</param>
/// <param name="Dead">Nobody could make anything of them, or answering failed too often; people have to look.</param>
/// <param name="Lost">Acknowledged and not stored; or processed, and there is no message, no turn, no lead or, where it is answered, no reply of it.</param>
/// <param name="Doubled">Stored twice, answered twice, or sent out twice.</param>
/// <param name="OutOfOrder">Replies of one conversation in another order than their messages.</param>
/// <param name="Conversations">In which the messages are.</param>
/// <param name="SecondConversations">Those beyond one for each contact of a channel.</param>
/// <param name="Leads">Of the messages and the forms.</param>
/// <param name="Open">Turns that wait, and answers that were not sent out yet.</param>
public sealed record SimulatorLedger(
    int Acknowledged, int Stored, int Processed, int Pending, int Dead, int Lost, int Doubled, int OutOfOrder, int Conversations, int SecondConversations, int Leads, int Open)
{
    /// <summary>Nothing of it is on its way any more.</summary>
    public bool IsSettled => Pending + Open == 0;

    /// <summary>Whether all is as it was promised.</summary>
    public bool Holds => Acknowledged == Stored && Stored == Processed + Pending + Dead && Lost + Doubled + OutOfOrder + SecondConversations == 0;
}
