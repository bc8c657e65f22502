using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Uploads;

/// <summary>Says what the columns of a file are, by their names and by what stands in them.</summary>
public static class MappingProposer
{
    /// <summary>From this confidence on nobody has to look.</summary>
    public const double Certain = 0.9;

    private const int MostSamples = 5;
    private static readonly CellKind[] Telling = [CellKind.Email, CellKind.Phone, CellKind.Time, CellKind.Outcome];
    private static readonly HashSet<string> AllNames = [.. UploadFields.Shared.SelectMany(field => field.Names.Append(UploadFields.Normal(field.Name)))];

    /// <summary>Whether every column that has something in it is known for certain.</summary>
    public static bool IsCertain(IReadOnlyList<ColumnMapping> mapping) =>
        mapping.All(column => column.Confidence >= Certain && column.Problem is null)
        && mapping.Any(column => column.Field is not (null or UploadFields.Ignored));

    /// <summary>Whether some field goes by this header.</summary>
    internal static bool IsKnown(string header) => AllNames.Contains(UploadFields.Normal(header));

    /// <summary>The playbook whose own fields the headers name most of; the first of equals.</summary>
    public static Playbook PlaybookOf(IReadOnlyList<string> header, IEnumerable<Playbook> playbooks) => playbooks
        .MaxBy(playbook => header.Count(title => Of(title, UploadFields.Of(playbook)) is { Fact: { } fact } && playbook.Field(fact) is not null))!;

    /// <summary>Proposes what the columns are.</summary>
    /// <param name="remembered">What people chose for a file with the same header; null when there was none.</param>
    /// <param name="now">What is later than this is no date of a lead.</param>
    public static IReadOnlyList<ColumnMapping> Propose(
        FileOpening file, Playbook playbook, IReadOnlyList<ColumnMapping>? remembered, CsvLimits limits, DateTimeOffset now)
    {
        var fields = UploadFields.Of(playbook);
        var reader = new RowReader(playbook, [], limits, now);
        List<ColumnMapping> proposed = [];
        for (var place = 0; place < file.Header.Count; place++)
        {
            string[] values = [.. file.Rows.Where(row => place < row.Length && !string.IsNullOrWhiteSpace(row[place])).Select(row => row[place].Trim())];
            proposed.Add(remembered is not null
                ? remembered[place] with { Samples = Samples(values), Confidence = 1, Problem = null }
                : Propose(Bare(file.Header[place]), values, fields, reader) with { Column = file.Header[place] });
        }
        return WithoutDoubles(proposed);
    }

    // "Phone (2)" is the second one of that name.
    private static string Bare(string header) =>
        header.LastIndexOf(" (", StringComparison.Ordinal) is var at and > 0 && header.EndsWith(')') && header.AsSpan(at + 2)[..^1] is { Length: > 0 } number
            && !number.ContainsAnyExceptInRange('0', '9') ? header[..at] : header;

    private static ColumnMapping Propose(string header, string[] values, IReadOnlyList<UploadField> fields, RowReader reader)
    {
        var samples = Samples(values);
        if (values.Length == 0)
            return new(header, Of(header, fields)?.Name, 1, samples);
        var (field, confidence) = Of(header, fields) is { } exact ? (exact, 0.97)
            : NearlyNamed(header, fields) is { } near ? (near, 0.8)
            : (NamedWithin(header, fields), 0.6);
        // "Contact" may be a name; where addresses stand in it, it is not.
        if (field is null or { Fact: FactFields.Name } || confidence < 0.8)
            (field, confidence) = Told(values, fields, reader) is { } told && (confidence < 0.8 || told.Kind is CellKind.Email or CellKind.Phone) ? (told, 0.7) : (field, confidence);
        if (field is null)
            return new(header, null, 0, samples, Problem: "It is not known what this column is: choose, or leave it out.");
        if (field.Kind == CellKind.Ignored)
            return new(header, field.Name, confidence, samples);
        DayOrder? days = field.Kind == CellKind.Time ? Days(values) : null;
        var share = values.Count(value => reader.Check(field, value, days ?? DayOrder.DayFirst) is null) / (double)values.Length;
        if (share < 0.5)
            return new(header, field.Name, 0.3, samples, days, $"Most values are no {field.Title.ToLowerInvariant()}.");
        var unsure = field.Kind == CellKind.Time && values.Any(value => TimeCells.IsAmbiguous(value)) && values.All(value => TimeCells.OrderOf(value) is null);
        return new(header, field.Name, unsure ? 0.7 : confidence, samples, days, unsure ? "Is 3/4 the third of April, or March 4th? Choose which number is the day." : null);
    }

