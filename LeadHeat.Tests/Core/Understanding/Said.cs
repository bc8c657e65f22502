using System.Globalization;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Understands one message on Saturday, 21 November 2026.</summary>
internal static class Said
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);

    public static Understood In(Playbook playbook, string text, string? asked = null, int shown = 0) => Language.Understand(
        text, playbook, DialogueState.Start with { LastAsked = asked, Shown = [.. Enumerable.Range(1, shown).Select(number => new Guid(number, 0, 0, new byte[8]))] },
        [], Now);

    public static Understood RealEstate(string text, string? asked = null, int shown = 0) => In(Shipped.RealEstate, text, asked, shown);

    /// <summary>When it is wanted, as months from now: <c>2..3</c>; an end that is open is left out. Null for none.</summary>
    public static string? Time(Playbook playbook, string text, string? asked = null) => In(playbook, text, asked).Find(FactFields.Timeline)?.Value is { } value
        ? string.Create(CultureInfo.InvariantCulture, $"{(value.Min == 0 ? null : value.Min):0.#}..{value.Max:0.#}") : null;

    /// <summary>The value's display, or null.</summary>
    public static string? Display(string field, string text, string? asked = null) => RealEstate(text, asked).Find(field)?.Display;

    /// <summary>The words that a value came from.</summary>
    public static string? Words(string field, string text, string? asked = null) =>
        RealEstate(text, asked).Find(field) is { } found ? string.Join('|', found.Spans.Select(span => span.Of(text))) : null;

    /// <summary>A known fact of an earlier message.</summary>
    public static Fact Known(string field, FactValue value, string display) =>
        new(field, value, display, FactSource.Bot, 1, Now.AddMinutes(-5), []);
}
