using LeadHeat.Api.Channels;
using LeadHeat.Api.Leads;
using LeadHeat.Api.Privacy;

namespace LeadHeat.Api.Conversations;

internal static class HandlingSql
{
    // Everything that changes who answers holds this lock, as does every reply of the bot. $1 lead.
    public const string Lock = $"""
        select v.id, v.handling, v.owner_version, v.handler_id, (select u.name from users u where u.id = v.handler_id), v.dialogue,
               v.channel = 'whatsapp' and {ConsentSql.NoMessages}, v.channel = 'whatsapp' and {ConsentSql.NoMarketing},
               {AnswerWindow.IsOutOfReach}
        from leads l join conversations v on v.id = l.conversation_id
        where l.id = $1 for no key update of v
        """;

    // $1 lead, $2 conversation, $3 message, $4 external id, $5 text, $6 last words, $7 now, $8 person, $9 their name, $10 activity,
    // $11 whether they take over with it.
    public const string Answer = """
        with said as (
            insert into messages (id, conversation_id, author, author_id, author_name, text, external_id, created_at)
            values ($3, $2, 'person', $8, $9, $5, $4, $7)
            on conflict (conversation_id, external_id) do nothing
            returning id),
        owned as (
            update conversations
            set handling = 'human', owner_version = owner_version + $11::int, handler_id = $8, last_message_at = $7
            from said where conversations.id = $2),
        listed as (
            update leads
            set handling = 'human', waiting_since = null, last_words = $6, last_author = 'person', message_count = message_count + 1,
                last_activity_at = $7
            from said where leads.id = $1)
        insert into activities (id, lead_id, kind, text, actor, actor_id, at)
        select $10, $1, 'handling_changed', 'Took over the conversation', $9, $8, $7 from said where $11 = 1
        """;

    // $1 message, $2 the template.
    public const string AsTemplate = "insert into outgoing_templates (message_id, template) select id, $2 from messages where id = $1";

    // $1 lead, $2 external id.
    public const string Find = $"""
        select {MessageRows.Columns} from messages m
        where m.conversation_id = (select conversation_id from leads where id = $1) and m.external_id = $2
        """;

    // Whoever takes a conversation has not answered yet: the clock runs until he does. After a give-back the bot reads nothing from
    // before it, so that it does not hand over again for the same words.
    // $1 lead, $2 conversation, $3 handling, $4 person, $5 their name, $6 now, $7 activity, $8 its text, $9 message, $10 its text, $11 dialogue.
    public const string Change = """
        with said as (
            insert into messages (id, conversation_id, author, text, external_id, created_at) values ($9, $2, 'system', $10, 'handling:' || $9, $6)),
        owned as (
            update conversations
            set handling = $3, owner_version = owner_version + 1, last_message_at = $6, dialogue = coalesce($11, dialogue),
                handler_id = case when $3 = 'human' then $4::uuid end,
                handoff_reason = case $3 when 'bot' then null when 'queued' then $8 else handoff_reason end,
                handed_over_at = case $3 when 'bot' then null when 'queued' then $6 else handed_over_at end,
                context_from = case when $3 = 'bot' then $6 else context_from end
            where id = $2),
        listed as (
            update leads
            set handling = $3, last_activity_at = $6,
                waiting_since = case $3 when 'bot' then null when 'queued' then coalesce(waiting_since, $6) else waiting_since end
            where id = $1)
        insert into activities (id, lead_id, kind, text, actor, actor_id, at) values ($7, $1, 'handling_changed', $8, $5, $4, $6)
        """;

    public const string Row = $"select {LeadRows.Columns} from leads l where l.id = $1";
}
