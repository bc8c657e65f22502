using LeadHeat.Api.Problems;
using LeadHeat.Core.Channels;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Channels.WhatsApp;

/// <summary>Gets the approved templates from Meta. What somebody has entered by hand stays; what Meta has no more goes.</summary>
internal sealed class TemplateFetch(TemplateStore templates, Graph graph, IOptions<MetaOptions> meta)
{
    private const int MostPages = 20;

    /// <exception cref="RuleViolation">Meta does not give them.</exception>
    public async Task<WhatsAppTemplates> FetchAsync(CancellationToken cancellationToken)
    {
        if (!templates.CanFetch)
            throw new RuleViolation("Set Meta__AccessToken and Meta__WhatsAppBusinessAccountId, so that Meta can be asked.");
        var (found, left) = await ReadAsync(cancellationToken);
        var known = (await templates.ListAsync(cancellationToken)).Items;
        var byKey = found.DistinctBy(KeyOf).ToDictionary(KeyOf);
        WhatsAppTemplate[] kept = [.. known.Where(each => !each.FromMeta || byKey.ContainsKey(KeyOf(each))).Select(each => byKey.GetValueOrDefault(KeyOf(each), each))];
        await templates.ReplaceAsync(new([.. kept, .. byKey.Values.ExceptBy(kept.Select(KeyOf), KeyOf)]), cancellationToken);
        return (await templates.ListAsync(cancellationToken)) with { Left = left };
    }

    private async Task<(List<WhatsAppTemplate> Found, int Left)> ReadAsync(CancellationToken cancellationToken)
    {
        var (found, left, after) = (new List<WhatsAppTemplate>(), 0, (string?)null);
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await graph.GetAsync(MetaTemplates.PathOf(meta.Value.WhatsAppBusinessAccountId, after), cancellationToken);
            if (answer.Outcome == GraphOutcome.TokenExpired)
                throw new RuleViolation(TokenTrouble.Expired);
            // A list that was read in part would take the rest away.
            if (answer.Outcome != GraphOutcome.Good || MetaTemplates.Read(answer.Body) is not { } read)
                throw new RuleViolation($"Meta does not give the templates{(answer.Code is { } code ? $" (code {code})" : null)}: is Meta__WhatsAppBusinessAccountId right, and may the token manage WhatsApp?");
            found.AddRange(read.Items);
            left += read.Left;
            if ((after = read.After) is null)
                break;
        }

        return (found, left);
    }

    private static (string Name, string Language) KeyOf(WhatsAppTemplate template) => (template.Name, template.Language);
}
