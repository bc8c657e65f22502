namespace LeadHeat.Core.HeatModels;

/// <summary>A worker asks for a model to train, and holds what it gets for <see cref="TrainingJob.Lease"/>.</summary>
public sealed record ClaimTraining(string Worker);

/// <summary>A model to train.</summary>
/// <param name="Constraints">By feature name: 1 where more may only raise the probability, -1 where it may only lower it.</param>
public sealed record TrainingJob(Guid Id, int Version, int Attempt, IReadOnlyDictionary<string, int> Constraints)
{
    /// <summary>How long a worker holds a training without saying how far it is.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>Trainings that were lost so often are given up.</summary>
    public const int Attempts = 3;

    /// <summary>Published in Redis when there is a model to train; a hint, as all there is.</summary>
    public const string Wake = "lh:heat:wake";
}

/// <summary>How far a training is. Who held it no longer is told so, and stops.</summary>
public sealed record TrainingProgress(string Worker, double Progress, string Step);

/// <summary>What became of a training.</summary>
/// <param name="Model">A model as JSON; null when there is none.</param>
/// <param name="Report">Its report.</param>
/// <param name="Failure">Why there is none, for the team.</param>
/// <param name="Measured">The leads that it was measured on, by the points of the calibration curve.</param>
public sealed record TrainingResult(
    string Worker, HeatModelDocument? Model, HeatReport? Report, string? Failure, IReadOnlyList<IReadOnlyList<Guid>>? Measured = null);
