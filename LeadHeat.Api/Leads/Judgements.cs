using LeadHeat.Api.Access;
using LeadHeat.Api.Channels;
using LeadHeat.Api.Data;
using LeadHeat.Api.HeatModels;
using LeadHeat.Api.Inventory;
using LeadHeat.Api.Live;
using LeadHeat.Api.Problems;
using LeadHeat.Api.Scoring;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Live;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Leads;

/// <summary>
/// People's own judgement of a lead: a score set by hand, or a fact put right. The card scores again; what people added
/// stays in the ledger, so that its lines always add up to the score.
/// </summary>
internal sealed class Judgements(
    NpgsqlDataSource database, PlaybookLibrary playbooks, ActiveCards cards, CardModels models, UnitSearch units, LiveEvents live, TimeProvider clock)
{
    /// <summary>False when there is no such lead.</summary>
    public Task<bool> QualifyAsync(Guid id, QualifyByHand judgement, Actor actor, CancellationToken cancellationToken) =>
        JudgeAsync(id, actor, (lead, _, card, now) =>
        {
            var input = lead.Input(now) with { Adjustments = Adjust(card, lead, judgement, actor, now) };
            return Task.FromResult<Judged?>(new Judged(
                input, card.Evaluate(input), ActivityKind.Adjusted,
                $"Set the score to {judgement.Score}: {judgement.Reason}"));
        }, cancellationToken);

    /// <summary>The fact as it stands now; null when there is no such lead.</summary>
    public async Task<Fact?> SetFactAsync(Guid id, string field, string text, Actor actor, CancellationToken cancellationToken)
    {
        Fact? set = null;
        await JudgeAsync(id, actor, async (lead, playbook, card, now) =>
        {
            set = FactReader.Read(field, text, playbook, lead.Facts, now);
            IReadOnlyList<Fact> facts = lead.Facts.Any(fact => fact.Field == field)
                ? [.. lead.Facts.Select(fact => fact.Field == field ? set : fact)]
                : [.. lead.Facts, set];
            var input = (lead with { Facts = facts }).Input(now) with { Matches = Match(facts, playbook) ?? lead.Matches };
            return new Judged(
                input, card.Evaluate(input), ActivityKind.FactChanged,
                $"{playbook.Field(field)!.Title} is now {set.Display}");
        }, cancellationToken);
        return set;
    }

    /// <summary>Reads the form that the lead came with anew, as by another mapping. Where that changes nothing nothing is written.</summary>
    public Task ReadAgainAsync(Guid id, FilledForm form, IReadOnlyDictionary<string, string> mapping, DateTimeOffset at, CancellationToken cancellationToken) =>
        JudgeAsync(id, new(null, form.By), (lead, playbook, card, now) =>
        {
            var (told, notes) = FormReading.Of(form, mapping, playbook, at);
            var facts = FormAnswers.ReadAnew(lead.Facts, told);
            if (facts.SequenceEqual(lead.Facts))
                return Task.FromResult<Judged?>(null);
            var input = (lead with { Facts = facts }).Input(now) with { Matches = Match(facts, playbook) ?? lead.Matches };
            return Task.FromResult<Judged?>(new(
                input, card.Evaluate(input), ActivityKind.FactChanged, $"Read the form again: {Changes(lead.Facts, facts, playbook)}")
            {
                Notes = notes, IsNews = false,
            });
        }, cancellationToken);

    private static string Changes(IReadOnlyList<Fact> before, IReadOnlyList<Fact> now, Playbook playbook)
    {
        string TitleOf(Fact fact) => playbook.Field(fact.Field)?.Title ?? fact.Field;
        return string.Join("; ", [
            .. now.Except(before).Select(fact => $"{TitleOf(fact)} is now {fact.Display}"),
            .. before.Where(fact => now.All(other => other.Field != fact.Field)).Select(fact => $"{TitleOf(fact)} is not said any more")]);
    }

    private async Task<bool> JudgeAsync(
        Guid id, Actor actor, Func<JudgedLead, Playbook, Scorecard, DateTimeOffset, Task<Judged?>> judge, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await ReadAsync(connection, id, cancellationToken) is not { } lead)
            return false;
        if (!playbooks.TryGet(lead.Playbook, out var playbook))
            throw new RuleViolation($"The playbook '{lead.Playbook}' is not installed here; without its card the lead cannot be scored.");
        var now = clock.GetUtcNow();
        var card = cards.Primary(playbook, now);
        if (await judge(lead with { Model = await models.OfAsync(connection, id, card, cancellationToken) }, playbook, card, now) is not { } judged)
            return true;
        await StoreAsync(connection, id, lead, playbook, card, judged, actor, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        live.Publish(LiveEventKind.LeadChanged, id, lead.ConversationId);
        return true;
    }

    private static async Task<JudgedLead?> ReadAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(JudgementSql.Lock, Sql.Of(id)).Then(JudgementSql.Read, Sql.Of(id)).Then(JudgementSql.Adjustments, Sql.Of(id));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;
        var lead = JudgedLead.Read(reader) with { Called = reader.GetString(10), Source = reader.Word<LeadSource>(11) };
        return lead with { Adjustments = await reader.NextListAsync(row => LedgerRows.Read(row, 0), cancellationToken) };
    }

    private static async Task StoreAsync(
        NpgsqlConnection connection, Guid id, JudgedLead lead, Playbook playbook, Scorecard card, Judged judged, Actor actor, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var (headline, qualificationId) = (LeadHeadline.Of(judged.Facts, playbook, card), Guid.CreateVersion7(now));
        headline = headline with { Name = LeadName.Of(lead, judged.Facts, headline) };
        await using var batch = connection.CreateBatch();
        batch.ThenQualify([new(qualificationId, id, null, card, judged.Result, judged.Input)], now);
        batch.Then(
            JudgementSql.Store, Sql.Of(id), Sql.Of(headline.Name), Sql.Of(headline.City), Sql.Of(headline.Wants), Sql.Of(headline.Value),
            Sql.Of(headline.Currency), Sql.Of(SearchText.Of(headline, judged.Facts)), Sql.Of(judged.Result.Score), Sql.Of(Words.Of(judged.Result.Heat)),
            Sql.Of(qualificationId), Sql.Of(judged.IsNews ? now : (DateTimeOffset?)null));
        batch.Then(JudgementSql.Profile, Sql.Of(id), Sql.Of(now)).ThenProfile([new(id, judged.Facts, null)], now);
        string? Learned(string field, string? known) => LearnedContact.Of(field, lead.Facts, judged.Facts, known);
        string? Dropped(string field) => judged.Facts.Any(fact => fact.Field == field) ? null : lead.Facts.FirstOrDefault(fact => fact.Field == field)?.Value.Text;
        batch.Then(
            JudgementSql.Contact, Sql.Of(lead.ContactId), Sql.Of(Learned(FactFields.Name, lead.Contact.Name)),
            Sql.Of(Learned(FactFields.Email, lead.Contact.Email)), Sql.Of(Learned(FactFields.Phone, lead.Contact.Phone)), Sql.Of(now),
            Sql.Of(Dropped(FactFields.Name)), Sql.Of(Dropped(FactFields.Email)), Sql.Of(Dropped(FactFields.Phone)));
        batch.Then(
            JudgementSql.Activity, Sql.Of(Guid.CreateVersion7(now)), Sql.Of(id), Sql.Of(Words.Of(judged.Kind)), Sql.Of(judged.Text),
            Sql.Of(actor.Name), Sql.Of(actor.Id), Sql.Of(now));
        foreach (var note in judged.Notes)
            batch.Then(JudgementSql.Note, Sql.Of(Guid.CreateVersion7(now)), Sql.Of(id), Sql.Of(note), Sql.Of(actor.Name), Sql.Of(now));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    // The line makes up the whole difference to the card's own sum, also where that went beyond 0 or 100.
    private static IReadOnlyList<LedgerLine> Adjust(Scorecard card, JudgedLead lead, QualifyByHand judgement, Actor actor, DateTimeOffset now)
    {
        var sum = card.Evaluate(lead.Input(now)).Ledger.Where(line => line.Rule != Scorecard.Limit).Sum(line => line.Points);
        return
        [
            .. lead.Adjustments,
            new(Scorecard.Manual, card.Name, card.Version, judgement.Score - sum, 0, judgement.Reason.Trim(), [], null, FactSource.Person, null, 1, actor.Name, now),
        ];
    }

    private IReadOnlyList<UnitMatch>? Match(IReadOnlyList<Fact> facts, Playbook playbook) =>
        playbook.HasInventory && UnitWishes.QueryOf(facts, playbook) is { } query ? MatchExplainer.Best(units.Search(query).Items, facts, playbook) : null;

    private sealed record Judged(ScoringInput Input, Qualification Result, ActivityKind Kind, string Text)
    {
        public IReadOnlyList<Fact> Facts => Input.Facts;

        public IReadOnlyList<string> Notes { get; init; } = [];

        /// <summary>Whether somebody did something: else the lead does not come to the top of any list.</summary>
        public bool IsNews { get; init; } = true;
    }
}
