using System.Text.Json.Serialization;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Dialogue;

/// <summary>Who leads a turn: <c>qualifier</c> finds out, <c>negotiator</c> deals with doubts and prices, <c>scheduler</c> arranges the next step.</summary>
[JsonConverter(typeof(WireEnumConverter<AgentRole>))]
public enum AgentRole { Qualifier, Negotiator, Scheduler }

/// <summary>A rule that shaped a reply.</summary>
/// <param name="Name">The rule: <c>ask:budget</c>, <c>coach:site_visit</c>.</param>
/// <param name="Why">Why it fired, in words for the team.</param>
public sealed record FiredRule(string Name, string Why);
