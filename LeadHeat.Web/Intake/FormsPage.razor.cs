using LeadHeat.Core.Channels;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;
using LeadHeat.Web.Wording;

namespace LeadHeat.Web.Intake;

/// <summary>Meta's forms that leads came from, and which of their questions fill which field.</summary>
public sealed partial class FormsPage
{
    private FormDraft? _draft;
    private string? _refused;

    protected override TimeSpan Pause => TimeSpan.FromSeconds(1);

    protected override bool Concerns(LiveNews news) => news is { Kind: LiveNewsKind.Reload } or { Event.Kind: LiveEventKind.InboundChanged };

    protected override Task<LeadForms> ReadAsync() => Api.GetLeadFormsAsync();

    private void Toggle(LeadFormView form)
    {
        _refused = null;
        _draft = _draft?.Id == form.Id ? null : new FormDraft(form, Shown!.Playbooks);
    }

    private async Task SaveAsync()
    {
        try
        {
            var saved = await Api.MapLeadFormAsync(_draft!.Id, _draft.Change());
            _draft = null;
            Notices.Say($"Form {saved.Id} is confirmed. Its next leads are read like this; those that are there when you read them again.");
            await LoadAsync();
        }
        catch (LeadHeatException refused)
        {
            _refused = refused.Message;
        }
    }

    private Task<bool> ReadAgainAsync(LeadFormView form) => Notices.TryAsync(async () =>
    {
        var count = (await Api.ReplayLeadFormAsync(form.Id)).Count;
        Notices.Say($"{Say.Plural(count, "lead is", "leads are")} read again. What people have put right stays.");
    });

    private string BusinessOf(LeadFormView form) => Shown!.Playbooks.FirstOrDefault(playbook => playbook.Name == form.Playbook)?.Title ?? form.Playbook;
}
