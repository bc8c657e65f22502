using System.Globalization;
using System.Text.Json;
using LeadHeat.Core.Leads;

namespace LeadHeat.Core.Channels;

/// <summary>A filled-in form of Meta's, as the Graph API gives it.</summary>
/// <param name="FormId">Which form; empty where Meta does not say.</param>
/// <param name="IsOrganic">Not from an ad.</param>
/// <param name="Answers">Question and all its answers, in the form's order.</param>
/// <param name="Consents">What the person ticked or left empty.</param>
public sealed record LeadAdsForm(
    string LeadId,
    string FormId,
    string? AdId,
    string? Campaign,
    string? Platform,
    bool IsOrganic,
    DateTimeOffset? CreatedAt,
    IReadOnlyList<FormAnswer> Answers,
    IReadOnlyList<LeadAdsConsent> Consents)
{
    /// <summary>What has to be asked for.</summary>
    public const string Fields =
        "id,created_time,ad_id,ad_name,adset_id,adset_name,campaign_id,campaign_name,form_id,is_organic,platform,field_data,custom_disclaimer_responses";

    private const int MostAnswers = 100;
    private const int LongestAnswer = 2000;

    /// <summary>Reads the Graph API's answer; null when it is no lead.</summary>
    public static LeadAdsForm? Read(JsonElement lead)
    {
        if (lead.Id("id") is not { } id || lead.Member("field_data") is not { ValueKind: JsonValueKind.Array })
            return null;
        var adId = lead.Id("ad_id");
        return new(
            id, lead.Id("form_id") ?? "", adId, lead.Text("campaign_name") ?? lead.Text("ad_name"), lead.Text("platform"),
            lead.Member("is_organic") is { ValueKind: JsonValueKind.True } || adId is null, TimeOf(lead.Text("created_time")),
            [.. lead.Items("field_data").Take(MostAnswers).Select(AnswerOf).OfType<FormAnswer>()],
            [.. lead.Items("custom_disclaimer_responses").Take(MostAnswers).Select(ConsentOf).OfType<LeadAdsConsent>()]);
    }

    /// <summary>As every form is stored.</summary>
    /// <param name="now">When it was fetched.</param>
    /// <param name="words">What stood beside the boxes, by their keys, as far as it is known.</param>
    public FilledForm Filled(DateTimeOffset now, IReadOnlyDictionary<string, string> words) => new(
        LeadId, FormId, LeadSource.LeadAds, CameFrom, "Meta Lead Ads", CreatedAt, Answers,
        [.. Consents.Select(consent => new ConsentView(consent.Key, consent.IsGranted, "meta_lead_ads", words.GetValueOrDefault(consent.Key, ""), CreatedAt ?? now))],
        new (string Name, string? Value)[] { ("campaign", Campaign), ("ad", AdId), ("platform", Platform) }
            .Where(detail => detail.Value is not null).ToDictionary(detail => detail.Name, detail => detail.Value!));

    private string CameFrom => this switch
    {
        { IsOrganic: true } => "Filled in a form without an ad",
        { Campaign: { } campaign } => $"Filled in a form of the campaign “{campaign}”",
        _ => "Filled in a form of an ad",
    };

    // "2015-02-28T08:49:14+0000": ISO, but without a colon in the offset, which the JSON reader does not take.
    private static DateTimeOffset? TimeOf(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.ToUniversalTime() : null;

    private static FormAnswer? AnswerOf(JsonElement field)
    {
        if (field.Text("name") is not { } name)
            return null;
        var values = field.Items("values")
            .Select(value => value.ValueKind == JsonValueKind.String ? TolerantJson.Read(value).Trim() : value.GetRawText())
            .Where(value => value.Length > 0)
            .Select(value => value.Length <= LongestAnswer ? value : value[..LongestAnswer]);
        return new(name.Length <= 200 ? name : name[..200], [.. values]);
    }

    private static LeadAdsConsent? ConsentOf(JsonElement box) => box.Text("checkbox_key") is { } key ? new(key, box.Id("is_checked") == "1") : null;
}

/// <summary>A box that could be ticked.</summary>
public sealed record LeadAdsConsent(string Key, bool IsGranted);
