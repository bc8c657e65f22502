using System.Text.Json;
using LeadHeat.Api.Data;
using LeadHeat.Core.Identity;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.People;

/// <summary>What a lead learned since two people were united; of several the latest comes first.</summary>
internal readonly record struct LaterFact(Guid LeadId, string Field, string Text);

/// <summary>Two people who are parted again, or have single fields parted.</summary>
/// <param name="Kept">Who has the leads now.</param>
/// <param name="Chosen">What is taken apart.</param>
/// <param name="All">All fields of the merge.</param>
internal sealed class Parting(
    MergingPerson kept, MergingPerson other, IReadOnlyList<MergeField> chosen, IReadOnlyList<MergeField> all,
    IReadOnlyList<(Guid Id, Guid ContactId)> leads, IReadOnlyList<LaterFact> later)
{
    private readonly HashSet<Guid> _moved = [.. Ids(all, ContactFields.LeadPrefix)];
    private readonly Dictionary<string, string> _notes = [];

    public MergingPerson Kept => kept;

    public MergingPerson Other => other;

    public IReadOnlyList<MergeField> Fields => chosen;

    /// <summary>Whose timelines tell it.</summary>
    public Guid[] Leads => [.. leads.Select(lead => lead.Id)];

    /// <summary>Without what the fields are: this line stays.</summary>
    public string Words => Parts ? "Parted again: they are two people" : "Took back what was united: " + string.Join(", ", chosen.Select(part => part.Field));

    // Who has a lead of their own is somebody.
    private bool Parts => chosen.Any(part => IsMove(part.Field)) || all.All(part => part.UndoneAt is not null || chosen.Contains(part));

    public void AddTo(NpgsqlBatch batch, Guid mergeId, DateTimeOffset now)
    {
        var (name, email, phone) = (Part(ContactFields.Name, kept.Name, other.Name), Part(ContactFields.Email, kept.Email, other.Email), Part(ContactFields.Phone, kept.Phone, other.Phone));
        var consents = PartConsents();
        ThenContact(batch, kept.Id, name.Kept, email.Kept, phone.Kept, consents.Kept, now);
        ThenContact(batch, other.Id, name.Other, email.Other, phone.Other, consents.Other, now);
        var returning = Ids(chosen, ContactFields.LeadPrefix).ToHashSet();
        foreach (var lead in returning.Where(lead => !leads.Any(known => known.Id == lead)))
            _notes[ContactFields.LeadPrefix + lead] = "It is somebody else's by now, and stays there.";
        batch.Then(MergeSql.MoveLeads, Sql.Of([.. leads.Where(lead => returning.Contains(lead.Id)).Select(lead => lead.Id)]), Sql.Of(other.Id));
        if (Parts)
            batch.Then(UndoSql.Part, Sql.Of(other.Id)).Then(UndoSql.Follow, Sql.Of(other.Id), Sql.Of([.. Ids(chosen, ContactFields.ContactPrefix)]), Sql.Of(kept.Id));
        batch.Then(
            UndoSql.Undone, Sql.Of(mergeId), Sql.Of([.. chosen.Select(field => field.Field)]),
            Sql.Texts([.. chosen.Select(field => _notes.GetValueOrDefault(field.Field))]), Sql.Of(now));
    }

    private static void ThenContact(
        NpgsqlBatch batch, Guid id, string? name, string? email, string? phone, IReadOnlyList<ConsentView> consents, DateTimeOffset now) => batch.Then(
        MergeSql.Contact, Sql.Of(id), Sql.Of(name), Sql.Of(email), Sql.Of(phone), Sql.Json(consents, LeadHeatJson.Default.IReadOnlyListConsentView), Sql.Of(now));

    private (string? Kept, string? Other) Part(string name, string? keptNow, string? otherNow)
    {
        if (chosen.FirstOrDefault(field => field.Field == name) is not { } field)
            return (keptNow, otherNow);
        string? Later(bool moved) => later.Where(fact => fact.Field == name && _moved.Contains(fact.LeadId) == moved).Select(fact => fact.Text).FirstOrDefault();
        var parted = ContactFields.Part(field.Kept, field.Other, field.Merged, keptNow, Later(moved: false), Later(moved: true));
        if (parted.Changed)
            _notes[name] = "It was changed since they were united: the later value stays.";
        return (parted.Kept, parted.Other);
    }

    // What was agreed to or taken back since stays with both of them: a no of either must not be forgotten.
    private (IReadOnlyList<ConsentView> Kept, IReadOnlyList<ConsentView> Other) PartConsents()
    {
        if (chosen.FirstOrDefault(field => field.Field == ContactFields.Consents) is not { } field)
            return (kept.Consents, other.Consents);
        var (keptBefore, otherBefore, merged) = (Consents(field.Kept), Consents(field.Other), Consents(field.Merged));
        ConsentView[] since = [.. kept.Consents.Except(merged)];
        if (since.Length > 0)
            _notes[ContactFields.Consents] = "What was said since they were united is kept for the one who stayed; a no is kept for both.";
        return ([.. keptBefore.Concat(since)], [.. otherBefore.Concat(since.Where(consent => !consent.Granted))]);
    }

    private static IReadOnlyList<ConsentView> Consents(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize(json, LeadHeatJson.Default.IReadOnlyListConsentView) ?? [];

    private static bool IsMove(string field) =>
        field.StartsWith(ContactFields.LeadPrefix, StringComparison.Ordinal) || field.StartsWith(ContactFields.ContactPrefix, StringComparison.Ordinal);

    private static IEnumerable<Guid> Ids(IEnumerable<MergeField> fields, string prefix) =>
        fields.Where(field => field.Field.StartsWith(prefix, StringComparison.Ordinal)).Select(field => Guid.Parse(field.Field.AsSpan(prefix.Length)));
}
