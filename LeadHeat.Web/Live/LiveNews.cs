using LeadHeat.Core.Live;

namespace LeadHeat.Web.Live;

/// <summary>What the feed says: something changed, everything may have changed (after a gap), or the connection is lost.</summary>
public enum LiveNewsKind { Changed, Reload, Lost }

/// <summary>One piece of news; <see cref="Event"/> is set for <see cref="LiveNewsKind.Changed"/> only.</summary>
public sealed record LiveNews(LiveNewsKind Kind, LiveEvent? Event = null);
