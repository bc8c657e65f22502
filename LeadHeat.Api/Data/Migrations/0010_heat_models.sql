-- Models of which leads are won, and what the active one says of open leads.

create table heat_models (
    id uuid primary key,
    version integer not null unique,
    state text not null,                        -- queued, training, done, not_enough_data, failed
    active boolean not null default false,
    progress double precision not null default 0,
    step text not null default '',
    message text,                               -- why there is no model
    won integer not null,
    lost integer not null,
    constraints jsonb not null,                 -- what the cards imply when it is trained
    report jsonb,
    document bytea,                             -- a HeatModelDocument as JSON
    author text not null,
    created_at timestamptz not null,
    finished_at timestamptz,
    attempts integer not null default 0,
    worker text,
    lease_until timestamptz,
    changed xid8 not null default pg_current_xact_id()
);
-- One model scores, and one is trained at a time.
create unique index heat_models_active on heat_models ((true)) where active;
create unique index heat_models_open on heat_models ((true)) where state in ('queued', 'training');
create index heat_models_changed on heat_models (changed);
create trigger heat_models_mark_change before update on heat_models for each row execute function mark_change();

-- Features that came from elsewhere, a history in a file for instance, by the names of the heat model.
create table lead_features (
    lead_id uuid primary key references leads (id) on delete cascade,
    features jsonb not null,
    known_at timestamptz not null               -- after the outcome they are refused
);

-- Beside the leads and not on them: every turn writes its lead, and this is written now and then.
create table lead_heat (
    lead_id uuid primary key references leads (id) on delete cascade,
    model_id uuid not null references heat_models (id) on delete cascade,
    probability double precision not null,
    rank smallint not null,                     -- which percent of past leads it is above
    card_rank smallint,                         -- the same by the card's score
    seen_at timestamptz not null                -- the lead's last activity as it was looked at
);
create index lead_heat_gap on lead_heat (model_id, (abs(rank - card_rank)) desc, lead_id desc) where card_rank is not null;

-- How far the Apis are with looking at leads.
create table heat_scoring (
    model_id uuid primary key references heat_models (id) on delete cascade,
    walked_to uuid,                             -- all open leads up to this one have been looked at; null when all have
    followed_to timestamptz not null            -- all changes up to then
);
