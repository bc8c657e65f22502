-- Scores that can be computed again: every card by its version, what each score rested on, and how leads ended.

-- When a lead was won or lost; null while it is open.
alter table leads add column closed_at timestamptz
    generated always as (case when status in ('won', 'lost') then status_since end) stored;
create index leads_closed on leads (closed_at, id) include (status, heat, score, playbook, source) where closed_at is not null;

-- What the card saw beside matches and people's lines, which stand in the ledger. Quotes are not in it: they are cut from the messages.
-- json and not jsonb: it is written in every turn that changes a score, and read only when somebody asks for a replay.
alter table qualifications add column basis json;

create table scorecards (
    name text not null,
    version integer not null,
    playbook text not null,                     -- where it is meant for; its fields are what the card may name
    state text not null,                        -- draft, published
    origin text not null,                       -- shipped with a playbook, or made by the team
    data json not null,                         -- as written
    note text,                                  -- why it was made, in the author's words
    author text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    published_at timestamptz,
    changed xid8 not null default pg_current_xact_id(),
    primary key (name, version)
);
create index scorecards_changed on scorecards (changed);
create trigger scorecards_mark_change before update on scorecards for each row execute function mark_change();

-- A ledger line names its card's version, so that version must say the same for ever.
create function keep_scorecard() returns trigger language plpgsql as $$
begin
    if old.state = 'published' and (tg_op = 'DELETE' or new.state <> 'published' or new.data::text <> old.data::text) then
        raise exception 'Version % of the scorecard % is published and cannot be changed.', old.version, old.name using errcode = 'restrict_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger scorecards_keep before update or delete on scorecards for each row execute function keep_scorecard();

-- Which card judges a playbook's leads, and from when on. The newest one that has begun and was not taken back is the primary;
-- cards beside it are shown with it.
create table scorecard_publications (
    id uuid primary key,
    playbook text not null,
    card text not null,
    version integer not null,
    role text not null,                         -- primary, beside
    effective_at timestamptz not null,
    author text not null,
    created_at timestamptz not null,
    withdrawn_at timestamptz,
    withdrawn_by text,
    applied_at timestamptz,                     -- when the last lead had its score by it
    changed xid8 not null default pg_current_xact_id(),
    foreign key (card, version) references scorecards (name, version)
);
create index scorecard_publications_changed on scorecard_publications (changed);
create index scorecard_publications_order on scorecard_publications (playbook, effective_at desc, id desc);
create trigger scorecard_publications_mark_change before update on scorecard_publications for each row execute function mark_change();

-- What a draft would have done to the leads that there were. It touches none of them.
create table shadow_runs (
    id uuid primary key,
    card text not null,
    version integer not null,
    state text not null,                        -- running, done, failed
    failure text,
    total integer not null default 0,
    scored integer not null default 0,
    report jsonb,
    author text not null,
    created_at timestamptz not null,
    finished_at timestamptz
);
create index shadow_runs_newest on shadow_runs (card, version, created_at desc);
