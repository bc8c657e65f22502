-- What people agreed to, who is deleted and may still come back, and what was erased.

-- The last line of a purpose holds. Lines are added and never changed.
create table consents (
    id uuid primary key,
    contact_id uuid not null references contacts (id) on delete cascade,
    purpose text not null,
    granted boolean not null,
    source text not null,
    words text not null,                        -- what was shown and ticked, or written
    external_id text,                           -- what it came with, so that it is noted once
    recorded_by text,                           -- who of the team; null where the person did it
    at timestamptz not null
);
create unique index consents_external on consents (contact_id, external_id);
create index consents_latest on consents (contact_id, purpose, at desc, id desc);

insert into consents (id, contact_id, purpose, granted, source, words, at)
select gen_random_uuid(), c.id, line ->> 'purpose', (line ->> 'granted')::boolean, line ->> 'source', line ->> 'words', (line ->> 'at')::timestamptz
from contacts c cross join lateral jsonb_array_elements(c.consents) line;

-- A copy on the contact, for whoever shows or compares contacts. What rules is the ledger.
create function copy_consent() returns trigger language plpgsql as $$
begin
    if current_setting('leadheat.erasing', true) is distinct from 'on' then
        update contacts set consents = consents || jsonb_build_object(
            'purpose', new.purpose, 'granted', new.granted, 'source', new.source, 'words', new.words, 'at', new.at)
        where id = new.contact_id;
    end if;
    return null;
end $$;
create trigger consents_copy after insert on consents for each row execute function copy_consent();

-- Where two people turn out to be one, their lines go with them; nothing else of a line changes, and only erasing takes it away.
create function keep_consent() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and to_jsonb(new) - 'contact_id' = to_jsonb(old) - 'contact_id' then
        return new;
    end if;
    if tg_op = 'DELETE' and current_setting('leadheat.erasing', true) = 'on' then
        return old;
    end if;
    raise exception 'Consents are noted and never changed.' using errcode = 'restrict_violation';
end $$;
create trigger consents_keep before update or delete on consents for each row execute function keep_consent();

-- People who are deleted until erase_at. Whose rows they are is not readable here: both columns are sealed with keys that lie elsewhere.
create table deleted_people (
    contact_id uuid primary key,
    name bytea not null,
    rows bytea not null,
    row_counts jsonb not null,
    deleted_by text not null,
    deleted_at timestamptz not null,
    erase_at timestamptz not null
);
create index deleted_people_due on deleted_people (erase_at);

-- By keyed hashes: what a deleted person is known by. What was sent before the deletion brings nobody back.
create table tombstones (
    mark bytea primary key,
    contact_id uuid not null,
    at timestamptz not null
);
create index tombstones_contact on tombstones (contact_id);
create index tombstones_at on tombstones (at);

-- What marks are keyed with, sealed.
create table privacy_secrets (
    name text primary key,
    sealed bytea not null
);

-- What was erased, by ids and numbers alone.
create table erasures (
    id uuid primary key,
    contact_id uuid,                            -- null: many at once, by their age
    reason text not null,
    erased_by text not null,
    people integer not null,
    rows jsonb not null,                        -- store and table: how many
    erased_at timestamptz not null
);
create index erasures_newest on erasures (erased_at desc, id desc);

create index inbound_by_contact on inbound (channel, contact) where contact <> '';
create index inbound_of_nobody on inbound (id) where lead_id is null and contact = '';
create index inbound_delivery on inbound (delivery_id);

-- What the clocks look for.
create index conversations_empty on conversations (created_at) where lead_id is null;
create index contacts_anonymous on contacts (created_at) where name is null and email is null and phone is null;

-- Which column is which is remembered, and not what stood in it.
update upload_mappings set mapping = (select coalesce(jsonb_agg(c || '{"samples":[]}'), '[]') from jsonb_array_elements(mapping) c);
