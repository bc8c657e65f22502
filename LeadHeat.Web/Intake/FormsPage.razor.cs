using LeadHeat.Core.Channels;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;

namespace LeadHeat.Web.Intake;

/// <summary>Meta's forms that leads came from, and which of their questions fill which field.</summary>
public sealed partial class FormsPage
{
    private LeadForms? _forms;
    private FormDraft? _draft;
    private string? _fault;
    private string? _refused;

    protected override TimeSpan Pause => TimeSpan.FromSeconds(1);

    protected override bool Concerns(LiveNews news) => news is { Kind: LiveNewsKind.Reload } or { Event.Kind: LiveEventKind.InboundChanged };

    protected override Task RefreshAsync(CancellationToken cancellationToken) => LoadAsync();

    protected override Task OnInitializedAsync()
    {
        _forms = Take<LeadForms>();
        return _forms is null ? LoadAsync() : Task.CompletedTask;
    }

    private async Task LoadAsync()
    {
        try
        {
            _forms = await Api.GetLeadFormsAsync();
            _fault = null;
            Keep(_forms);
        }
        catch (LeadHeatException refused)
        {
            _fault = refused.Title;
        }
    }

    private void Toggle(LeadFormView form)
    {
        _refused = null;
        _draft = _draft?.Id == form.Id ? null : new FormDraft(form, _forms!.Playbooks);
    }

    private async Task SaveAsync()
    {
        try
        {
            var saved = await Api.MapLeadFormAsync(_draft!.Id, _draft.Change());
            _draft = null;
            Notices.Say($"Form {saved.Id} is confirmed. Its next leads are read like this.");
            await LoadAsync();
        }
        catch (LeadHeatException refused)
        {
            _refused = refused.Message;
        }
    }

    private string BusinessOf(LeadFormView form) => _forms!.Playbooks.FirstOrDefault(playbook => playbook.Name == form.Playbook)?.Title ?? form.Playbook;
}
