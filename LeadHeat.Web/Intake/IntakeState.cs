using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;

namespace LeadHeat.Web.Intake;

/// <summary>What came in and needs a look, or what a platform gave a certain id.</summary>
public sealed class IntakeState(LeadHeatClient api)
{
    private readonly HashSet<Guid> _asked = [];
    private readonly Readings _readings = new();

    public IntakeShown? Shown { get; private set; }

    /// <summary>Why it may be out of date; null when it is not.</summary>
    public string? Fault { get; private set; }

    public bool IsClear => Shown is { Counts: { Quarantined: 0, Dead: 0, Held: null }, Found: null };

    public void Take(IntakeShown shown) => (Shown, Fault) = (shown, null);

    /// <summary>Reads again as much as was loaded.</summary>
    /// <param name="id">Only what a platform gave this id; null for all that needs a look.</param>
    public async Task LoadAsync(string? id, CancellationToken cancellationToken = default)
    {
        try
        {
            await _readings.ReadAsync(() => ReadAsync(id, cancellationToken), shown =>
            {
                Take(shown);
                _asked.RemoveWhere(asked => !All().Any(item => item.Id == asked && NeedsLook(item)));
            });
        }
        catch (LeadHeatException refused)
        {
            Fault = refused.Title;
        }
    }

    public async Task MoreAsync(InboundState state, CancellationToken cancellationToken = default)
    {
        if (Shown is not { } shown || (state == InboundState.Dead ? shown.Dead : shown.Quarantined) is not { Next: { } next } part)
            return;
        await _readings.ChangeAsync(async () =>
        {
            var page = await api.GetInboundAsync(state: state, cursor: next, cancellationToken: cancellationToken);
            var longer = new IntakePart([.. part.Items, .. page.Items], page.Next);
            Shown = state == InboundState.Dead ? shown with { Dead = longer } : shown with { Quarantined = longer };
        });
    }

    public Task TryAgainAsync(InboundItem item, CancellationToken cancellationToken = default) => _readings.ChangeAsync(async () =>
    {
        await api.ReplayInboundAsync(item.Id, cancellationToken);
        _asked.Add(item.Id);
    });

    /// <summary>How many are tried again.</summary>
    public async Task<int> TryAllAgainAsync(InboundState state, CancellationToken cancellationToken = default) =>
        (await api.ReplayInboundAsync(new ReplayInbound(state), cancellationToken)).Count;

    public bool IsAsked(InboundItem item) => _asked.Contains(item.Id);

    /// <summary>Whether another try can change something.</summary>
    public static bool NeedsLook(InboundItem item) => item.State is InboundState.Quarantined or InboundState.Dead;

    /// <summary>Whether it can be read anew, as by another mapping of its form.</summary>
    public static bool CanBeRead(InboundItem item) => item is { State: InboundState.Done, Kind: InboundKind.Lead, LeadId: not null };

    private IEnumerable<InboundItem> All() => Shown is { } shown ? [.. shown.Quarantined.Items, .. shown.Dead.Items, .. shown.Found?.Items ?? []] : [];

    private async Task<IntakeShown> ReadAsync(string? id, CancellationToken cancellationToken)
    {
        var counts = api.GetInboundCountsAsync(cancellationToken);
        var before = Shown?.Id == id ? Shown : null;
        var quarantined = await ReadAsync(InboundState.Quarantined, before?.Quarantined, id is null, cancellationToken);
        var dead = await ReadAsync(InboundState.Dead, before?.Dead, id is null, cancellationToken);
        var found = id is null ? null : PartOf(await api.GetInboundAsync(id, cancellationToken: cancellationToken));
        return new(id, await counts, quarantined, dead, found);
    }

    private async Task<IntakePart> ReadAsync(InboundState state, IntakePart? before, bool wanted, CancellationToken cancellationToken)
    {
        var part = IntakePart.Nothing;
        if (!wanted)
            return part;
        do
        {
            var page = await api.GetInboundAsync(state: state, cursor: part.Next, cancellationToken: cancellationToken);
            part = new([.. part.Items, .. page.Items], page.Next);
        }
        while (part.Next is not null && part.Items.Count < before?.Items.Count);
        return part;
    }

    private static IntakePart PartOf(InboundPage page) => new(page.Items, page.Next);
}
