namespace LeadHeat.Core.Uploads;

/// <summary>How a file writes its table.</summary>
/// <param name="Delimiter">Stands between fields.</param>
/// <param name="Quote">Encloses fields that hold delimiters or line ends; within such a field it is doubled.</param>
public sealed record CsvDialect(char Delimiter = ',', char Quote = '"');

/// <summary>What a table may have.</summary>
/// <param name="Columns">At most so many columns.</param>
/// <param name="FieldLength">A field has at most so many UTF-16 units.</param>
/// <param name="RecordLength">A record, with its delimiters and quotes, has at most so many UTF-16 units.</param>
public sealed record CsvLimits(int Columns = 500, int FieldLength = 20_000, int RecordLength = 262_144);

/// <summary>Why a record cannot be read.</summary>
/// <param name="Field">Which field, from 0; null where it is the whole record.</param>
/// <param name="Reason">In a sentence.</param>
public sealed record CsvFault(int? Field, string Reason);
