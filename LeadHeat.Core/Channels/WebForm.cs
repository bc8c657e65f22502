using System.ComponentModel.DataAnnotations;

namespace LeadHeat.Core.Channels;

/// <summary>A form of ours that stands on the team's sites; data, so that a new one needs no code.</summary>
/// <param name="Name">In its address: <c>contact</c> is sent to <c>/api/forms/contact</c>.</param>
/// <param name="Title">As the team calls it.</param>
/// <param name="Playbook">Which business its leads are for.</param>
/// <param name="Fields">What it asks, in its order.</param>
/// <param name="Origins">Sites that may send it, such as <c>https://www.example.com</c>; <c>*</c> is every site.</param>
/// <param name="Consent">The words beside the box that can be ticked; null: there is no box.</param>
/// <param name="Redirect">Where a browser goes afterwards; null: to a short thank-you.</param>
/// <param name="IsOpen">Whether it takes anything.</param>
public sealed record WebForm(
    [property: RegularExpression("^[a-z0-9][a-z0-9-]{0,62}$")] string Name,
    [property: Required, StringLength(100, MinimumLength = 1)] string Title,
    [property: Required] string Playbook,
    [property: Required, MinLength(1), MaxLength(50)] IReadOnlyList<WebFormField> Fields,
    [property: Required, MaxLength(50)] IReadOnlyList<string> Origins,
    [property: StringLength(1000)] string? Consent = null,
    [property: StringLength(1000)] string? Redirect = null,
    bool IsOpen = true)
{
    /// <summary>Of the box: anything but empty, <c>false</c>, <c>0</c>, <c>no</c> and <c>off</c> is a yes.</summary>
    public const string ConsentField = "consent";

    /// <summary>People do not see it: who fills it in is a robot.</summary>
    public const string TrapField = "lh_website";

    /// <summary>An id that the sender makes: the same id is the same form, however often it is sent.</summary>
    public const string IdField = "lh_id";
}

/// <summary>Something that a form asks.</summary>
/// <param name="Name">As it is sent.</param>
/// <param name="Label">As people read it.</param>
/// <param name="Field">The playbook's field that it fills, or <c>note</c>.</param>
/// <param name="IsRequired">Whether the browser asks for an answer; what comes without is taken all the same.</param>
public sealed record WebFormField(
    [property: RegularExpression("^[A-Za-z][A-Za-z0-9_.-]{0,59}$")] string Name,
    [property: Required, StringLength(200, MinimumLength = 1)] string Label,
    [property: Required] string Field,
    bool IsRequired = false);

/// <summary>A form as the team sees it.</summary>
/// <param name="Leads">How many leads came from it.</param>
/// <param name="Html">To be copied into a page.</param>
public sealed record WebFormView(WebForm Form, int Leads, string Html, DateTimeOffset CreatedAt);

/// <summary>All forms, by title.</summary>
/// <param name="Playbooks">The businesses that a form can be for.</param>
public sealed record WebForms(IReadOnlyList<WebFormView> Items, IReadOnlyList<FormPlaybook> Playbooks);

/// <summary>A form was taken; it becomes a lead within moments.</summary>
/// <param name="Id">By which <c>GET /api/inbound?externalId=</c> finds it.</param>
public sealed record FormReceived(string Id);
