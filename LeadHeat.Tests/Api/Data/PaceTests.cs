using LeadHeat.Api.Data;
using LeadHeat.Tests.Api.Limits;

namespace LeadHeat.Tests.Api.Data;

public sealed class PaceTests
{
    private static readonly TimeSpan Least = TimeSpan.FromHours(1);

    private readonly SteppedClock _clock = new();

    [Fact]
    public async Task A_round_that_took_long_is_followed_at_once()
    {
        var pace = new Pace(_clock, Least);
        _clock.Advance(Least);

        var rest = pace.RestAsync(CancellationToken.None);

        Assert.True(rest.IsCompleted);
        await rest;
    }

    [Fact]
    public async Task A_short_round_is_followed_when_its_time_is_over()
    {
        using var over = new CancellationTokenSource();
        var pace = new Pace(_clock, Least);
        _clock.Advance(Least - TimeSpan.FromMinutes(1));

        var rest = pace.RestAsync(over.Token);

        Assert.False(rest.IsCompleted);
        await over.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rest);
    }
}
