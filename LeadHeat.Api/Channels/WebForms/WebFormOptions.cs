namespace LeadHeat.Api.Channels.WebForms;

internal sealed class WebFormOptions
{
    public const string Section = "Forms";

    /// <summary>Where browsers reach this Api, for the HTML that is copied; the address that was asked when not said.</summary>
    public Uri? PublicUrl { get; set; }
}
