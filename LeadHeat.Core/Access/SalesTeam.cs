using System.ComponentModel.DataAnnotations;

namespace LeadHeat.Core.Access;

/// <summary>Some members who share leads.</summary>
/// <param name="Playbooks">New leads of these belong to the team.</param>
public sealed record SalesTeam(Guid Id, string Name, IReadOnlyList<string> Playbooks, IReadOnlyList<Guid> Members);

/// <summary>What a team is to be.</summary>
public sealed record SaveTeam(
    [property: Required, StringLength(100, MinimumLength = 1)] string Name,
    [property: MaxLength(100)] IReadOnlyList<string>? Playbooks = null,
    [property: MaxLength(1000)] IReadOnlyList<Guid>? Members = null);

/// <summary>Gives a lead to a team, or to none.</summary>
public sealed record MoveLead(Guid? TeamId);
