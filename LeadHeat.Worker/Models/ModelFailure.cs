namespace LeadHeat.Worker.Models;

/// <summary>A hosted model did not do its part. The reason is one of a few words, fit for a metric and for the team.</summary>
internal sealed class ModelFailure(string reason, Exception? inner = null) : Exception(reason, inner)
{
    public const string RateLimited = "rate_limited";
    public const string ServerError = "server_error";
    public const string Refused = "refused";
    public const string Unreachable = "unreachable";
    public const string TooSlow = "too_slow";
    public const string CutOff = "cut_off";
    public const string BadAnswer = "bad_answer";
    public const string TooManyTools = "too_many_tools";
    public const string Looping = "looping";
    public const string Resting = "resting";
    public const string BudgetSpent = "budget_spent";
    public const string NoModel = "no_model";

    public string Reason => Message;

    /// <summary>Whether another attempt may go better.</summary>
    public bool IsPassing => Reason is RateLimited or ServerError or Unreachable;

    /// <summary>How long the server asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
