-- What the overview shows is counted before anybody looks. Every lead stands in overview_leads with the cells that it is counted in: its
-- stage and band, its score's ten, how it was answered. Cells are counted by day and by month, for each playbook and source, and for each
-- of their owners. The roller (Overview/Roller.cs) changes rows and counts in one transaction, so counts are those of the rows always, and
-- the rows follow the leads. Nothing of it is on the way of a turn; all of it can be thrown away, and is then made again.

create table overview_slices (
    id integer generated always as identity primary key,
    playbook text not null,
    source text not null,
    by_owner boolean not null,                  -- one owner's leads (nobody's where owner_id is null), or those of all
    owner_id uuid
);
create unique index overview_slices_key on overview_slices (playbook, source, by_owner, (coalesce(owner_id, '00000000-0000-0000-0000-000000000000')));

create table overview_rules (
    id integer generated always as identity primary key,
    card text not null,
    rule text not null,
    unique (card, rule)
);

create table overview_leads (
    lead_id uuid primary key,
    slice integer not null,                     -- with all owners
    owner_slice integer not null,
    day date not null,                          -- when the lead came, in the team's time zone
    cells integer[] not null,                   -- OverviewCells.cs says what the numbers mean
    seen bigint not null                        -- overview_seen() of the lead as it was counted
);
-- The leads behind a number.
create index overview_leads_cells on overview_leads using gin (cells);

-- A cell begins with its family, and a chart reads one or two families.
create table overview_days (
    family smallint not null,
    slice integer not null,
    bucket date not null,
    cell integer not null,
    n integer not null,
    primary key (family, slice, bucket, cell)
) with (fillfactor = 80);

create table overview_months (like overview_days including all) with (fillfactor = 80);

create table overview_state (
    one boolean primary key default true check (one),
    zone text not null,                         -- the team's, whose days and hours are counted
    followed_to timestamptz not null,           -- all changes up to then
    walked_to uuid,                             -- where the walk over all leads is; null while it rests
    circled_at timestamptz,                     -- when the last walk ended; null before the first one has
    rolled_at timestamptz,                      -- when the figures were last up to date
    counted bigint not null default 0           -- leads
);

-- Changes whenever the lead counts otherwise. Times as numbers: as words they would depend on the connection.
create function overview_seen(l leads) returns bigint language sql stable parallel safe return hashtextextended(
    row(l.playbook, l.facet, l.owner_id, l.score, extract(epoch from l.created_at), l.conversation_id, l.qualification_id, l.message_count,
        extract(epoch from l.last_activity_at))::text, 0);

-- A lead that is gone cannot be followed: it says so itself.
create table overview_gone (
    lead_id uuid primary key
);
create function note_overview_gone() returns trigger language plpgsql as $$
begin
    insert into overview_gone values (old.id) on conflict do nothing;
    return null;
end $$;
create trigger leads_overview_gone after delete on leads for each row execute function note_overview_gone();
