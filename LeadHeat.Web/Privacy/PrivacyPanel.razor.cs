using LeadHeat.Core.Leads;
using LeadHeat.Core.Privacy;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Privacy;

/// <summary>What a person agreed to, and the way out: a copy of everything, and to be forgotten.</summary>
public sealed partial class PrivacyPanel
{
    private string _purpose = ConsentPurposes.Messages;
    private string _words = "";
    private bool _granted = true;
    private bool _busy;

    [Parameter, EditorRequired]
    public required ContactView Contact { get; set; }

    /// <summary>As the page calls the person.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [Parameter]
    public bool IsAdmin { get; set; }

    /// <summary>Where to go when there is no such lead any more.</summary>
    [Parameter, EditorRequired]
    public required string Back { get; set; }

    [Inject]
    private LeadHeatClient Api { get; init; } = null!;

    [Inject]
    private Notices Notices { get; init; } = null!;

    [Inject]
    private NavigationManager Address { get; init; } = null!;

    private async Task NoteAsync()
    {
        if (string.IsNullOrWhiteSpace(_words))
            return;
        try
        {
            await Api.RecordConsentAsync(Contact.Id, new RecordConsent(_purpose, _granted, _words.Trim()));
            _words = "";
            Notices.Say("Noted.");
        }
        catch (LeadHeatException refused)
        {
            Notices.Fail($"Not noted: {refused.Message}");
        }
    }

    private async Task DeleteAsync()
    {
        _busy = true;
        try
        {
            // Taken here: when it is undone this panel is gone.
            var (api, notices, address, id, page) = (Api, Notices, Address, Contact.Id, Address.Uri);
            var deleted = await api.DeletePersonAsync(id);
            var others = deleted.People > 1 ? $" with {deleted.People - 1} more whom they were united with" : "";
            address.NavigateTo(Back);
            notices.SayUndo($"{Name} is deleted{others}. Until {deleted.EraseAt:d MMMM} you can restore them on the Privacy page.", () => RestoreAsync(api, notices, address, id, page));
        }
        catch (LeadHeatException refused)
        {
            Notices.Fail($"Not deleted: {refused.Message}");
        }

        _busy = false;
    }

    private static async Task RestoreAsync(LeadHeatClient api, Notices notices, NavigationManager address, Guid id, string page)
    {
        try
        {
            await api.RestorePersonAsync(id);
            address.NavigateTo(page);
        }
        catch (LeadHeatException refused)
        {
            notices.Fail($"Not restored: {refused.Message}");
        }
    }

    private void Erased(ErasureReceipt receipt)
    {
        Address.NavigateTo(Back);
        Notices.Say($"Erased: {receipt.Rows.Values.Sum()} rows. The receipt is on the Privacy page.");
    }
}
