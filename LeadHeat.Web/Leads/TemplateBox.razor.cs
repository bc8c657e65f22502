using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Leads;

/// <summary>Stands in the composer's place while WhatsApp takes templates only.</summary>
public sealed partial class TemplateBox
{
    private WhatsAppTemplates? _templates;
    private WhatsAppTemplate? _chosen;
    private string[] _values = [];
    private string? _fault;
    private bool _busy;

    [Parameter, EditorRequired]
    public required LeadState State { get; set; }

    [Parameter]
    public EventCallback Changed { get; set; }

    [Inject]
    private LeadHeatClient Api { get; init; } = null!;

    protected override async Task OnInitializedAsync()
    {
        try
        {
            var known = await Api.GetTemplatesAsync();
            _templates = State.Detail is { } lead ? known with { Items = TemplateChoice.Order(known.Items, lead) } : known;
            Show(_templates.Items is [var best, ..] ? best : null);
        }
        catch (LeadHeatException refused)
        {
            _fault = refused.Message;
        }
    }

    private void Choose(ChangeEventArgs change) => Show(_templates?.Items.FirstOrDefault(template => KeyOf(template) == (string?)change.Value));

    private void Show(WhatsAppTemplate? template)
    {
        _chosen = template;
        _values = template is null || State.Detail is not { } lead ? [] : TemplateChoice.ValuesFor(template, lead);
    }

    private async Task SendAsync()
    {
        if (_chosen is null || _values.Any(string.IsNullOrWhiteSpace))
            return;
        _busy = true;
        _fault = null;
        try
        {
            await State.SendTemplateAsync(_chosen, _values);
            Show(_chosen);
        }
        catch (LeadHeatException refused)
        {
            _fault = refused.Message;
        }

        _busy = false;
        await Changed.InvokeAsync();
    }

    // "first name"; null where the variables are numbers.
    private string? NameOf(int place) => _chosen?.Variables()?[place] is { } name && !char.IsAsciiDigit(name[0]) ? name.Replace('_', ' ') : null;

    private static string KeyOf(WhatsAppTemplate template) => $"{template.Name}/{template.Language}";
}
