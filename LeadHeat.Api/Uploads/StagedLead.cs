using LeadHeat.Api.Leads;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;

namespace LeadHeat.Api.Uploads;

/// <summary>A lead with its score, on its way into the tables: a new one straight into each, one that was there through the staging table.</summary>
internal sealed record StagedLead(MergedLead Lead, Guid QualificationId, LeadHeadline Headline, ScoringInput Input, Qualification Result)
{
    /// <summary>Writes a row in the order of the staging table's columns.</summary>
    public void Write(CopyRow row)
    {
        row.Begin();
        row.Write(Lead.Id);
        row.Write(Lead.ContactId);
        row.Write(QualificationId);
        WriteWays(row);
        row.Write(Headline.Name);
        row.Write(Headline.City);
        row.Write(Headline.Wants);
        row.Write(Headline.Value);
        row.Write(Headline.Currency);
        row.Write(SearchText.Of(Headline, Lead.Facts));
        row.Write(Lead.OwnerId);
        row.Write(Words.Of(Lead.Status ?? LeadStatus.New));
        row.Write(Lead.StatusSince);
        row.Write(Lead.LostReason);
        row.Write(Result.Score);
        row.Write(Words.Of(Result.Heat));
        row.Write((DateTimeOffset?)Lead.LastActivityAt);
        row.Write(Lead.Facts, LeadHeatJson.Default.IReadOnlyListFact);
        row.WriteJson(Lead.Features);
        row.Write((DateTimeOffset?)Lead.FeaturesAt);
        WriteProfileColumns(row);
        row.Write(Result.Qualified);
        WriteResult(row);
        WriteBasis(row);
    }

    // As old as their lead: what is known later than the outcome is no use to the heat model.
    public void WriteContact(CopyRow row, DateTimeOffset now)
    {
        row.Begin();
        row.Write(Lead.ContactId);
        WriteWays(row);
        row.Write(Lead.CreatedAt);
        row.Write((DateTimeOffset?)now);
    }

    public void WriteLead(CopyRow row, UploadEntry upload)
    {
        row.Begin();
        row.Write(Lead.Id);
        row.Write(Lead.ContactId);
        row.Write(upload.Playbook);
        row.Write(Words.Of(LeadSource.Csv));
        row.Write(Words.Of(Lead.Status ?? LeadStatus.New));
        row.Write(Lead.StatusSince);
        row.Write(Lead.LostReason);
        row.Write(Lead.OwnerId);
        row.Write(Headline.Name);
        row.Write(Headline.City);
        row.Write(Headline.Wants);
        row.Write(Result.Score);
        row.Write(Words.Of(Result.Heat));
        row.Write(QualificationId);
        row.Write(Words.Of(Handling.Bot));
        row.Write(Headline.Value);
        row.Write(Headline.Currency);
        row.Write(SearchText.Of(Headline, Lead.Facts));
        row.Write(Lead.CreatedAt);
        row.Write((DateTimeOffset?)Lead.LastActivityAt);
        row.Write(upload.Id);
    }

    public void WriteProfile(CopyRow row, DateTimeOffset now)
    {
        row.Begin();
        row.Write(Lead.Id);
        row.Write(Lead.Facts, LeadHeatJson.Default.IReadOnlyListFact);
        row.Write(Headline.City);
        WriteProfileColumns(row);
        row.Write((DateTimeOffset?)now);
    }

    /// <summary>Nothing where the file says nothing to the heat model.</summary>
    public void WriteFeatures(CopyRow row)
    {
        if (Lead.Features is null)
            return;
        row.Begin();
        row.Write(Lead.Id);
        row.WriteJson(Lead.Features);
        row.Write((DateTimeOffset?)Lead.FeaturesAt);
    }

    public void WriteQualification(CopyRow row, Scorecard card, DateTimeOffset now)
    {
        row.Begin();
        row.Write(QualificationId);
        row.Write(Lead.Id);
        row.Write(card.Name);
        row.Write(card.Version);
        row.Write(Result.Score);
        row.Write(Result.Qualified);
        row.Write(Words.Of(Result.Heat));
        WriteResult(row);
        row.Write((DateTimeOffset?)now);
        WriteBasis(row);
    }

    private void WriteWays(CopyRow row)
    {
        row.Write(Value(FactFields.Name)?.Text ?? Lead.Before?.Contact.Name);
        row.Write(Value(FactFields.Email)?.Text ?? Lead.Before?.Contact.Email);
        row.Write(Value(FactFields.Phone)?.Text ?? Lead.Before?.Contact.Phone);
    }

    private void WriteResult(CopyRow row)
    {
        row.Write(Words.Of(Result.Recommendation));
        row.Write(Result.Reasons, LeadHeatJson.Default.IReadOnlyListString);
        row.Write(Result.NextStep);
        row.Write(Result.TopMatches, LeadHeatJson.Default.IReadOnlyListUnitMatch);
    }

    private void WriteBasis(CopyRow row)
    {
        row.WriteText(ScoreBasis.Of(Input), LeadHeatJson.Default.ScoreBasis);
        row.WriteText(Result.Ledger, LeadHeatJson.Default.IReadOnlyListLedgerLine);
        row.Write(Input.Adjustments.Count > 0);
    }

    // The same columns as ProfileSql's.
    private void WriteProfileColumns(CopyRow row)
    {
        var (beds, budget, timeline) = (Value(FactFields.Beds), Value(FactFields.Budget), Value(FactFields.Timeline));
        row.Write([.. Value(FactFields.Areas)?.Items ?? []]);
        row.Write(Value(FactFields.PropertyType)?.Text);
        row.Write(beds?.Min);
        row.Write(beds?.Max);
        row.Write(budget?.Min);
        row.Write(budget?.Max);
        row.Write(budget?.Unit);
        row.Write((int?)(timeline?.Max ?? timeline?.Min));
        row.Write(Value(FactFields.PreApproved)?.Text is { } said ? said == "yes" : null);
    }

    private FactValue? Value(string field)
    {
        foreach (var fact in Lead.Facts)
        {
            if (fact.Field == field && !fact.Value.IsEmpty)
                return fact.Value;
        }
        return null;
    }
}
