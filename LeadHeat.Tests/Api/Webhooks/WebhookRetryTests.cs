using LeadHeat.Api.Webhooks;

namespace LeadHeat.Tests.Api.Webhooks;

public sealed class WebhookRetryTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void Pauses_double_up_to_an_hour_and_spread()
    {
        Assert.Equal([5, 10, 20, 2560, 3600, 3600], new[] { 1, 2, 3, 10, 11, 30 }.Select(attempts => Seconds(attempts, dice: 0.5)));
        Assert.Equal((4.0, 6.0), (Seconds(1, dice: 0), Seconds(1, dice: 1)));
    }

    [Fact]
    public void It_is_given_up_after_a_day()
    {
        var (since, attempts, at) = (Now, 1, Now);
        while (WebhookRetry.Next(attempts, since, at, 0.5) is { } next)
            (attempts, at) = (attempts + 1, next);

        Assert.InRange(at - since, TimeSpan.FromHours(22.9), TimeSpan.FromHours(24));
        Assert.InRange(attempts, 30, 40);
    }

    private static double Seconds(int attempts, double dice) => Math.Round((WebhookRetry.Next(attempts, Now, Now, dice)!.Value - Now).TotalSeconds, 3);
}
