namespace LeadHeat.Core.Webhooks;

/// <summary>What programs of the team can be told of.</summary>
public static class WebhookKinds
{
    /// <summary>A lead came, from wherever. It is always the first that is told of a lead.</summary>
    public const string LeadCreated = "lead.created";

    /// <summary>The card says for the first time, or again, that it is a qualified lead.</summary>
    public const string LeadQualified = "lead.qualified";

    /// <summary>Its score reached another band: <c>change.from</c> and <c>change.to</c> are heats.</summary>
    public const string LeadScored = "lead.scored";

    /// <summary>It was moved in the pipeline: <c>change.from</c> and <c>change.to</c> are stages.</summary>
    public const string LeadStatusChanged = "lead.status_changed";

    /// <summary>The lead wrote.</summary>
    public const string MessageReceived = "message.received";

    /// <summary>The bot handed the conversation to people, or a person took it.</summary>
    public const string Handoff = "handoff";

    /// <summary>Nothing happened: somebody tries whether it arrives.</summary>
    public const string Ping = "ping";

    /// <summary>What can be subscribed to.</summary>
    public static IReadOnlyList<string> All { get; } = [LeadCreated, LeadQualified, LeadScored, LeadStatusChanged, MessageReceived, Handoff];
}
