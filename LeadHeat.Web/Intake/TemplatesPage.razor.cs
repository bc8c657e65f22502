using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;
using LeadHeat.Web.Wording;

namespace LeadHeat.Web.Intake;

/// <summary>The templates that Meta has approved, for the composer to offer.</summary>
public sealed partial class TemplatesPage
{
    private TemplateDraft? _draft;
    private string? _refused;
    private bool _fetching;

    protected override bool Concerns(LiveNews news) => news.Kind == LiveNewsKind.Reload;

    protected override Task<WhatsAppTemplates> ReadAsync() => Api.GetTemplatesAsync();

    private void Open(WhatsAppTemplate? template)
    {
        _refused = null;
        _draft = template is not null && _draft?.Before == template ? null : new TemplateDraft(template);
    }

    private async Task SaveAsync()
    {
        try
        {
            var (draft, template) = (_draft!, _draft!.Template);
            await ReplaceAsync(now => draft.In(now));
            _draft = null;
            Notices.Say($"“{template.Name}” is saved.");
        }
        catch (LeadHeatException refused)
        {
            _refused = refused.Why;
        }
    }

    private async Task FetchAsync()
    {
        _fetching = true;
        await Notices.TryAsync(async () =>
        {
            WhatsAppTemplates fetched = null!;
            await ChangeAsync(async () => fetched = await Api.FetchTemplatesAsync());
            var count = fetched.Items.Count(template => template.FromMeta);
            Notices.Say($"{Say.Plural(count, "template")} {(count == 1 ? "comes" : "come")} from Meta.{(fetched.Left > 0 ? $" {fetched.Left} more cannot be sent from here: they want a picture, a link or a code." : null)}");
        });
        _fetching = false;
    }

    private Task<bool> RemoveAsync(WhatsAppTemplate template) => Notices.TryAsync(async () =>
    {
        var place = 0;
        await ReplaceAsync(now =>
        {
            place = now.FindIndex(known => (known.Name, known.Language) == (template.Name, template.Language));
            if (place >= 0)
                now.RemoveAt(place);
            return now;
        });
        Notices.SayUndo($"“{template.Name}” is removed.", () => InvokeAsync(async () =>
        {
            await Notices.TryAsync(() => ReplaceAsync(now =>
            {
                now.Insert(Math.Clamp(place, 0, now.Count), template);
                return now;
            }));
            StateHasChanged();
        }));
    });

    // Of the list as it is now: somebody else may have changed another one meanwhile.
    private Task ReplaceAsync(Func<List<WhatsAppTemplate>, List<WhatsAppTemplate>> change) => ChangeAsync(async () =>
        await Api.SetTemplatesAsync(new(change([.. (await Api.GetTemplatesAsync()).Items]))));
}
