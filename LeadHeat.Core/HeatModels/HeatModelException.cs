namespace LeadHeat.Core.HeatModels;

/// <summary>A stored model cannot be used; the message says why.</summary>
public sealed class HeatModelException(string message, Exception? inner = null) : Exception(message, inner);
