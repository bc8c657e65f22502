using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using LeadHeat.Api.Demo;
using LeadHeat.Core.Channels;

namespace LeadHeat.Api.Simulator;

/// <summary>What somebody of the team has to look at, in the traffic of a run: so that quarantine, dead letters and templates have something to show.</summary>
internal sealed class SimulatedOddities
{
    /// <summary>So long ago what is late was written: Meta tries again for 36 hours, and free words are taken for 24.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromHours(30);

    private readonly ConcurrentDictionary<string, byte> _refused = [];

    /// <summary>How odd somebody is who writes; most are not.</summary>
    public static (bool IsLate, bool IsUnknown) OfWriter(SimulatorRun run, int number)
    {
        var dice = Dice.For($"odd writer {run.Seed} {number}");
        var isLate = dice.Percent(50);
        return dice.Percent(run.Odd) ? (isLate, !isLate) : (false, false);
    }

    /// <summary>Makes a message one of a kind that nobody here has heard of.</summary>
    public static void Invite(JsonObject message) =>
        (message["type"], message["event_invite"]) = ("event_invite", new JsonObject { ["name"] = "Come and see us", ["starts_at"] = "tomorrow" });

    /// <summary>Whether Meta refuses a form now: some are refused once, as before somebody has let the app read the page's leads.</summary>
    public bool Refuses(SimulatorRun run, string leadgenId) =>
        int.TryParse(leadgenId.AsSpan(Math.Max(0, leadgenId.Length - 6)), CultureInfo.InvariantCulture, out var number)
        && SimulatedPeople.FormLead(run.Seed, number) == leadgenId && Dice.For($"odd form {run.Seed} {number}").Percent(run.Odd) && _refused.TryAdd(leadgenId, 0);

    public void Clear() => _refused.Clear();
}
