using System.Text.Json.Serialization;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Leads;

/// <summary>Where a lead stands in the pipeline, in its order.</summary>
[JsonConverter(typeof(WireEnumConverter<LeadStatus>))]
public enum LeadStatus { New, Working, Qualified, Visit, Negotiation, Won, Lost }

/// <summary>Reasons for which a lead is lost that the product itself knows.</summary>
public static class LostReasons
{
    /// <summary>Another lead of the same person is worked on instead: it says nothing of what makes people buy.</summary>
    public const string Duplicate = "Duplicate";
}

/// <summary>How warm a lead is; the card's bands decide.</summary>
[JsonConverter(typeof(WireEnumConverter<Heat>))]
public enum Heat { Unqualified, Cold, Warm, Hot }

/// <summary>Where a lead came from.</summary>
[JsonConverter(typeof(WireEnumConverter<LeadSource>))]
public enum LeadSource { Web, Whatsapp, LeadAds, WebForm, Csv, Api }

/// <summary>What a list is sorted by; always the highest or newest first.</summary>
[JsonConverter(typeof(WireEnumConverter<LeadSort>))]
public enum LeadSort { LastActivity, Score, Created }

/// <summary>Who answers in a conversation.</summary>
[JsonConverter(typeof(WireEnumConverter<Handling>))]
public enum Handling { Bot, Queued, Human }

/// <summary>Whether a task is still to do.</summary>
[JsonConverter(typeof(WireEnumConverter<LeadTaskStatus>))]
public enum LeadTaskStatus { Open, Done }

/// <summary>What a line of the timeline tells.</summary>
[JsonConverter(typeof(WireEnumConverter<ActivityKind>))]
public enum ActivityKind { Created, StatusChanged, OwnerChanged, HandlingChanged, Scored, Adjusted, TaskAdded, TaskDone, Note, FactChanged, Requested, Merged, Media }
