using LeadHeat.Worker.Training.XgBoost;

namespace LeadHeat.Worker.Training;

/// <summary>Grows trees until more of them predict the tuning rows no better.</summary>
internal static class TreeGrower
{
    /// <summary>The trees up to the best one, and whether there would have been more.</summary>
    /// <param name="progress">Is told the share that is done, after each tree.</param>
    /// <exception cref="XgBoostException">XGBoost is not there, or refuses.</exception>
    public static (Booster Trees, bool StoppedEarly) Grow(
        TrainingMatrix training, TrainingMatrix tuning, GrowthSettings settings, Action<double> progress, CancellationToken cancellationToken)
    {
        using var booster = new Booster(settings.ForXgBoost, training, tuning);
        var (best, least) = (0, double.PositiveInfinity);
        for (var round = 0; round < settings.MostTrees; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            booster.Grow(round, training);
            if (booster.Evaluate(round, tuning) is var loss && loss < least)
                (best, least) = (round, loss);
            progress((round + 1.0) / settings.MostTrees);
            if (round - best >= settings.Patience)
                return (booster.Cut(best + 1), true);
        }

        return (booster.Cut(best + 1), false);
    }
}
