namespace LeadHeat.Api.Data;

/// <summary>
/// Lets rounds of work begin no more often than <paramref name="least"/> apart, beginning with now: what comes meanwhile is done together, which costs
/// a part of what each would cost alone. The first of a round waits for nobody.
/// </summary>
internal readonly struct Pace(TimeProvider clock, TimeSpan least)
{
    private readonly long _began = clock.GetTimestamp();

    /// <summary>Waits for what is left.</summary>
    public Task RestAsync(CancellationToken cancellationToken)
    {
        var left = least - clock.GetElapsedTime(_began);
        return left > TimeSpan.Zero ? Task.Delay(left, clock, cancellationToken) : Task.CompletedTask;
    }
}
