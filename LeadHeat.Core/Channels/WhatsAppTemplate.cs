using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Channels;

/// <summary>What Meta has approved a template for.</summary>
[JsonConverter(typeof(WireEnumConverter<TemplateCategory>))]
public enum TemplateCategory { Marketing, Utility, Authentication }

/// <summary>A message that Meta has approved beforehand: the only kind that may be sent when a person has not written for 24 hours.</summary>
/// <param name="Name">As at Meta: small letters, digits and underscores.</param>
/// <param name="Language">As at Meta: <c>en</c>, <c>en_US</c>.</param>
/// <param name="Body">The words, with <c>{{1}}</c>, <c>{{2}}</c> … or <c>{{first_name}}</c> for what differs from person to person.</param>
/// <param name="Category">Null where nobody has said it.</param>
/// <param name="FromMeta">It was fetched, and goes when Meta has it no more.</param>
public sealed partial record WhatsAppTemplate(
    [property: Required, RegularExpression("^[a-z0-9_]{1,100}$", ErrorMessage = "A template's name has small letters, digits and underscores only.")] string Name,
    [property: Required, RegularExpression("^[a-z]{2,3}(_[A-Z]{2})?$", ErrorMessage = "A template's language is a code such as en or en_US.")] string Language,
    [property: Required, StringLength(WhatsAppTemplate.LongestBody, MinimumLength = 1)] string Body,
    TemplateCategory? Category = null,
    bool FromMeta = false)
{
    /// <summary>WhatsApp's limit of a template's text.</summary>
    public const int LongestBody = 1024;

    private const int MostVariables = 20;

    /// <summary>What it wants values for, in the order in which they are given; null where some have numbers and some names, or a number is left out.</summary>
    public IReadOnlyList<string>? Variables()
    {
        string[] names = [.. Variable().Matches(Body).Select(match => match.Groups[1].Value).Distinct()];
        if (names.Length > MostVariables || (names.Any(IsNumber) && !names.All(IsNumber)))
            return null;
        if (!names.Any(IsNumber))
            return names;
        string[] inOrder = [.. Enumerable.Range(1, names.Length).Select(number => number.ToString(CultureInfo.InvariantCulture))];
        return inOrder.All(names.Contains) ? inOrder : null;
    }

    /// <summary>How many values it wants; null where its variables do not fit together.</summary>
    public int? CountVariables() => Variables()?.Count;

    /// <summary>What the receiver reads. A value is never looked through for variables.</summary>
    /// <param name="values">In the order of <see cref="Variables"/>; where one is missing the variable stays.</param>
    public string Fill(IReadOnlyList<string> values)
    {
        string[] names = [.. Variables() ?? []];
        return Variable().Replace(Body, match =>
        {
            var place = Array.IndexOf(names, match.Groups[1].Value);
            return place >= 0 && place < values.Count && Tidy(values[place]) is { Length: > 0 } value ? value : match.Value;
        });
    }

    /// <summary>Its words and its variables, in their order; of a variable its name or number.</summary>
    public IEnumerable<(string Text, bool IsVariable)> Parts()
    {
        var from = 0;
        foreach (Match match in Variable().Matches(Body))
        {
            if (match.Index > from)
                yield return (Body[from..match.Index], false);
            yield return (match.Groups[1].Value, true);
            from = match.Index + match.Length;
        }

        if (from < Body.Length)
            yield return (Body[from..], false);
    }

    /// <summary>A value as WhatsApp takes it: on one line, and without wide gaps.</summary>
    public static string Tidy(string value) => Spaces().Replace(value, " ").Trim();

    internal static bool IsNumber(string variable) => char.IsAsciiDigit(variable[0]);

    [GeneratedRegex(@"\{\{([0-9]{1,2}|[a-z][a-z0-9_]{0,59})\}\}", RegexOptions.CultureInvariant)]
    internal static partial Regex Variable();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}

/// <summary>All templates, in the order in which they are offered.</summary>
/// <param name="CanFetch">Whether Meta can be asked for them.</param>
/// <param name="Left">How many Meta has approved that cannot be sent from here: they want a picture, a link or a code. Only said after fetching.</param>
public sealed record WhatsAppTemplates([property: Required, MaxLength(250)] IReadOnlyList<WhatsAppTemplate> Items, bool CanFetch = false, int Left = 0);

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
/// <param name="Names">Of a template whose variables have names: the name of each value; null where they have numbers.</param>
public sealed record TemplateUse(string Name, string Language, IReadOnlyList<string> Values, string? FlowToken = null, IReadOnlyList<string>? Names = null);
