-- One person across channels: by what they are known, who may be the same, who was made the same, and how that is taken apart again.

-- Who was united with whom. Whoever stays has the leads; the other one's row stays as it was, for the way back.
alter table contacts add column merged_into uuid references contacts (id) on delete cascade;
create index contacts_merged on contacts (merged_into) where merged_into is not null;

-- SHA-256 of a visitor's key without the playbook: the same browser at two businesses.
alter table sessions add column visitor bytea;
create index sessions_visitor on sessions (visitor) where visitor is not null;

-- A key of a platform's that came up as another session's too: a number that was changed while both were known already.
create table identity_links (
    channel text not null,
    key text not null,
    session_id uuid not null references sessions (id) on delete cascade,
    created_at timestamptz not null,
    primary key (channel, key, session_id)
);
create index identity_links_session on identity_links (session_id);

-- An index over what leads, sessions and forms say: it can be thrown away and made anew at any time.
create table contact_keys (
    contact_id uuid not null references contacts (id) on delete cascade,
    kind text not null,
    value text not null,
    matching text not null,                     -- the same for all ways to write it
    source text not null,
    verified boolean not null,
    lead_id uuid,                               -- which it was learned with
    learned_at timestamptz not null,
    primary key (contact_id, kind, value)
);
create index contact_keys_matching on contact_keys (kind, matching);

-- People of whom something was learned and who have to be compared with the others. Only added to by those who learn: nobody waits here.
create table contact_checks (
    id bigint generated always as identity primary key,
    contact_id uuid not null
);

create table contact_merges (
    id uuid primary key,
    left_id uuid not null references contacts (id) on delete cascade,    -- the lower id of the two
    right_id uuid not null references contacts (id) on delete cascade,
    survivor_id uuid references contacts (id) on delete cascade,         -- who stayed; null until it is done
    state text not null,                        -- proposed, done, rejected, undone
    confidence double precision not null,
    reasons jsonb not null,
    automatic boolean not null,                 -- certain: done without anybody looking
    created_at timestamptz not null,
    decided_at timestamptz,
    decided_by text,
    decided_by_id uuid,
    undone_at timestamptz,
    undone_by text,
    undone_by_id uuid,
    check (left_id < right_id)
);
create unique index contact_merges_proposed on contact_merges (left_id, right_id) where state = 'proposed';
create index contact_merges_state on contact_merges (state, id desc);
create index contact_merges_certain on contact_merges (id) where state = 'proposed' and automatic;
create index contact_merges_left on contact_merges (left_id);
create index contact_merges_right on contact_merges (right_id);
create index contact_merges_survivor on contact_merges (survivor_id) where survivor_id is not null;

-- What moved and what each field was; only the last two columns are ever written again.
create table contact_merge_fields (
    merge_id uuid not null references contact_merges (id) on delete cascade,
    field text not null,                        -- name, email, phone, consents, lead:…, contact:…
    kept text,
    other text,
    merged text,
    undone_at timestamptz,
    note text,
    primary key (merge_id, field)
);

create function ask_contact_check() returns trigger language plpgsql as $$
begin
    insert into contact_checks (contact_id) values (new.id);
    return null;
end $$;
-- A visitor's first message makes a contact of whom nothing is known: it fires nothing.
create trigger contacts_learned_new after insert on contacts for each row
    when (new.email is not null or new.phone is not null) execute function ask_contact_check();
create trigger contacts_learned after update of name, email, phone on contacts for each row
    when (new.email is not null or new.phone is not null or old.email is not null or old.phone is not null) execute function ask_contact_check();

insert into contact_checks (contact_id) select id from contacts where email is not null or phone is not null;
