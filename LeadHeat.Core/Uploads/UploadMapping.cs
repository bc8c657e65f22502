namespace LeadHeat.Core.Uploads;

/// <summary>What one column of a file is.</summary>
/// <param name="Column">Its header, as written; a name made up from its place where it has none.</param>
/// <param name="Field">What it is, by name; null when it is left out.</param>
/// <param name="Confidence">0 to 1: how sure that is. 1 for what a person chose.</param>
/// <param name="Samples">A few values as they stand in the file.</param>
/// <param name="Days">Which number of its dates is the day; null for columns of other things.</param>
/// <param name="Problem">What is to be looked at, in a sentence; null when nothing is.</param>
public sealed record ColumnMapping(
    string Column, string? Field, double Confidence, IReadOnlyList<string> Samples, DayOrder? Days = null, string? Problem = null);
