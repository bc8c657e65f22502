using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using LeadHeat.Api.Conversations;
using LeadHeat.Api.Turns;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Records;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;

namespace LeadHeat.Api.Demo;

/// <summary>Demo data as rows: JSON objects whose members are columns, by table, in the order in which they can be inserted.</summary>
internal sealed class DemoRows
{
    private readonly Dictionary<string, JsonArray> _tables = [];

    public IEnumerable<KeyValuePair<string, JsonArray>> Tables => _tables;

    public void Add(Unit unit) => Insert("units", new()
    {
        ["id"] = unit.Id, ["external_id"] = unit.ExternalId, ["title"] = unit.Title, ["description"] = unit.Description, ["city"] = unit.City,
        ["area"] = unit.Area, ["type"] = unit.Type, ["beds"] = unit.Beds, ["baths"] = unit.Baths, ["size_m2"] = unit.SizeM2, ["price"] = unit.Price,
        ["currency"] = unit.Currency, ["features"] = Node(unit.Features, LeadHeatJson.Default.IReadOnlyListString), ["available"] = unit.Available,
        ["created_at"] = unit.UpdatedAt, ["updated_at"] = unit.UpdatedAt,
    });

    // Nobody knows a password for them, because there is none.
    public void Add(DemoMember member) => Insert("users", new()
    {
        ["id"] = member.Id, ["name"] = member.Name, ["email"] = member.Email, ["normalized_email"] = member.Email.ToUpperInvariant(),
        ["user_name"] = member.Email, ["normalized_user_name"] = member.Email.ToUpperInvariant(), ["email_confirmed"] = true,
        ["security_stamp"] = member.Id.ToString("N"), ["phone_number_confirmed"] = false, ["two_factor_enabled"] = false, ["lockout_enabled"] = true,
        ["access_failed_count"] = 0,
    });

    public void Add(DemoLead lead)
    {
        AddContact(lead);
        AddConversation(lead);
        AddLead(lead);
        AddProfile(lead);
        if (lead.Features is { } features)
            Insert("lead_features", new()
            {
                ["lead_id"] = lead.Id, ["features"] = Node(features, LeadHeatJson.Default.LeadFeatures), ["known_at"] = lead.StatusSince,
            });
        foreach (var qualification in lead.Qualifications)
            AddQualification(lead, qualification);
        foreach (var activity in lead.Activities)
            Insert("activities", new()
            {
                ["id"] = activity.Id, ["lead_id"] = lead.Id, ["kind"] = Words.Of(activity.Kind), ["text"] = activity.Text, ["actor"] = activity.Actor,
                ["actor_id"] = activity.ActorId, ["at"] = activity.At,
            });
        foreach (var task in lead.Tasks)
            Insert("tasks", new()
            {
                ["id"] = task.Id, ["lead_id"] = lead.Id, ["title"] = task.Title, ["due_at"] = task.DueAt, ["status"] = Words.Of(task.Status),
                ["assignee_id"] = task.AssigneeId, ["created_by"] = task.AssigneeId, ["created_at"] = task.CreatedAt, ["done_at"] = task.DoneAt,
            });
    }

    private void AddContact(DemoLead lead) => Insert("contacts", new()
    {
        ["id"] = lead.ContactId, ["name"] = Known(lead, FactFields.Name), ["email"] = Known(lead, FactFields.Email),
        ["phone"] = Known(lead, FactFields.Phone), ["consents"] = new JsonArray(), ["created_at"] = lead.CreatedAt, ["updated_at"] = lead.LastActivityAt,
    });