    // Where both orders occur, most of them count.
    private static DayOrder Days(string[] values) =>
        values.Count(value => TimeCells.OrderOf(value) == DayOrder.MonthFirst) > values.Count(value => TimeCells.OrderOf(value) == DayOrder.DayFirst)
            ? DayOrder.MonthFirst : DayOrder.DayFirst;

    private static UploadField? Of(string header, IReadOnlyList<UploadField> fields)
    {
        var name = UploadFields.Normal(header);
        return fields.FirstOrDefault(field => NamesOf(field).Contains(name));
    }

    // A name with a slip in it.
    private static UploadField? NearlyNamed(string header, IReadOnlyList<UploadField> fields)
    {
        var name = UploadFields.Normal(header);
        return name.Length < 5 ? null : fields.FirstOrDefault(field => NamesOf(field).Any(known => known.Length >= 5 && EditDistance.Of(name, known, 1) <= 1));
    }

    // "Preferred city (first choice)": the longest name within.
    private static UploadField? NamedWithin(string header, IReadOnlyList<UploadField> fields)
    {
        var name = UploadFields.Normal(header);
        return fields.Where(field => field.Kind != CellKind.Ignored)
            .SelectMany(field => NamesOf(field).Where(known => known.Length >= 4 && name.Contains(known, StringComparison.Ordinal)).Select(known => (Field: field, known.Length)))
            .DefaultIfEmpty().MaxBy(found => found.Length).Field;
    }

    private static IEnumerable<string> NamesOf(UploadField field) => field.Names.Append(UploadFields.Normal(field.Name));

    // By what stands in it, for what nothing else looks like.
    private static UploadField? Told(string[] values, IReadOnlyList<UploadField> fields, RowReader reader) => Telling
        .Select(kind => fields.First(field => field.Kind == kind))
        .FirstOrDefault(field => values.Count(value => Tells(field, value) && reader.Check(field, value, DayOrder.DayFirst) is null) > 0.6 * values.Length);

    private static bool Tells(UploadField field, string value) => field.Kind switch
    {
        CellKind.Phone => value.Length >= 7,
        CellKind.Time => value.Length >= 8 && value.AsSpan().ContainsAny("/-."),
        CellKind.Outcome => value.Length >= 3,
        _ => true,
    };

    // Of two columns that would be the same, the surer one is; one with nothing in it is none.
    private static List<ColumnMapping> WithoutDoubles(List<ColumnMapping> columns)
    {
        foreach (var same in columns.Where(column => column.Field is not (null or UploadFields.Ignored)).GroupBy(column => column.Field).Where(group => group.Count() > 1).ToList())
        {
            foreach (var lesser in same.OrderByDescending(column => column.Samples.Count > 0).ThenByDescending(column => column.Confidence).Skip(1))
            {
                var place = columns.FindIndex(column => ReferenceEquals(column, lesser));
                columns[place] = lesser.Samples.Count == 0 ? lesser with { Field = null }
                    : lesser with { Field = null, Confidence = 0, Problem = $"Another column is taken for {same.Key} already." };
            }
        }
        return columns;
    }

    private static IReadOnlyList<string> Samples(string[] values) =>
        [.. values.Distinct(StringComparer.Ordinal).Take(MostSamples).Select(value => value.Length > 100 ? value[..100] + "…" : value)];
}
