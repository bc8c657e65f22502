using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;

namespace LeadHeat.Core.Uploads;

/// <summary>A row of a file that can become a lead.</summary>
/// <param name="Line">Where it stands, from 1.</param>
/// <param name="CreatedAt">When the lead came, by the file.</param>
/// <param name="Status">Where it stands in the pipeline, by the file.</param>
/// <param name="ClosedAt">When it was won or lost; null for an open one, or where the file does not say.</param>
/// <param name="Owner">A member's e-mail or name, as written.</param>
/// <param name="Features">What the heat model looks at, as a JSON object of the features' names; null when nothing is known.</param>
public sealed record UploadedLead(
    int Line,
    IReadOnlyList<Fact> Facts,
    DateTimeOffset? CreatedAt,
    LeadStatus? Status,
    DateTimeOffset? ClosedAt,
    string? LostReason,
    string? Owner,
    string? Note,
    string? Features)
{
    /// <summary>The e-mail address, in lower case.</summary>
    public string? Email => Find(FactFields.Email);

    /// <summary>The phone number, in E.164.</summary>
    public string? Phone => Find(FactFields.Phone);

    private string? Find(string field)
    {
        foreach (var fact in Facts)
        {
            if (fact.Field == field)
                return fact.Value.Text;
        }
        return null;
    }
}

/// <summary>Why a row cannot become a lead.</summary>
/// <param name="Line">The row's line in the file, from 1; 0 where it is the file.</param>
/// <param name="Column">The column's header; null where it is the whole row.</param>
/// <param name="Reason">In a sentence.</param>
public sealed record UploadError(int Line, string? Column, string Reason);