    private void AddLead(DemoLead lead)
    {
        var headline = LeadHeadline.Of(lead.Facts, lead.Playbook);
        var (last, chat) = (lead.Conversation?.Messages[^1].View, lead.Conversation);
        Insert("leads", new()
        {
            ["id"] = lead.Id, ["contact_id"] = lead.ContactId, ["conversation_id"] = chat?.Id, ["playbook"] = lead.Playbook.Name,
            ["source"] = Words.Of(lead.Source), ["status"] = Words.Of(lead.Status), ["status_since"] = lead.StatusSince, ["lost_reason"] = lead.LostReason,
            ["owner_id"] = lead.Owner?.Id, ["name"] = headline.Name, ["city"] = headline.City, ["wants"] = headline.Wants,
            ["score"] = lead.Qualification?.Result.Score, ["previous_score"] = PreviousScore(lead), ["heat"] = Words.Of(lead.Heat),
            ["qualification_id"] = lead.Qualification?.Id, ["handling"] = Words.Of(chat?.Handling ?? Handling.Bot), ["waiting_since"] = lead.WaitingSince,
            ["last_words"] = last is null ? null : LastWords.Of(last.Text), ["last_author"] = last is null ? null : Words.Of(last.Author),
            ["message_count"] = chat?.Messages.Count ?? 0, ["value"] = headline.Value, ["currency"] = headline.Currency,
            ["search"] = string.Join(' ', new[]
            {
                headline.Name, Known(lead, FactFields.Email), Known(lead, FactFields.Phone), headline.Wants,
            }.Where(part => part is not null)).ToLowerInvariant(),
            ["created_at"] = lead.CreatedAt, ["last_activity_at"] = lead.LastActivityAt,
        });
    }

    private void AddProfile(DemoLead lead)
    {
        FactValue? Value(string field) => lead.Facts.FirstOrDefault(fact => fact.Field == field)?.Value;
        var (beds, budget, timeline) = (Value(FactFields.Beds), Value(FactFields.Budget), Value(FactFields.Timeline));
        Insert("lead_profiles", new()
        {
            ["lead_id"] = lead.Id, ["facts"] = Node(lead.Facts, LeadHeatJson.Default.IReadOnlyListFact),
            ["customer_type"] = lead.Conversation?.Dialogue.CustomerType, ["city"] = Value(FactFields.City)?.Text,
            ["areas"] = Node(Value(FactFields.Areas)?.Items ?? [], LeadHeatJson.Default.IReadOnlyListString),
            ["property_type"] = Value(FactFields.PropertyType)?.Items?[0], ["beds_min"] = beds?.Min, ["beds_max"] = beds?.Max,
            ["budget_min"] = budget?.Min, ["budget_max"] = budget?.Max, ["currency"] = budget?.Unit,
            ["timeline_months"] = (int?)(timeline?.Max ?? timeline?.Min),
            ["preapproved"] = Value(FactFields.PreApproved)?.Text is { } said ? said == "yes" : null, ["updated_at"] = lead.LastActivityAt,
        });
    }

    private void AddConversation(DemoLead lead)
    {
        if (lead.Conversation is not { } chat)
            return;
        // Nobody holds the key that would hash to this.
        var lost = Convert.ToHexStringLower(lead.Id.ToByteArray()) + Convert.ToHexStringLower(chat.Id.ToByteArray());
        Insert("sessions", new()
        {
            ["id"] = chat.SessionId, ["key_hash"] = $@"\x{lost}", ["conversation_id"] = chat.Id, ["channel"] = Words.Of(chat.Channel),
            ["greeting"] = chat.Messages[0].View.Text, ["created_at"] = chat.CreatedAt, ["last_seen_at"] = chat.Messages[^1].View.At,
        });
        Insert("conversations", new()
        {
            ["id"] = chat.Id, ["lead_id"] = lead.Id, ["playbook"] = lead.Playbook.Name, ["channel"] = Words.Of(chat.Channel),
            ["handling"] = Words.Of(chat.Handling), ["owner_version"] = chat.OwnerVersion, ["handler_id"] = chat.Handler?.Id,
            ["handoff_reason"] = chat.HandoffReason,
            ["handed_over_at"] = chat.Handling == Handling.Bot ? null : lead.WaitingSince, ["dialogue"] = Node(chat.Dialogue, LeadHeatJson.Default.DialogueState),
            ["context_from"] = chat.ContextFrom, ["created_at"] = chat.CreatedAt, ["last_message_at"] = chat.Messages[^1].View.At,
        });
        foreach (var message in chat.Messages)
            AddMessage(chat, message);
        foreach (var turn in chat.Turns)
            AddTurn(lead, chat, turn);
    }

