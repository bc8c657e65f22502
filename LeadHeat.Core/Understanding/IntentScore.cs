namespace LeadHeat.Core.Understanding;

/// <summary>How likely an intent is.</summary>
/// <param name="Name">The intent.</param>
/// <param name="Score">From 0 to 1; all intents of a message make 1.</param>
public readonly record struct IntentScore(Intent Name, double Score);
