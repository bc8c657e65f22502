using System.Collections.Concurrent;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Records;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;

namespace LeadHeat.Worker.Agent;

/// <summary>The playbooks with the card that judges a turn's lead. A version is fetched once and then known for ever: it cannot change.</summary>
internal sealed class JudgingCards(PlaybookLibrary playbooks, LeadHeatClient api)
{
    private readonly ConcurrentDictionary<(string Playbook, CardVersion Card), Playbook> _known = new();

    public ValueTask<Playbook> PlaybookOfAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        // A turn that is run again brings the playbook of its time, where it is another one by now.
        if (turn.Rerun?.Playbook is { Length: > 0 } packed)
            return new(ThenAsync(PlaybookPacking.Unpack(turn.Playbook, packed), turn.Card, cancellationToken));
        var playbook = playbooks[turn.Playbook];
        if (turn.Card is not { } card || (card.Name == playbook.Scorecard.Name && card.Version == playbook.Scorecard.Version))
            return ValueTask.FromResult(playbook);
        return _known.TryGetValue((turn.Playbook, card), out var known)
            ? ValueTask.FromResult(known)
            : new(FetchAsync(playbook, card, cancellationToken));
    }

    private async Task<Playbook> FetchAsync(Playbook playbook, CardVersion card, CancellationToken cancellationToken) =>
        _known[(playbook.Name, card)] = await ThenAsync(playbook, card, cancellationToken);

    private async Task<Playbook> ThenAsync(Playbook playbook, CardVersion? card, CancellationToken cancellationToken)
    {
        if (card is null || (card.Name == playbook.Scorecard.Name && card.Version == playbook.Scorecard.Version))
            return playbook;
        var view = await api.GetScorecardAsync(card.Name, card.Version, cancellationToken);
        return playbook with { Scorecard = ScorecardParser.Parse($"{card.Name} {card.Version}", view.Card.ToJsonString()) };
    }
}
