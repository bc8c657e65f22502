using System.ComponentModel.DataAnnotations;

namespace LeadHeat.Web.Chat;

/// <summary>The section Chat of the configuration.</summary>
internal sealed class ChatOptions
{
    public const string Section = "Chat";

    /// <summary>
    /// Which sites may show the chat in a frame, besides this one: origins as <c>https://www.example.com</c> or
    /// <c>https://*.example.com</c>, with commas between them, or <c>*</c> for every site.
    /// Left empty: in Development every page on this machine, otherwise no other site.
    /// </summary>
    [RegularExpression(
        @"^(\s*\*?\s*|\s*https?://(\*\.)?[A-Za-z0-9.-]+(:(\d+|\*))?\s*(,\s*https?://(\*\.)?[A-Za-z0-9.-]+(:(\d+|\*))?\s*)*)$",
        ErrorMessage = "Chat__AllowedOrigins must be * or origins such as https://www.example.com or https://*.example.com, with commas between them.")]
    public string AllowedOrigins { get; set; } = "";
}
