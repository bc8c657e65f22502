using System.Net;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;

namespace LeadHeat.Web.Leads;

/// <summary>One lead as it is read and worked on. Every change shows at once and is taken back when the Api refuses it.</summary>
public sealed partial class LeadState(LeadHeatClient api, Guid id, TimeProvider clock)
{
    private const int PagesToSearch = 20;

    private readonly Readings _readings = new();

    public Guid Id => id;
    public LeadDetail? Detail { get; private set; }
    public TranscriptState Transcript { get; } = new();
    public bool Missing { get; private set; }
    public string? Fault { get; private set; }
    public bool LoadingEarlier { get; private set; }

    /// <summary>The words that light up, and a number that changes with every click so that the same words can be asked for again.</summary>
    public IReadOnlyList<Evidence> Lit { get; private set; } = [];
    public int LitAsked { get; private set; }

    public void Take(LeadDetail detail)
    {
        Detail = detail;
        Transcript.TakeLatest(detail.Transcript);
        (Fault, Missing) = (null, false);
    }

    public async Task RefreshAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await _readings.ReadAsync(() => api.GetLeadAsync(id, cancellationToken: cancellationToken), Take);
        }
        catch (LeadHeatException refused)
        {
            Missing = refused.Status == HttpStatusCode.NotFound;
            Fault = refused.Title;
        }
    }

    public bool Concerns(LiveNews news) => news.Kind == LiveNewsKind.Reload || news.Event?.Kind == LiveEventKind.ScoresChanged
        || news is { Kind: LiveNewsKind.Changed, Event: { Kind: LiveEventKind.LeadChanged or LiveEventKind.MessageAdded } liveEvent } && liveEvent.LeadId == id;

    public async Task LoadEarlierAsync(CancellationToken cancellationToken = default)
    {
        if (LoadingEarlier || Transcript.Earlier is not { } cursor)
            return;
        LoadingEarlier = true;
        try
        {
            Transcript.TakeEarlier((await api.GetLeadAsync(id, cursor, cancellationToken)).Transcript);
            Fault = null;
        }
        catch (LeadHeatException refused)
        {
            Fault = refused.Title;
        }
        finally
        {
            LoadingEarlier = false;
        }
    }

    /// <summary>Lights up words; loads earlier messages until the first of them is there.</summary>
    public async Task LightAsync(IReadOnlyList<Evidence> evidence, CancellationToken cancellationToken = default)
    {
        if (evidence.Count == 0)
            return;
        for (var page = 0; page < PagesToSearch && !Transcript.Has(evidence[0].MessageId) && Transcript.Earlier is not null && Fault is null; page++)
            await LoadEarlierAsync(cancellationToken);
        (Lit, LitAsked) = ([.. evidence.OrderBy(words => words.MessageId).ThenBy(words => words.Start)], LitAsked + 1);
    }

    public void Unlight() => Lit = [];
}
