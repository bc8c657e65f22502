-- Programs of the team's that are told what happens, and what they are told. A row is written in the transaction of what it tells of,
-- by triggers, so that whoever changes a lead need not know of it; where nobody listens there is none.
create table webhooks (
    id uuid primary key,
    url text not null,
    secret bytea not null,                      -- sealed
    kinds text[] not null,
    is_on boolean not null default true,
    off_because text,
    failures integer not null default 0,        -- in a row
    rest_until timestamptz,                     -- it failed just now: nothing is sent to it before
    created_at timestamptz not null,
    created_by uuid,
    delivered_at timestamptz
);

create table webhook_deliveries (
    place bigint generated always as identity primary key,     -- their order
    id uuid not null default gen_random_uuid(),
    webhook_id uuid not null references webhooks (id) on delete cascade,
    kind text not null,
    lead_id uuid references leads (id) on delete cascade,      -- null: of none
    message_id uuid,
    change jsonb not null default '{}',
    body bytea,                                 -- made at the first attempt
    state text not null default 'queued',       -- queued, sending, delivered, failed
    attempts integer not null default 0,
    status integer,
    failure text,
    answer text,
    milliseconds integer,
    created_at timestamptz not null default now(),
    since timestamptz not null default now(),   -- given up a day after this
    next_at timestamptz not null default now()
);
create unique index webhook_deliveries_id on webhook_deliveries (id);
create index webhook_deliveries_due on webhook_deliveries (next_at) where state in ('queued', 'sending');
create index webhook_deliveries_open on webhook_deliveries (webhook_id, lead_id, place) where state in ('queued', 'sending');
create index webhook_deliveries_log on webhook_deliveries (webhook_id, place desc);
create index webhook_deliveries_lead on webhook_deliveries (lead_id) where lead_id is not null;
create index webhook_deliveries_old on webhook_deliveries (created_at) where state in ('delivered', 'failed');

create function tell_webhooks(what text, lead uuid, message uuid, how jsonb) returns void language sql as $$
    insert into webhook_deliveries (webhook_id, kind, lead_id, message_id, change)
    select w.id, what, lead, message, how from webhooks w where what = any(w.kinds) and w.is_on
$$;

create function tell_of_new_leads() returns trigger language plpgsql as $$
begin
    if exists (select from webhooks) then
        insert into webhook_deliveries (webhook_id, kind, lead_id)
        select w.id, 'lead.created', n.id from webhooks w cross join new_leads n where 'lead.created' = any(w.kinds) and w.is_on;
    end if;
    return null;
end $$;
create trigger leads_tell_new after insert on leads referencing new table as new_leads for each statement execute function tell_of_new_leads();

create function tell_of_changed_lead() returns trigger language plpgsql as $$
begin
    if not exists (select from webhooks) then
        return null;
    end if;
    if old.status <> new.status then
        perform tell_webhooks('lead.status_changed', new.id, null, jsonb_build_object('from', old.status, 'to', new.status));
    end if;
    if old.heat <> new.heat then
        perform tell_webhooks('lead.scored', new.id, null, jsonb_build_object('from', old.heat, 'to', new.heat, 'score', new.score));
    end if;
    if old.handling = 'bot' and new.handling <> 'bot' then
        perform tell_webhooks('handoff', new.id, null, jsonb_build_object('to', new.handling));
    end if;
    return null;
end $$;
create trigger leads_tell_changed after update on leads for each row
    when (old.status <> new.status or old.heat <> new.heat or (old.handling = 'bot' and new.handling <> 'bot'))
    execute function tell_of_changed_lead();

create function tell_of_qualified_lead() returns trigger language plpgsql as $$
begin
    if exists (select from webhooks) and not coalesce(
        (select q.qualified from qualifications q where q.lead_id = new.lead_id and q.id < new.id order by q.id desc limit 1), false) then
        perform tell_webhooks('lead.qualified', new.lead_id, null, jsonb_build_object('score', new.score));
    end if;
    return null;
end $$;
create trigger qualifications_tell after insert on qualifications for each row when (new.qualified) execute function tell_of_qualified_lead();

create function tell_of_message() returns trigger language plpgsql as $$
begin
    if exists (select from webhooks) then
        perform tell_webhooks('message.received', (select lead_id from conversations where id = new.conversation_id), new.id, '{}');
    end if;
    return null;
end $$;
create trigger messages_tell after insert on messages for each row when (new.author = 'visitor') execute function tell_of_message();
