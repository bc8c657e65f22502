using System.Net;
using System.Text;
using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Channels;

/// <summary>A form as HTML, to be copied into a page: it works without a script; with one it also tells the campaign.</summary>
public static class WebFormHtml
{
    // As in the address of the page: ?utm_source=newsletter
    private static readonly string[] Campaign = ["utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "gclid", "fbclid"];

    /// <summary>Fields that tell where somebody came from; everything else is an answer.</summary>
    public static IReadOnlyList<string> OriginFields { get; } = [.. Campaign, "page", "referrer"];

    /// <param name="address">Where it is sent to.</param>
    public static string Of(WebForm form, Uri address)
    {
        var html = new StringBuilder();
        html.Append($"<form method=\"post\" action=\"{Text(address.ToString())}\" data-leadheat-form>\n");
        foreach (var field in form.Fields)
            html.Append($"  <label>{Text(field.Label)} {Input(field)}</label>\n");
        if (form.Consent is { } consent)
            html.Append($"  <label><input type=\"checkbox\" name=\"{WebForm.ConsentField}\" value=\"yes\"> {Text(consent)}</label>\n");
        html.Append($"  <input name=\"{WebForm.TrapField}\" tabindex=\"-1\" autocomplete=\"off\" aria-hidden=\"true\" style=\"position:absolute;left:-9999px\">\n");
        html.Append("  <button>Send</button>\n</form>\n");
        html.Append("<script>\n(form => {\n  const add = (name, value) => value && form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));\n");
        html.Append($"  const query = new URLSearchParams(location.search);\n  for (const name of {Names()}) add(name, query.get(name));\n");
        html.Append($"  add('page', location.origin + location.pathname);\n  add('referrer', document.referrer);\n  add('{WebForm.IdField}', crypto.randomUUID?.());\n");
        html.Append("})(document.querySelector('form[data-leadheat-form]'));\n</script>\n");
        return html.ToString();
    }

    private static string Names() => $"[{string.Join(", ", Campaign.Select(name => $"'{name}'"))}]";

    private static string Input(WebFormField field)
    {
        var required = field.IsRequired ? " required" : "";
        return field.Field == FormMapping.Note
            ? $"<textarea name=\"{Text(field.Name)}\"{required}></textarea>"
            : $"<input type=\"{TypeOf(field.Field)}\" name=\"{Text(field.Name)}\"{required}>";
    }

    private static string TypeOf(string field) => field switch
    {
        FactFields.Email => "email",
        FactFields.Phone => "tel",
        _ => "text",
    };

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
