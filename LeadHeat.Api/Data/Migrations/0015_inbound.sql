-- What other platforms send us. A delivery is stored as its bytes came, before anybody reads them; what is in it becomes events, each
-- once by the platform's own id. The table that the first migration made for this only ever remembered the demo data.
create table demo_loads (
    name text primary key,
    loaded_at timestamptz not null
);
insert into demo_loads (name, loaded_at) select external_id, received_at from inbound where channel = 'demo';
drop table inbound;

create table deliveries (
    id uuid primary key,
    channel text not null,
    headers jsonb not null,
    body bytea not null,                        -- as received
    received_at timestamptz not null,
    split_at timestamptz
);
create index deliveries_unsplit on deliveries (id) where split_at is null;

-- Deliveries whose signature was not ours are counted, not kept: anybody can send them.
create table refused_deliveries (
    day date not null,
    channel text not null,
    verdict text not null,
    count bigint not null,
    primary key (day, channel, verdict)
);

create table inbound (
    id uuid primary key,
    delivery_id uuid not null references deliveries (id),
    channel text not null,
    kind text not null,
    external_id text not null,
    contact text not null,                      -- whose it is; one contact's events are handled in their order
    body bytea not null,                        -- the part, with what its envelope said about it
    state text not null,                        -- pending, done, quarantined, dead
    attempts integer not null default 0,
    failure text,
    lead_id uuid,
    message_id uuid,
    received_at timestamptz not null,
    next_at timestamptz not null,
    handled_at timestamptz
);
create unique index inbound_external on inbound (channel, external_id);
create index inbound_pending on inbound (id) where state = 'pending';
create index inbound_contact on inbound (channel, contact, id) where state = 'pending';
create index inbound_open on inbound (state, id desc) where state <> 'done';
create index inbound_lead on inbound (lead_id) where lead_id is not null;

-- By what a platform knows a person: a number, an id for this business. Several may lead to one conversation.
create table channel_identities (
    channel text not null,
    key text not null,
    account text,                               -- which of our numbers the person wrote to last
    session_id uuid not null references sessions (id) on delete cascade,
    created_at timestamptz not null,
    primary key (channel, key)
);
create index channel_identities_session on channel_identities (session_id);

-- What we send to platforms: a row a message, until the platform has it and beyond.
create table outgoing (
    message_id uuid primary key references messages (id) on delete cascade,
    conversation_id uuid not null,
    channel text not null,
    state text not null,                        -- queued, sending, sent, delivered, read, played, failed
    external_id text,                           -- the platform's id
    failure text,
    attempts integer not null default 0,
    next_at timestamptz not null,
    changed_at timestamptz not null
);
create index outgoing_due on outgoing (next_at) where state in ('queued', 'sending');
create index outgoing_waiting on outgoing (conversation_id, message_id) where state in ('queued', 'sending');
create unique index outgoing_external on outgoing (channel, external_id) where external_id is not null;

-- Whoever writes into a conversation of a platform, a person, the bot or the system, need not know that somebody has to send it.
-- A conversation that nobody has there, such as one of the demo data, is sent to nobody.
create function queue_outgoing() returns trigger language plpgsql as $$
begin
    insert into outgoing (message_id, conversation_id, channel, state, next_at, changed_at)
    select new.id, c.id, c.channel, 'queued', new.created_at, new.created_at
    from conversations c
    where c.id = new.conversation_id and c.channel = 'whatsapp' and exists (
        select from sessions s join channel_identities i on i.session_id = s.id where s.conversation_id = c.id);
    return null;
end $$;
create trigger messages_outgoing after insert on messages for each row when (new.author <> 'visitor') execute function queue_outgoing();
