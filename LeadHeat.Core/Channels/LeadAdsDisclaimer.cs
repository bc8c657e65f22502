using System.Text.Json;

namespace LeadHeat.Core.Channels;

/// <summary>
/// What stands beside the boxes of a form of Meta's. A lead names a box by its key alone; the words are the form's:
/// <c>{"legal_content":{"custom_disclaimer":{"title":"…","body":{"text":"…"},"checkboxes":[{"key":"optional_1","text":"…","is_required":false}]}}}</c>.
/// </summary>
public static class LeadAdsDisclaimer
{
    /// <summary>What has to be asked for.</summary>
    public const string Fields = "legal_content";

    private const int MostBoxes = 100;
    private const int LongestPart = 2000;

    /// <summary>The words of each box, with what stands above them; null where the answer is no form's.</summary>
    public static Dictionary<string, string>? Read(JsonElement form)
    {
        if (form.Member("legal_content") is not { ValueKind: JsonValueKind.Object } legal)
            return null;
        Dictionary<string, string> words = new(StringComparer.Ordinal);
        if (legal.Member("custom_disclaimer") is not { ValueKind: JsonValueKind.Object } disclaimer)
            return words;
        var above = new[] { disclaimer.Text("title"), disclaimer.Member("body")?.Text("text") };
        foreach (var box in disclaimer.Items("checkboxes").Take(MostBoxes))
        {
            if (box.Text("key") is { } key && box.Text("text") is { } text)
                words[key] = string.Join('\n', above.Append(text).OfType<string>().Where(part => part.Length > 0).Select(part => part.Length <= LongestPart ? part : part[..LongestPart]));
        }

        return words;
    }
}
