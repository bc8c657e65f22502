-- Somebody has written here and is known by nothing any more: what is said to them is not sent, and that has to be seen. Whoever sends finds
-- no receiver and says so. A conversation that never came from a platform, such as one of the demo data, is sent to nobody, as before.
create or replace function queue_outgoing() returns trigger language plpgsql as $$
begin
    if (select channel from conversations where id = new.conversation_id) = 'whatsapp' then
        insert into outgoing (message_id, conversation_id, channel, state, next_at, changed_at)
        select new.id, new.conversation_id, 'whatsapp', 'queued', new.created_at, new.created_at
        where exists (
            select from sessions s join channel_identities i on i.session_id = s.id where s.conversation_id = new.conversation_id);
        if not found then
            insert into outgoing (message_id, conversation_id, channel, state, next_at, changed_at)
            select new.id, new.conversation_id, 'whatsapp', 'queued', new.created_at, new.created_at
            where came_from_platform(new.conversation_id);
        end if;
    end if;
    return null;
end $$;

-- What a platform delivered goes by its clock, what was sent there stays.
create function came_from_platform(conversation uuid) returns boolean language sql stable as $$
    select exists (select from messages m join outgoing o on o.message_id = m.id where m.conversation_id = conversation)
        or exists (select from leads l join inbound i on i.lead_id = l.id where l.conversation_id = conversation and i.channel = 'whatsapp')
$$;
