namespace LeadHeat.Core.Evals;

/// <summary>What a run of the evals found. Written by the evals' program, shown by Web.</summary>
/// <param name="At">When it ran (UTC).</param>
/// <param name="Cases">Cases of all kinds.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Measures">What has a bar, or is watched.</param>
/// <param name="Fields">Values by field.</param>
/// <param name="Voices">Values by the way in which messages are written.</param>
/// <param name="Misses">What was missed or wrong, wrong values first.</param>
public sealed record EvalReport(
    DateTimeOffset At,
    int Cases,
    double Seconds,
    IReadOnlyList<EvalMeasure> Measures,
    IReadOnlyList<EvalTally> Fields,
    IReadOnlyList<EvalTally> Voices,
    IReadOnlyList<EvalMiss> Misses);

/// <summary>One figure beside its bar.</summary>
/// <param name="Name">Its name in <c>evals/bars.json</c>.</param>
/// <param name="Group">The misses that it counts.</param>
/// <param name="Value">0 to 1.</param>
/// <param name="Cases">How many cases it rests on.</param>
/// <param name="AtMost">Whether less is better.</param>
/// <param name="Bar">What it should reach; null when it is only watched.</param>
/// <param name="Floor">What it reached once and must not lose; null when the bar is held.</param>
/// <param name="Before">In the run before; null when there was none.</param>
public sealed record EvalMeasure(string Name, string Title, string Group, double Value, int Cases, bool AtMost, double? Bar, double? Floor, double? Before)
{
    /// <summary>Whether the bar is reached; true where there is none.</summary>
    public bool Reached => Bar is not { } bar || (AtMost ? Value <= bar : Value >= bar);

    /// <summary>Whether it is worse than it ever has to be: under the bar, and under the floor where there is one.</summary>
    public bool Lost => !Reached && (Floor is not { } floor || (AtMost ? Value > floor : Value < floor));
}

/// <summary>Values right, missed and wrong.</summary>
/// <param name="Name">A field, or a voice.</param>
/// <param name="Right">Values found as expected, and absent where none was expected.</param>
/// <param name="Missed">Nothing found where a value was expected.</param>
/// <param name="Wrong">Another value found than expected, or one where none was expected.</param>
/// <param name="F1">Of the values; for words of a closed list, the mean over the words.</param>
/// <param name="Before">F1 in the run before.</param>
public sealed record EvalTally(string Name, int Right, int Missed, int Wrong, double F1, double? Before);

/// <summary>A value that was missed or wrong.</summary>
/// <param name="Case">The case's id.</param>
/// <param name="Group">What is counted together: <c>contact</c>.</param>
/// <param name="Field">Which of it: <c>contact.name</c>.</param>
/// <param name="Wrong">Whether something was said; a miss otherwise.</param>
public sealed record EvalMiss(string Case, string Group, string Field, bool Wrong, string Text, string Expected, string Found);
