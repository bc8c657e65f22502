namespace LeadHeat.Api.Webhooks;

/// <summary>When a delivery that failed is tried again: after 5, 10, 20 … seconds, at most after an hour, for a day.</summary>
internal static class WebhookRetry
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Null: it is given up.</summary>
    /// <param name="attempts">How often it was tried.</param>
    /// <param name="dice">From 0 to 1: spreads what failed together by a fifth to either side.</param>
    public static DateTimeOffset? Next(int attempts, DateTimeOffset since, DateTimeOffset now, double dice)
    {
        var pause = Math.Min(First.TotalSeconds * Math.Pow(2, attempts - 1), Longest.TotalSeconds) * (0.8 + (0.4 * dice));
        var next = now + TimeSpan.FromSeconds(pause);
        return next <= since + Day ? next : null;
    }
}
