using LeadHeat.Core.Live;
using LeadHeat.Core.Privacy;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;

namespace LeadHeat.Web.Privacy;

/// <summary>The clocks with what they would take, deleted people who can be restored, and receipts. For admins.</summary>
public sealed partial class PrivacyPage
{

    protected override bool Concerns(LiveNews news) => news.Kind == LiveNewsKind.Reload;

    protected override async Task<PrivacyShown> ReadAsync()
    {
        var retention = Api.GetRetentionAsync();
        var erasures = await Api.GetErasuresAsync();
        return new(await retention, erasures);
    }

    private async Task RestoreAsync(DeletedPerson person)
    {
        try
        {
            await Api.RestorePersonAsync(person.ContactId);
            Notices.Say($"{person.Name} is back.");
        }
        catch (LeadHeatException refused)
        {
            Notices.Fail($"Not restored: {refused.Message}");
        }

        await LoadAsync();
    }

    private static string Period(TimeSpan kept) =>
        kept.TotalDays >= 730 && kept.TotalDays % 365 == 0 ? $"{(int)kept.TotalDays / 365} years"
        : kept.TotalHours % 24 != 0 || kept.TotalDays <= 1 ? $"{(int)kept.TotalHours} hours"
        : $"{(int)kept.TotalDays} days";

    private static string Why(ErasureReceipt receipt) => receipt.Reason switch
    {
        ErasureReason.Asked => "a person, at once",
        ErasureReason.PeriodOver => "a deleted person, after the period",
        _ => "what was due",
    };
}

/// <summary>What the page shows first.</summary>
public sealed record PrivacyShown(Retention Retention, Erasures Erasures);
