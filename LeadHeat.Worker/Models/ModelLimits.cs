namespace LeadHeat.Worker.Models;

/// <summary>How patient we are with a hosted model. All of it must leave the built-in agent time within the turn's limit.</summary>
internal sealed record ModelLimits
{
    /// <summary>The longest wait for the first words of one attempt.</summary>
    public TimeSpan FirstWords { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The longest silence between two pieces of an answer.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Everything that a turn may spend on the model.</summary>
    public TimeSpan Turn { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>Attempts to get an answer begun.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>The pause after the first failed attempt; it doubles.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>A longer wait than this, asked for by the model's server, is not worth a visitor's time.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Turns that may fail in a row before the model is left alone.</summary>
    public int Failures { get; init; } = 3;

    /// <summary>How long it is left alone.</summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromSeconds(30);
}
