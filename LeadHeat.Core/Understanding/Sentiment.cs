using System.Text.Json.Serialization;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Understanding;

/// <summary>
/// How a message sounds. <c>frustrated</c> is annoyed with us or how this goes; <c>negative</c> is unhappy with what is offered;
/// <c>excited</c> is more than <c>positive</c>.
/// </summary>
[JsonConverter(typeof(WireEnumConverter<Sentiment>))]
public enum Sentiment { Positive, Negative, Neutral, Frustrated, Excited }
