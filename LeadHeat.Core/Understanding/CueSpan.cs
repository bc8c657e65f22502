namespace LeadHeat.Core.Understanding;

/// <summary>A small signal and the words that give it.</summary>
public readonly record struct CueSpan(Cues Cue, TextSpan Span);
