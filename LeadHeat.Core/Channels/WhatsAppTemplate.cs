using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.RegularExpressions;

namespace LeadHeat.Core.Channels;

/// <summary>A message that Meta has approved beforehand: the only kind that may be sent when a person has not written for 24 hours.</summary>
/// <param name="Name">As at Meta: small letters, digits and underscores.</param>
/// <param name="Language">As at Meta: <c>en</c>, <c>en_US</c>.</param>
/// <param name="Body">The words, with <c>{{1}}</c>, <c>{{2}}</c> … for what differs from person to person.</param>
public sealed partial record WhatsAppTemplate(
    [property: Required, RegularExpression("^[a-z0-9_]{1,100}$", ErrorMessage = "A template's name has small letters, digits and underscores only.")] string Name,
    [property: Required, RegularExpression("^[a-z]{2,3}(_[A-Z]{2})?$", ErrorMessage = "A template's language is a code such as en or en_US.")] string Language,
    [property: Required, StringLength(WhatsAppTemplate.LongestBody, MinimumLength = 1)] string Body)
{
    /// <summary>WhatsApp's limit of a template's text.</summary>
    public const int LongestBody = 1024;

    private const int MostVariables = 20;

    /// <summary>How many values it wants; null where its variables are not <c>{{1}}</c> to the last without a gap.</summary>
    public int? CountVariables()
    {
        var numbers = Variable().Matches(Body).Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).Distinct().Order().ToArray();
        return numbers.Length <= MostVariables && numbers.SequenceEqual(Enumerable.Range(1, numbers.Length)) ? numbers.Length : null;
    }

    /// <summary>What the receiver reads. A value is never looked through for variables.</summary>
    /// <param name="values">The first is of <c>{{1}}</c>; where one is missing the variable stays.</param>
    public string Fill(IReadOnlyList<string> values) => Variable().Replace(Body, match =>
        int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is var number && number >= 1 && number <= values.Count && Tidy(values[number - 1]) is { Length: > 0 } value
            ? value
            : match.Value);

    /// <summary>A value as WhatsApp takes it: on one line, and without wide gaps.</summary>
    public static string Tidy(string value) => Spaces().Replace(value, " ").Trim();

    [GeneratedRegex(@"\{\{(\d{1,2})\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}

/// <summary>All templates, in the order in which they are offered.</summary>
public sealed record WhatsAppTemplates([property: Required, MaxLength(250)] IReadOnlyList<WhatsAppTemplate> Items);

/// <summary>A person sends a template; the bot falls silent.</summary>
/// <param name="Values">One for each variable.</param>
/// <param name="ClientMessageId">Made by the caller; the same id twice is one message.</param>
/// <param name="OwnerVersion">As in an answer: the conversation's version as the sender saw it.</param>
public sealed record SendTemplate(
    [property: Required, StringLength(100)] string Name,
    [property: Required, StringLength(10)] string Language,
    [property: Required, MaxLength(20)] IReadOnlyList<string> Values,
    [property: Required, StringLength(100, MinimumLength = 1)] string ClientMessageId,
    int? OwnerVersion = null);

/// <summary>Which template a message is, for the platform.</summary>
/// <param name="FlowToken">Of a message that opens a flow in place of a template: what ties its answers to the lead; the name is the flow's.</param>
public sealed record TemplateUse(string Name, string Language, IReadOnlyList<string> Values, string? FlowToken = null);
