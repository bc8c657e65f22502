using System.Text.Json.Serialization;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Live;

/// <summary>What changed; a name only, readers fetch what they show.</summary>
[JsonConverter(typeof(WireEnumConverter<LiveEventKind>))]
public enum LiveEventKind { LeadChanged, MessageAdded, InventoryChanged, TurnDead, KnowledgeChanged, HeatModelChanged, InboundChanged, UploadChanged, ScoresChanged, MergesChanged, OverviewChanged, WebhooksChanged, AccessChanged }

/// <summary>Something changed.</summary>
/// <param name="Id">Version 7: rises with time.</param>
/// <param name="LeadId">Of a lead or message.</param>
/// <param name="ConversationId">Of a message.</param>
/// <param name="MessageId">Of a message.</param>
public sealed record LiveEvent(
    Guid Id, LiveEventKind Kind, Guid? LeadId = null, Guid? ConversationId = null, Guid? MessageId = null);
