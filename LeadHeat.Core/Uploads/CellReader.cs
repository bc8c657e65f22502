using System.Globalization;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Uploads;

/// <summary>Reads one cell into a draft, or says what is wrong with it.</summary>
internal sealed class CellReader(Playbook playbook, FactCells cells, DateTimeOffset now)
{
    /// <summary>Null when the cell was read.</summary>
    public string? Read(UploadField field, string text, DayOrder days, RowDraft draft) => field.Kind switch
    {
        CellKind.Text => ReadText(field, text, draft),
        CellKind.Email => cells.Email(text) is { } email ? Keep(field, new(Text: email), email, draft) : $"'{Short(text)}' is no e-mail address.",
        CellKind.Phone => cells.Phone(text, draft.City) is { } phone ? Keep(field, new(Text: phone), phone, draft) : $"'{Short(text)}' is no phone number.",
        CellKind.Number => ReadNumber(field, text, draft),
        CellKind.Flag => Cells.Flag(text) is { } flag ? Feature(field, flag, draft) : $"'{Short(text)}' is neither yes nor no.",
        CellKind.Time => ReadTime(field, text, days, draft),
        CellKind.Outcome => ReadOutcome(text, draft),
        CellKind.Stage => ReadStage(text, draft),
        CellKind.Weekday => Cells.Weekday(text) is { } day ? Feature(field, day, draft) : $"'{Short(text)}' is no day of the week.",
        CellKind.Sentiment => Cells.Sentiment(text) is { } mood ? Feature(field, mood, draft) : $"'{Short(text)}' is none of: positive, negative, neutral, frustrated, excited.",
        CellKind.Word => text.Length <= field.Most ? Feature(field, text, draft) : $"It has more than {field.Most} characters.",
        CellKind.Currency => (draft.Currency = Cells.Currency(text)) is null ? $"'{Short(text)}' is no currency: three letters, such as AED or INR." : null,
        CellKind.Amount => ReadAmount(field, text, draft),
        CellKind.Understood => ReadUnderstood(field, text, draft),
        _ => null,
    };

    private static string? ReadText(UploadField field, string text, RowDraft draft)
    {
        if (text.Length > field.Most)
            return $"It has more than {field.Most} characters.";
        if (field.Name != UploadFields.Notes && text.AsSpan().ContainsAnyInRange('\0', '\u001F'))
            return "It holds line ends or control characters.";
        switch (field.Name)
        {
            case UploadFields.LostReason:
                draft.LostReason = text;
                break;
            case UploadFields.Owner:
                draft.Owner = text;
                break;
            case UploadFields.Notes:
                draft.Note = text;
                break;
            case UploadFields.Name or UploadFields.FirstName or UploadFields.LastName:
                draft.AddName(field.Name, text);
                break;
            default:
                draft.Add(field.Fact!, new(Text: text), text);
                break;
        }
        return null;
    }

    private static string? ReadNumber(UploadField field, string text, RowDraft draft)
    {
        if (Cells.Number(text) is not { } number)
            return $"'{Short(text)}' is no number.";
        if (number < field.Least || number > field.Most)
            return string.Create(CultureInfo.InvariantCulture, $"It has to be from {field.Least} to {field.Most:0}.");
        if (field.Fact is not null)
            draft.AddMonths(number);
        return Feature(field, number, draft);
    }

    private string? ReadTime(UploadField field, string text, DayOrder days, RowDraft draft)
    {
        if (TimeCells.Read(text, days) is not { } time)
            return $"'{Short(text)}' is no date.";
        if (time > now.AddDays(1))
            return $"'{Short(text)}' is in the future.";
        if (field.Name == UploadFields.CreatedAt)
            draft.CreatedAt = time;
        else
            draft.ClosedAt = time;
        return null;
    }

    private static string? ReadOutcome(string text, RowDraft draft)
    {
        var (known, won) = Cells.Outcome(text);
        draft.Won = won;
        return known ? null : $"'{Short(text)}' is none of: won, lost, open.";
    }

    private static string? ReadStage(string text, RowDraft draft)
    {
        draft.Stage = Cells.Stage(text);
        return draft.Stage is null ? $"'{Short(text)}' is none of: {string.Join(", ", Words.All<LeadStatus>())}." : null;
    }

    // A plain number is the most that somebody spends; "80L to 1 Cr" is what it says.
    private string? ReadAmount(UploadField field, string text, RowDraft draft)
    {
        var number = Cells.Number(text);
        if (number is null && cells.Understand(FactFields.Budget, text, draft.City, draft.At) is { } found && draft.Currency is null)
        {
            if (field.Name == UploadFields.BudgetMin)
            {
                draft.AddBudget(found.Value.Min ?? found.Value.Max, null);
                return null;
            }
            draft.Add(FactFields.Budget, found.Value, found.Display, found.Confidence);
            return found.Value.Max is { } most && field.Feature ? Feature(field, most, draft) : null;
        }

        if (number is null)
            return $"'{Short(text)}' is no amount of money.";
        if (number < 0 || number > field.Most)
            return string.Create(CultureInfo.InvariantCulture, $"It has to be from 0 to {field.Most:0}.");
        if (field.Name == UploadFields.BudgetMin)
            draft.AddBudget(number, null);
        else
            draft.AddBudget(null, number);
        return field.Feature ? Feature(field, number.Value, draft) : null;
    }

    private string? ReadUnderstood(UploadField field, string text, RowDraft draft)
    {
        var found = playbook.Field(field.Fact!) is null ? null : cells.Understand(field.Fact!, Plain(text), draft.City, draft.At);
        if (found is not null)
            draft.Add(field.Fact!, found.Value, found.Display, found.Confidence);
        // A city that the playbook does not serve is a city all the same.
        else if (field.Name == UploadFields.City && text.Length <= 100)
            draft.Add(FactFields.City, new(Text: text), text);
        if (field.Feature)
            return ReadFeature(field, text, found?.Value, draft);
        return found is null && playbook.Field(field.Fact!) is { } asked ? $"'{Short(text)}' is not understood as {asked.Missing}." : null;
    }

    private static string? ReadFeature(UploadField field, string text, FactValue? value, RowDraft draft)
    {
        switch (field.Name)
        {
            case "beds":
                var number = Cells.Number(text) ?? value?.Max ?? value?.Min;
                return number is >= 0 and <= 50 ? Feature(field, number.Value, draft) : $"'{Short(text)}' is no number of bedrooms.";
            case UploadFields.Preapproved:
                var flag = Cells.Flag(text) ?? (value?.Text is { } said ? said is "yes" or "cash" : null);
                if (value is null && flag is { } given)
                    draft.Add(field.Fact!, new(Text: given ? "yes" : "no"), given ? "approved" : "not approved");
                return flag is { } known ? Feature(field, known, draft) : $"'{Short(text)}' does not say whether the financing is approved.";
            default:
                return text.Length <= 100 ? Feature(field, value?.Text ?? (value?.Items is [var only] ? only : text), draft) : "It has more than 100 characters.";
        }
    }

    private static string? Keep(UploadField field, FactValue value, string display, RowDraft draft)
    {
        draft.Add(field.Fact!, value, display);
        return null;
    }

    private static string? Feature(UploadField field, object value, RowDraft draft)
    {
        draft.AddFeature(field.Name, value);
        return null;
    }

    // 2.0 is how a program writes two bedrooms that it keeps among numbers.
    private static string Plain(string text) => text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text;

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
