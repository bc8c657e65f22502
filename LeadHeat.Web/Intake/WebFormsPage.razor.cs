using LeadHeat.Core.Channels;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;
using LeadHeat.Web.Wording;

namespace LeadHeat.Web.Intake;

/// <summary>Forms of ours: made here, copied into the team's sites.</summary>
public sealed partial class WebFormsPage
{
    private WebFormDraft? _draft;
    private string? _html;
    private string? _refused;

    protected override TimeSpan Pause => TimeSpan.FromSeconds(1);

    protected override bool Concerns(LiveNews news) => news is { Kind: LiveNewsKind.Reload } or { Event.Kind: LiveEventKind.InboundChanged };

    protected override Task<WebForms> ReadAsync() => Api.GetWebFormsAsync();

    private void Open(WebForm? form)
    {
        _refused = null;
        _draft = form is not null && _draft?.Name == form.Name ? null : new WebFormDraft(form, Shown!.Playbooks);
    }

    private async Task SaveAsync()
    {
        try
        {
            var (isNew, saved) = (_draft!.IsNew, await Api.SetWebFormAsync(_draft.Form([.. Shown!.Items.Select(known => known.Form.Name)])));
            (_draft, _refused, _html) = (null, null, isNew ? saved.Form.Name : _html);
            Notices.Say(isNew ? $"“{saved.Form.Title}” is ready. Copy its HTML into your site." : $"“{saved.Form.Title}” is saved.");
            await LoadAsync();
        }
        catch (LeadHeatException refused)
        {
            _refused = refused.Message;
        }
    }

    private static string SitesOf(WebForm form) => form.Origins switch
    {
        [] => "no site yet",
        ["*"] => "every site",
        [{ } only] => only,
        _ => Say.Plural(form.Origins.Count, "site"),
    };
}
