namespace LeadHeat.Api.Problems;

/// <summary>The request is understood, and what it asks for is against a rule of the domain: 409.</summary>
internal sealed class RuleViolation(string message) : Exception(message);