    private void AddMessage(DemoConversation chat, DemoMessage message) => Insert("messages", new()
    {
        ["id"] = message.View.Id, ["conversation_id"] = chat.Id, ["author"] = Words.Of(message.View.Author), ["author_id"] = message.AuthorId,
        ["author_name"] = message.View.AuthorName, ["text"] = message.View.Text,
        ["chips"] = Node(message.View.Chips, LeadHeatJson.Default.IReadOnlyListString),
        ["cards"] = Node(message.View.Cards, LeadHeatJson.Default.IReadOnlyListUnitMatch),
        ["tools"] = Node(message.View.Tools, LeadHeatJson.Default.IReadOnlyListToolCall), ["agent"] = message.View.Agent,
        ["external_id"] = message.ExternalId, ["created_at"] = message.View.At,
    });

    private void AddTurn(DemoLead lead, DemoConversation chat, DemoTurn turn)
    {
        Insert("turns", new()
        {
            ["id"] = turn.Id, ["conversation_id"] = chat.Id, ["lead_id"] = lead.Id, ["message_id"] = turn.MessageId,
            ["state"] = turn.ReplyId is null ? "silent" : "done", ["attempts"] = turn.ReplyId is null ? 0 : 1, ["reply_id"] = turn.ReplyId,
            ["outcome"] = Node(turn.End, TurnJson.Default.TurnEnd), ["created_at"] = turn.At, ["queued_at"] = turn.At, ["finished_at"] = turn.FinishedAt,
        });
        if (turn.Record is { } record)
            Insert("turn_records", new() { ["turn_id"] = turn.Id, ["data"] = @"\x" + Convert.ToHexStringLower(RecordPacking.Pack(record)) });
    }

    private void AddQualification(DemoLead lead, DemoQualification qualification)
    {
        var result = qualification.Result;
        Insert("qualifications", new()
        {
            ["id"] = qualification.Id, ["lead_id"] = lead.Id, ["turn_id"] = qualification.TurnId, ["card"] = lead.Playbook.Scorecard.Name,
            ["card_version"] = lead.Playbook.Scorecard.Version, ["score"] = result.Score, ["qualified"] = result.Qualified,
            ["heat"] = Words.Of(result.Heat), ["recommendation"] = Words.Of(result.Recommendation),
            ["reasons"] = Node(result.Reasons, LeadHeatJson.Default.IReadOnlyListString), ["next_step"] = result.NextStep,
            ["top_matches"] = Node(result.TopMatches, LeadHeatJson.Default.IReadOnlyListUnitMatch), ["created_at"] = qualification.Input.At,
            ["basis"] = Node(ScoreBasis.Of(qualification.Input), LeadHeatJson.Default.ScoreBasis),
            ["ledger"] = Node(result.Ledger, LeadHeatJson.Default.IReadOnlyListLedgerLine), ["adjusted"] = qualification.Input.Adjustments.Count > 0,
        });
    }

    private static int? PreviousScore(DemoLead lead) =>
        lead.Qualifications.Select(qualification => (int?)qualification.Result.Score).LastOrDefault(score => score != lead.Qualification!.Result.Score);

    private static string? Known(DemoLead lead, string field) => lead.Facts.FirstOrDefault(fact => fact.Field == field)?.Value.Text;

    private static JsonNode? Node<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToNode(value, type);

    private void Insert(string table, JsonObject row)
    {
        if (!_tables.TryGetValue(table, out var rows))
            _tables[table] = rows = [];
        rows.Add((JsonNode)row);
    }
}
