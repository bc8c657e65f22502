using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;

namespace LeadHeat.Web.Board;

/// <summary>A card in the hand, by keyboard: where it came from and where it would land.</summary>
public sealed record LiftedCard(Guid Id, string Name, LeadStatus From, LeadStatus To);

/// <summary>The board as it is shown and worked on; a move shows at once and is taken back when the Api refuses it.</summary>
public sealed class BoardState(LeadHeatClient api)
{
    private static readonly LeadStatus[] Order = Enum.GetValues<LeadStatus>();

    private readonly Readings _readings = new();
    private IReadOnlyList<PipelineColumn> _columns = [];

    /// <summary>The columns with the lifted card where it would land.</summary>
    public IReadOnlyList<PipelineColumn> Columns => Lifted is { } lifted ? Moved(_columns, lifted.Id, lifted.To) : _columns;

    public LiftedCard? Lifted { get; private set; }
    public bool Loaded { get; private set; }
    public string? Fault { get; private set; }

    /// <summary>Begins with what the page was rendered from.</summary>
    public void Take(Pipeline pipeline) => (_columns, Loaded) = (pipeline.Columns, true);

    public async Task LoadAsync(string? owner, CancellationToken cancellationToken = default)
    {
        try
        {
            await _readings.ReadAsync(
                () => api.GetPipelineAsync(owner is null ? null : "?owner=" + Uri.EscapeDataString(owner), cancellationToken),
                pipeline => (_columns, Loaded, Fault) = (pipeline.Columns, true, null));
        }
        catch (LeadHeatException refused)
        {
            Fault = refused.Title;
        }
    }

    public LeadRow? Find(Guid id) => _columns.SelectMany(column => column.Items).FirstOrDefault(row => row.Id == id);

    /// <exception cref="LeadHeatException">The Api refused; the card is back where it was.</exception>
    public async Task MoveAsync(Guid id, LeadStatus to, CancellationToken cancellationToken = default)
    {
        if (Find(id) is not { } row || row.Status == to)
            return;
        await _readings.ChangeAsync(async () =>
        {
            _columns = Moved(_columns, id, to);
            try
            {
                await api.ChangeLeadAsync(id, new ChangeLead(Status: to), cancellationToken);
            }
            catch (LeadHeatException)
            {
                _columns = Moved(_columns, id, row.Status);
                throw;
            }
        });
    }

    /// <summary>The card that is in the hand now; null when it is not on the board any more.</summary>
    public LiftedCard? Lift(Guid id) => Lifted = Find(id) is { } row ? new LiftedCard(id, row.Name, row.Status, row.Status) : null;

    /// <summary>Carries the lifted card a column on; it stops at the board's ends.</summary>
    public void Carry(int by)
    {
        if (Lifted is { } lifted)
            Lifted = lifted with { To = Order[Math.Clamp(Array.IndexOf(Order, lifted.To) + by, 0, Order.Length - 1)] };
    }

    public void PutBack() => Lifted = null;

    /// <summary>The card leaves the hand; the caller moves it.</summary>
    public LiftedCard? Drop()
    {
        var lifted = Lifted;
        Lifted = null;
        return lifted;
    }

    private static IReadOnlyList<PipelineColumn> Moved(IReadOnlyList<PipelineColumn> columns, Guid id, LeadStatus to)
    {
        var row = columns.SelectMany(column => column.Items).FirstOrDefault(row => row.Id == id);
        if (row is null || row.Status == to)
            return columns;
        return [.. columns.Select(column =>
            column.Status == row.Status ? Without(column, row)
            : column.Status == to ? With(column, row with { Status = to })
            : column)];
    }

    private static PipelineColumn Without(PipelineColumn column, LeadRow row) => column with
    {
        Count = column.Count - 1,
        Items = [.. column.Items.Where(other => other.Id != row.Id)],
        Values = Changed(column.Values, row, -1),
    };

    private static PipelineColumn With(PipelineColumn column, LeadRow row) => column with
    {
        Count = column.Count + 1,
        Items = [row, .. column.Items],
        Values = Changed(column.Values, row, 1),
    };

    private static IReadOnlyDictionary<string, decimal> Changed(IReadOnlyDictionary<string, decimal> values, LeadRow row, int sign)
    {
        if (row is not { Value: { } value, Currency: { } currency })
            return values;
        return new Dictionary<string, decimal>(values) { [currency] = values.GetValueOrDefault(currency) + sign * value };
    }
}
