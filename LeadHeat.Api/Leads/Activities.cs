using LeadHeat.Api.Access;
using LeadHeat.Core.Leads;

namespace LeadHeat.Api.Leads;

internal static class Activities
{
    public static Activity New(Guid leadId, ActivityKind kind, string text, Actor actor, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), LeadId = leadId, Kind = kind, Text = text, Actor = actor.Name, ActorId = actor.Id, At = now,
    };
}
