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
            _templates = await Api.GetTemplatesAsync();
            Show(_templates.Items is [var first, ..] ? first : null);
        }
        catch (LeadHeatException refused)
        {
            _fault = refused.Message;
        }
    }

    private void Choose(ChangeEventArgs change) => Show(_templates?.Items.FirstOrDefault(template => KeyOf(template) == (string?)change.Value));

    // The first value is nearly always the name.
    private void Show(WhatsAppTemplate? template)
    {
        _chosen = template;
        _values = new string[template?.CountVariables() ?? 0];
        Array.Fill(_values, "");
        if (_values.Length > 0)
            _values[0] = State.Detail?.Contact.Name?.Split(' ')[0] ?? "";
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

    private static string KeyOf(WhatsAppTemplate template) => $"{template.Name}/{template.Language}";
}
