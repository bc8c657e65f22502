using System.Text.Json;
using System.Text.RegularExpressions;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Channels;

/// <summary>A page of an account's templates, as the Graph API gives it: <c>GET /{account-id}/message_templates</c>.</summary>
/// <param name="Items">Those that are approved and want nothing but words.</param>
/// <param name="Left">How many are approved and want more: a picture, a link of their own, a code.</param>
/// <param name="After">Leads to the next page; null at the end.</param>
public sealed partial record MetaTemplates(IReadOnlyList<WhatsAppTemplate> Items, int Left, string? After)
{
    private const int PageSize = 100;

    // Buttons that are sent as they were approved.
    private static readonly string[] PlainButtons = ["QUICK_REPLY", "PHONE_NUMBER", "URL"];

    /// <summary>Null when it is no page.</summary>
    public static MetaTemplates? Read(JsonElement page)
    {
        if (page.Member("data") is not { ValueKind: JsonValueKind.Array })
            return null;
        var paging = page.Member("paging");
        var read = page.Items("data").Where(item => item.Text("status") == "APPROVED").Select(Of).ToArray();
        return new([.. read.OfType<WhatsAppTemplate>()], read.Count(item => item is null), paging?.Text("next") is null ? null : paging?.Member("cursors")?.Text("after"));
    }

    /// <summary>The address of a page.</summary>
    /// <param name="after">Of the page before; null: the first.</param>
    public static string PathOf(string accountId, string? after) =>
        $"{Uri.EscapeDataString(accountId)}/message_templates?fields=name,language,status,category,components&limit={PageSize}"
        + (after is null ? "" : $"&after={Uri.EscapeDataString(after)}");

    // {"name":"visit_reminder","language":"en","status":"APPROVED","category":"UTILITY","components":[{"type":"BODY","text":"Hello {{1}} …"}]}
    private static WhatsAppTemplate? Of(JsonElement item)
    {
        var components = item.Items("components").ToArray();
        if (item.Text("name") is not { } name || item.Text("language") is not { } language || !Name().IsMatch(name) || !Code().IsMatch(language) || !Array.TrueForAll(components, IsPlain))
            return null;
        var body = components.Where(component => component.Text("type") == "BODY").Select(component => component.Text("text")).FirstOrDefault();
        var category = Words.TryParse<TemplateCategory>(item.Text("category")?.ToLowerInvariant() ?? "", out var known) ? known : (TemplateCategory?)null;
        return body is { Length: > 0 and <= WhatsAppTemplate.LongestBody } && category != TemplateCategory.Authentication
            && new WhatsAppTemplate(name, language, body, category, FromMeta: true) is { } template && template.CountVariables() is not null ? template : null;
    }

    private static bool IsPlain(JsonElement component) => component.Text("type") switch
    {
        "BODY" or "FOOTER" => true,
        "HEADER" => component.Text("format") == "TEXT" && component.Text("text")?.Contains("{{", StringComparison.Ordinal) == false,
        "BUTTONS" => component.Items("buttons").All(button => PlainButtons.Contains(button.Text("type")) && button.Text("url")?.Contains("{{", StringComparison.Ordinal) != true),
        _ => false,
    };

    [GeneratedRegex("^[a-z0-9_]{1,100}$")]
    private static partial Regex Name();

    [GeneratedRegex("^[a-z]{2,3}(_[A-Z]{2})?$")]
    private static partial Regex Code();
}
