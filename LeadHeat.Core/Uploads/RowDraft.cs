using System.Buffers;
using System.Text;
using System.Text.Json;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Uploads;

/// <summary>A row while its cells are read.</summary>
internal sealed class RowDraft(Playbook playbook, DateTimeOffset now)
{
    private readonly ArrayBufferWriter<byte> _features = new();
    private readonly List<Fact> _facts = [];
    private readonly List<(string Name, object Value)> _known = [];
    private string? _first;
    private string? _last;
    private (decimal? Min, decimal? Max) _budget;

    public DateTimeOffset? CreatedAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public LeadStatus? Stage { get; set; }
    public bool? Won { get; set; }
    public string? LostReason { get; set; }
    public string? Owner { get; set; }
    public string? Note { get; set; }
    public string? Currency { get; set; }
    public string? City { get; private set; }

    /// <summary>When the lead said what the row says.</summary>
    public DateTimeOffset At => CreatedAt ?? ClosedAt ?? now;

    public void Clear()
    {
        _facts.Clear();
        _known.Clear();
        (_first, _last, _budget) = (null, null, default);
        (CreatedAt, ClosedAt, Stage, Won, LostReason, Owner, Note, Currency, City) = (null, null, null, null, null, null, null, null, null);
    }

    public void AddName(string field, string text)
    {
        if (field == UploadFields.FirstName)
            _first = text;
        else if (field == UploadFields.LastName)
            _last = text;
        else
            Add(FactFields.Name, new(Text: text), text);
    }

    /// <summary>A value of the playbook's; where the playbook has no such field it stays a feature alone.</summary>
    public void Add(string field, FactValue value, string display, double confidence = 1)
    {
        if (field == FactFields.City)
            City = value.Text;
        if (playbook.Field(field) is not null || field is FactFields.Name or FactFields.Email or FactFields.Phone)
            _facts.Add(new(field, value, display, FactSource.Import, confidence, At, []));
    }

    public void AddBudget(decimal? min, decimal? max) => _budget = (min ?? _budget.Min, max ?? _budget.Max);

    public void AddMonths(decimal months) => Add(FactFields.Timeline, TimelineScanner.Value(null, months), TimelineScanner.Within(months));

    /// <summary>What the heat model looks at.</summary>
    public void AddFeature(string name, object value) => _known.Add((name, value));

    /// <summary>The lead, once all cells are read.</summary>
    public UploadedLead Finish(int line)
    {
        if (_first is not null || _last is not null)
            AddName(UploadFields.Name, string.Join(' ', new[] { _first, _last }.OfType<string>()));
        FinishBudget();
        var status = Won switch { true => LeadStatus.Won, false => LeadStatus.Lost, _ => Stage };
        var closed = status is LeadStatus.Won or LeadStatus.Lost;
        return new(line, [.. _facts], CreatedAt, status, closed ? ClosedAt : null, status == LeadStatus.Lost ? LostReason : null, Owner, Note, WriteFeatures());
    }

    /// <summary>What contradicts itself in the row; null when nothing does.</summary>
    public string? Contradiction(out string? field)
    {
        (field, var reason) = this switch
        {
            { CreatedAt: { } created, ClosedAt: { } closed } when closed < created => (UploadFields.ClosedAt, "The lead was closed before it was created."),
            { Won: true, Stage: LeadStatus.Lost } or { Won: false, Stage: LeadStatus.Won } => (UploadFields.Outcome, "The outcome contradicts the stage."),
            { _budget: ({ } min, { } max) } when min > max => (UploadFields.BudgetMin, "The budget begins above its end."),
            _ => ((string?)null, (string?)null),
        };
        return reason;
    }

    private void FinishBudget()
    {
        if (_budget is (null, null) || _facts.Exists(fact => fact.Field == FactFields.Budget))
            return;
        var currency = Currency ?? playbook.CityOf(City)?.Currency ?? playbook.Currency;
        Add(FactFields.Budget, new(Min: _budget.Min, Max: _budget.Max, Unit: currency), Money.FormatRange(_budget.Min, _budget.Max, currency));
    }

    private string? WriteFeatures()
    {
        if (_known.Count == 0)
            return null;
        _features.ResetWrittenCount();
        using var json = new Utf8JsonWriter(_features);
        json.WriteStartObject();
        foreach (var (name, value) in _known)
        {
            if (value is bool flag)
                json.WriteBoolean(name, flag);
            else if (value is decimal number)
                json.WriteNumber(name, number);
            else
                json.WriteString(name, (string)value);
        }
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(_features.WrittenSpan);
    }
}
