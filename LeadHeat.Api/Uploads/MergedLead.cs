using LeadHeat.Api.HeatModels;
using LeadHeat.Api.Leads;
using LeadHeat.Core.Facts;
using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Uploads;

namespace LeadHeat.Api.Uploads;

/// <summary>A lead that rows of a batch become or join.</summary>
internal sealed class MergedLead
{
    public required Guid Id { get; init; }
    public required Guid ContactId { get; init; }

    /// <summary>The row that it comes from; null for a lead that was there before.</summary>
    public ScoredRow? New { get; init; }

    /// <summary>As it was before; null for a new one.</summary>
    public JudgedLead? Before { get; init; }

    /// <summary>What people added to its score.</summary>
    public IReadOnlyList<LedgerLine> Adjustments { get; set; } = [];

    public required IReadOnlyList<Fact> Facts { get; set; }
    public LeadStatus? Status { get; set; }
    public DateTimeOffset? StatusSince { get; set; }
    public string? LostReason { get; set; }
    public Guid? OwnerId { get; set; }
    /// <summary>What the file says to the heat model, and when it was known.</summary>
    public string? Features { get; set; }

    public DateTimeOffset FeaturesAt { get; set; }
    public DateTimeOffset? CreatedAt { get; init; }
    public DateTimeOffset LastActivityAt { get; set; }
    public List<string> Notes { get; } = [];

    /// <summary>Whether rows after the first brought something.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>As the heat model sees it once this is stored.</summary>
    /// <param name="before">As it saw it before; null for a new one.</param>
    public SeenLead Seen(SeenLead? before)
    {
        var seen = (before ?? SeenLead.New(LeadSource.Csv, CreatedAt!.Value)) with { Until = Status is LeadStatus.Won or LeadStatus.Lost ? StatusSince : null };
        if (Features is null)
            return seen;
        var news = SeenLead.Read(Features);
        if (seen.Told is not var (known, at))
            return seen with { Told = (news, FeaturesAt) };
        foreach (var feature in HeatFeatures.All.Where(feature => !known.Has(feature) && news.Has(feature)))
            known.Take(feature, news);
        return seen with { Told = (known, at) };
    }

    /// <summary>Takes in what is not known yet; what is known stays as it is, whoever said it.</summary>
    public void Join(UploadedLead row, Guid? owner, DateTimeOffset now)
    {
        Fact[] news = [.. row.Facts.Where(fact => !Facts.Any(known => known.Field == fact.Field && !known.Value.IsEmpty))];
        if (news.Length > 0)
            Facts = [.. Facts.Where(known => !news.Any(fact => fact.Field == known.Field)), .. news];
        var closes = row.Status is { } status && status != Status && Status is not (LeadStatus.Won or LeadStatus.Lost) && (status > (Status ?? LeadStatus.New));
        if (closes)
            (Status, StatusSince, LostReason) = (row.Status, row.ClosedAt ?? row.CreatedAt ?? now, row.LostReason);
        var (features, owns) = (Features is null && row.Features is not null, OwnerId is null && owner is not null);
        if (features)
            (Features, FeaturesAt) = (row.Features, row.CreatedAt ?? row.ClosedAt ?? now);
        OwnerId ??= owner;
        if (row.Note is not null)
            Notes.Add(row.Note);
        IsChanged |= news.Length > 0 || closes || features || owns || row.Note is not null;
    }
}
