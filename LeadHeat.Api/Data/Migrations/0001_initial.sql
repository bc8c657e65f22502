-- Ids are version 7, made in code; times are UTC; words of closed lists are text, checked in code and written as on the wire.
-- What a list shows stands on the lead itself, so that a page of the inbox is one index scan over one table.

create extension if not exists pg_trgm;

create table contacts (
    id uuid primary key,
    name text,
    email text,
    phone text,
    consents jsonb not null default '[]',
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index contacts_email on contacts (lower(email)) where email is not null;
create index contacts_phone on contacts (phone) where phone is not null;

create table leads (
    id uuid primary key,
    contact_id uuid not null references contacts (id),
    conversation_id uuid,
    playbook text not null,
    source text not null,
    status text not null,
    status_since timestamptz not null,
    lost_reason text,
    owner_id uuid,
    name text not null,
    city text,
    wants text,
    score integer,
    previous_score integer,
    heat text not null,
    qualification_id uuid,
    handling text not null,
    waiting_since timestamptz,
    last_words text,
    last_author text,
    message_count integer not null default 0,
    value numeric(16, 2),
    currency text,
    search text not null default '',   -- name, e-mail, phone and wants in lower case
    created_at timestamptz not null,
    last_activity_at timestamptz not null
);
create index leads_by_activity on leads (last_activity_at desc, id desc);
create index leads_by_created on leads (created_at desc, id desc);
create index leads_by_score on leads ((coalesce(score, -1)) desc, id desc);
create index leads_by_status on leads (status, last_activity_at desc, id desc);
create index leads_by_heat on leads (heat, last_activity_at desc, id desc);
create index leads_by_source on leads (source, last_activity_at desc, id desc);
create index leads_by_playbook on leads (playbook, last_activity_at desc, id desc);
create index leads_by_owner on leads (owner_id, last_activity_at desc, id desc);
create index leads_waiting on leads (last_activity_at desc, id desc) where waiting_since is not null;
-- A filter that goes with the order, won and created or cold and score, has its leads at the far end of the plain index: it needs its own.
create index leads_by_status_score on leads (status, (coalesce(score, -1)) desc, id desc);
create index leads_by_status_created on leads (status, created_at desc, id desc);
create index leads_by_heat_score on leads (heat, (coalesce(score, -1)) desc, id desc);
create index leads_by_owner_score on leads (owner_id, (coalesce(score, -1)) desc, id desc);
create index leads_by_owner_created on leads (owner_id, created_at desc, id desc);
create index leads_waiting_score on leads ((coalesce(score, -1)) desc, id desc) where waiting_since is not null;
create index leads_waiting_created on leads (created_at desc, id desc) where waiting_since is not null;
create index leads_contact on leads (contact_id);
create index leads_search on leads using gin (search gin_trgm_ops);

create table lead_profiles (
    lead_id uuid primary key references leads (id) on delete cascade,
    facts jsonb not null default '[]',
    customer_type text,
    city text,
    areas text[] not null default '{}',
    property_type text,
    beds_min numeric(4, 1),
    beds_max numeric(4, 1),
    budget_min numeric(16, 2),
    budget_max numeric(16, 2),
    currency text,
    timeline_months integer,
    preapproved boolean,
    updated_at timestamptz not null
);

create table conversations (
    id uuid primary key,
    lead_id uuid references leads (id),         -- null until the visitor's first message
    playbook text not null,
    channel text not null,
    handling text not null,
    owner_version integer not null default 1,   -- rises with every change of handling; a stale sender is refused
    handler_id uuid,
    handoff_reason text,
    dialogue jsonb,
    context_from timestamptz,                   -- after a give-back the bot reads no messages before this
    created_at timestamptz not null,
    last_message_at timestamptz
);
create index conversations_lead on conversations (lead_id);

create table sessions (
    id uuid primary key,
    key_hash bytea not null,                    -- SHA-256 of the visitor's secret key
    conversation_id uuid not null references conversations (id) on delete cascade,
    channel text not null,
    greeting text not null,
    created_at timestamptz not null,
    last_seen_at timestamptz not null
);
create unique index sessions_key on sessions (key_hash);
create index sessions_conversation on sessions (conversation_id);
create index sessions_last_seen on sessions (last_seen_at);

create table messages (
    id uuid primary key,
    conversation_id uuid not null references conversations (id) on delete cascade,
    author text not null,
    author_id uuid,
    author_name text,
    text text not null,
    chips jsonb not null default '[]',
    cards jsonb not null default '[]',
    tools jsonb not null default '[]',
    agent text,
    external_id text not null,                  -- the channel's or the client's id; once per conversation
    created_at timestamptz not null
);
create unique index messages_external on messages (conversation_id, external_id);
create index messages_transcript on messages (conversation_id, id desc);

create table turns (
    id uuid primary key,
    conversation_id uuid not null references conversations (id) on delete cascade,
    lead_id uuid not null references leads (id) on delete cascade,
    message_id uuid not null references messages (id) on delete cascade,
    state text not null,                        -- queued, running, done, silent, dead
    attempts integer not null default 0,
    worker text,
    lease_until timestamptz,
    trace_parent text,
    failure text,
    reply_id uuid,
    outcome jsonb,
    created_at timestamptz not null,
    queued_at timestamptz not null,
    finished_at timestamptz
);
create unique index turns_message on turns (message_id);
create index turns_open on turns (conversation_id, id) where state in ('queued', 'running');
create index turns_to_sweep on turns (queued_at) where state in ('queued', 'running');
create index turns_dead on turns (finished_at desc) where state = 'dead';
create index turns_lead on turns (lead_id, id);

create table qualifications (
    id uuid primary key,
    lead_id uuid not null references leads (id) on delete cascade,
    turn_id uuid,
    card text not null,
    card_version integer not null,
    score integer not null,
    qualified boolean not null,
    heat text not null,
    recommendation text not null,
    reasons jsonb not null,
    next_step text not null,
    top_matches jsonb not null,
    created_at timestamptz not null
);
create index qualifications_lead on qualifications (lead_id, id desc);
create index qualifications_score on qualifications (score desc, created_at desc);

create table score_ledger (
    qualification_id uuid not null references qualifications (id) on delete cascade,
    position smallint not null,
    rule text not null,
    card text not null,
    card_version integer not null,
    points integer not null,
    max_points integer not null,
    reason text not null,
    evidence jsonb not null,
    field text,
    set_by text,
    value text,
    confidence double precision not null,
    author text,
    at timestamptz not null,
    primary key (qualification_id, position)
);

-- array_to_string is not immutable, because an element's type may print differently by setting; text never does.
create function words_of(text[]) returns text language sql immutable parallel safe as $$ select array_to_string($1, ' ') $$;

create table units (
    id uuid primary key,
    external_id text not null,
    title text not null,
    description text not null,
    city text not null,
    area text not null,
    type text not null,
    beds numeric(4, 1) not null,
    baths numeric(4, 1) not null,
    size_m2 numeric(10, 2) not null,
    price numeric(16, 2) not null,
    currency text not null,
    features text[] not null default '{}',
    available boolean not null default true,
    words tsvector generated always as (
        setweight(to_tsvector('english', title), 'A')
        || setweight(to_tsvector('english', area || ' ' || city || ' ' || type || ' ' || words_of(features)), 'B')
        || setweight(to_tsvector('english', description), 'C')) stored,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create unique index units_external on units (external_id);
create index units_place on units (lower(city), lower(area), type, beds, price);
create index units_city on units (lower(city), price, id) where available;
create index units_price on units (currency, price);
create index units_type on units (type, beds, price);
create index units_features on units using gin (features);
create index units_words on units using gin (words);

create table activities (
    id uuid primary key,
    lead_id uuid not null references leads (id) on delete cascade,
    kind text not null,
    text text not null,
    actor text not null,
    actor_id uuid,
    at timestamptz not null
);
create index activities_lead on activities (lead_id, id desc);

create table tasks (
    id uuid primary key,
    lead_id uuid not null references leads (id) on delete cascade,
    title text not null,
    due_at timestamptz,
    status text not null,
    assignee_id uuid,
    created_by uuid,
    created_at timestamptz not null,
    done_at timestamptz
);
create index tasks_lead on tasks (lead_id, id);
create index tasks_due on tasks (assignee_id, due_at) where status = 'open';

create table inbound (
    id uuid primary key,
    channel text not null,
    external_id text not null,
    headers jsonb not null,
    body bytea not null,                        -- as received, before any parsing
    verdict text not null,
    lead_id uuid,
    message_id uuid,
    received_at timestamptz not null,
    handled_at timestamptz
);
create unique index inbound_external on inbound (channel, external_id);
create index inbound_unhandled on inbound (received_at) where handled_at is null;
