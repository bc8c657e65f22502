using LeadHeat.Core.Leads;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Uploads;

namespace LeadHeat.Api.Uploads;

/// <summary>A row that can become a lead, scored as if nothing else were known.</summary>
internal sealed record ScoredRow(UploadedLead Lead, ScoringInput Input, LeadHeadline Headline, Qualification Result);

/// <summary>A row's error; the first one of a row comes with the row as it stands in the file.</summary>
internal sealed record RejectedCell(int Line, int Place, string? Column, string Reason, string[]? Cells);

/// <summary>Rows that are stored together.</summary>
internal sealed class UploadBatch
{
    public const int Most = 2000;

    public List<ScoredRow> Rows { get; } = new(Most);

    public List<RejectedCell> Rejected { get; } = [];

    public int RejectedRows { get; set; }

    /// <summary>How many of the file's records are read with this batch's last.</summary>
    public long Records { get; set; }

    public bool IsFull => Rows.Count + RejectedRows >= Most;
}
