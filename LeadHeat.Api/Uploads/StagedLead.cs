using LeadHeat.Api.Leads;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;

namespace LeadHeat.Api.Uploads;

/// <summary>A lead with its score, on its way into the tables.</summary>
internal sealed record StagedLead(MergedLead Lead, Guid QualificationId, LeadHeadline Headline, ScoringInput Input, Qualification Result)
{
    /// <summary>Writes a row in the order of the staging table's columns.</summary>
    public void Write(CopyRow row)
    {
        FactValue? Value(string field) => Lead.Facts.FirstOrDefault(fact => fact.Field == field && !fact.Value.IsEmpty)?.Value;
        row.Begin();
        row.Write(Lead.Id);
        row.Write(Lead.ContactId);
        row.Write(QualificationId);
        row.Write(Lead.Before is null);
        row.Write(Value(FactFields.Name)?.Text ?? Lead.Before?.Contact.Name);
        row.Write(Value(FactFields.Email)?.Text ?? Lead.Before?.Contact.Email);
        row.Write(Value(FactFields.Phone)?.Text ?? Lead.Before?.Contact.Phone);
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
        row.Write(Lead.CreatedAt);
        row.Write((DateTimeOffset?)Lead.LastActivityAt);
        row.Write(Lead.Facts, LeadHeatJson.Default.IReadOnlyListFact);
        row.WriteJson(Lead.Features);
        row.Write((DateTimeOffset?)Lead.FeaturesAt);
        WriteProfile(row, Value);
        row.Write(Result.Qualified);
        row.Write(Words.Of(Result.Recommendation));
        row.Write(Result.Reasons, LeadHeatJson.Default.IReadOnlyListString);
        row.Write(Result.NextStep);
        row.Write(Result.TopMatches, LeadHeatJson.Default.IReadOnlyListUnitMatch);
        row.WriteText(ScoreBasis.Of(Input), LeadHeatJson.Default.ScoreBasis);
        row.WriteText(Result.Ledger, LeadHeatJson.Default.IReadOnlyListLedgerLine);
        row.Write(Input.Adjustments.Count > 0);
    }

    // The same columns as ProfileSql's.
    private static void WriteProfile(CopyRow row, Func<string, FactValue?> value)
    {
        var (beds, budget, timeline) = (value(FactFields.Beds), value(FactFields.Budget), value(FactFields.Timeline));
        row.Write([.. value(FactFields.Areas)?.Items ?? []]);
        row.Write(value(FactFields.PropertyType)?.Text);
        row.Write(beds?.Min);
        row.Write(beds?.Max);
        row.Write(budget?.Min);
        row.Write(budget?.Max);
        row.Write(budget?.Unit);
        row.Write((int?)(timeline?.Max ?? timeline?.Min));
        row.Write(value(FactFields.PreApproved)?.Text is { } said ? said == "yes" : null);
    }
}
