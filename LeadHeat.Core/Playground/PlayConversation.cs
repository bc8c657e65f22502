using System.ComponentModel.DataAnnotations;

namespace LeadHeat.Core.Playground;

/// <summary>Visitor messages to be played through the whole agent; nothing is stored.</summary>
/// <param name="Playbook">Which business.</param>
/// <param name="Messages">What the visitor writes, in order: 1 to 60 messages of 1 to 4,000 characters.</param>
/// <param name="ReferenceDate">What "next month" counts from: a date or a time; now when not said.</param>
/// <param name="DefaultRegion">ISO 3166 country that national phone numbers belong to; the playbook's when not said.</param>
public sealed record PlayConversation(
    [property: Required, StringLength(50, MinimumLength = 1)] string Playbook,
    [property: Required, MinLength(1), MaxLength(PlayConversation.MostMessages)] IReadOnlyList<string> Messages,
    [property: StringLength(40)] string? ReferenceDate = null,
    [property: StringLength(2, MinimumLength = 2)] string? DefaultRegion = null)
{
    /// <summary>Messages of one conversation.</summary>
    public const int MostMessages = 60;

    /// <summary>Characters of one message.</summary>
    public const int LongestMessage = 4_000;
}
