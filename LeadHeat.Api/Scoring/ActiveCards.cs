using System.Collections.Frozen;
using LeadHeat.Api.Data;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;
using Npgsql;

namespace LeadHeat.Api.Scoring;

/// <summary>
/// The published cards in memory, read once and compiled: which of them judges a playbook's leads is a look at the clock, without asking
/// the database.
/// </summary>
internal sealed partial class ActiveCards(NpgsqlDataSource database, TimeProvider clock, ILogger<ActiveCards> logger) : ChangeFollower(database, clock, logger)
{
    private readonly Dictionary<Guid, Publication> _known = [];
    private readonly Dictionary<(string, int), Scorecard?> _cards = [];
    private volatile View _view = View.Empty;

    protected override string Query => """
        select p.id, p.playbook, p.card, p.version, p.role, p.effective_at, p.withdrawn_at is not null, p.applied_at, s.data
        from scorecard_publications p join scorecards s on s.name = p.card and s.version = p.version
        where p.changed >= $1
        """;

    /// <summary>The card that gives a playbook's leads their score.</summary>
    public Scorecard Primary(Playbook playbook, DateTimeOffset now) => PrimaryOf(playbook.Name, now)?.Card ?? playbook.Scorecard;

    /// <summary>What is published as that card; null before anything is.</summary>
    public Publication? PrimaryOf(string playbook, DateTimeOffset now)
    {
        foreach (var publication in _view.Of(playbook))
        {
            if (publication.Role == CardRole.Primary && publication.EffectiveAt <= now)
                return publication;
        }
        return null;
    }

    /// <summary>The cards that a playbook's leads are seen by as well, the newest version of each.</summary>
    public IReadOnlyList<Scorecard> Beside(string playbook, DateTimeOffset now) =>
    [
        .. _view.Of(playbook).Where(publication => publication.Role == CardRole.Beside && publication.EffectiveAt <= now)
            .DistinctBy(publication => publication.Card.Name).Select(publication => publication.Card),
    ];

    /// <summary>Whether a publication is in use.</summary>
    public bool IsNow(Guid id, string playbook, CardRole role, DateTimeOffset now) => role == CardRole.Primary
        ? PrimaryOf(playbook, now)?.Id == id
        : _view.Of(playbook).Where(publication => publication.Role == CardRole.Beside && publication.EffectiveAt <= now)
            .DistinctBy(publication => publication.Card.Name).Any(publication => publication.Id == id);

    /// <summary>A version that was ever published; null when there is no such.</summary>
    public Scorecard? Find(string name, int version) => _view.Cards.GetValueOrDefault((name, version));

    protected override async Task TakeAsync(NpgsqlDataReader rows, CancellationToken cancellationToken)
    {
        var changes = false;
        while (await rows.ReadAsync(cancellationToken))
        {
            if (CardOf(rows) is not { } card)
                continue;
            var publication = new Publication(
                rows.GetGuid(0), rows.GetString(1), card, rows.Word<CardRole>(4), rows.Time(5), rows.GetBoolean(6), !rows.IsDBNull(7));
            changes |= !_known.TryGetValue(publication.Id, out var before) || before != publication;
            _known[publication.Id] = publication;
        }
        if (changes)
            _view = View.Of(_known.Values, _cards);
    }

    private Scorecard? CardOf(NpgsqlDataReader row)
    {
        var (name, version) = (row.GetString(2), row.GetInt32(3));
        if (_cards.TryGetValue((name, version), out var known))
            return known;
        try
        {
            return _cards[(name, version)] = ScorecardParser.Parse($"{name} {version}", row.GetString(8));
        }
        catch (PlaybookException wrong)
        {
            // Written by another release; leads keep the scores that it gave.
            LogUnreadable(logger, name, version, wrong.Message);
            return _cards[(name, version)] = null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The stored scorecard {Name} {Version} cannot be read here: {Reason}")]
    private static partial void LogUnreadable(ILogger logger, string name, int version, string reason);

    private sealed record View(FrozenDictionary<string, Publication[]> Playbooks, FrozenDictionary<(string, int), Scorecard> Cards)
    {
        public static readonly View Empty = new(FrozenDictionary<string, Publication[]>.Empty, FrozenDictionary<(string, int), Scorecard>.Empty);

        public Publication[] Of(string playbook) => Playbooks.GetValueOrDefault(playbook) ?? [];

        public static View Of(IEnumerable<Publication> all, Dictionary<(string, int), Scorecard?> cards) => new(
            all.Where(publication => !publication.IsWithdrawn).GroupBy(publication => publication.Playbook)
                .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(publication => (publication.EffectiveAt, publication.Id)).ToArray()),
            cards.Where(card => card.Value is not null).ToFrozenDictionary(card => card.Key, card => card.Value!));
    }
}

/// <summary>A card that judges a playbook's leads from a time on.</summary>
/// <param name="IsApplied">Whether all leads have their score by it.</param>
internal sealed record Publication(
    Guid Id, string Playbook, Scorecard Card, CardRole Role, DateTimeOffset EffectiveAt, bool IsWithdrawn, bool IsApplied);
