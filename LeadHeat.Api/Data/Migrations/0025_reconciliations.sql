-- Comparisons with Meta of what leads there are.
create table reconciliations (
    id uuid primary key,
    state text not null,                        -- waiting, running, done, stopped
    failure text,
    forms jsonb not null default '[]',
    requested_by uuid,                          -- null: by itself
    requested_at timestamptz not null,
    finished_at timestamptz
);
create unique index reconciliations_open on reconciliations ((true)) where state in ('waiting', 'running');
create index reconciliations_latest on reconciliations (requested_at desc);

-- What Meta is told became of its leads. Off until an admin says which consent means that it may be.
create table conversion_feedback (
    singleton boolean primary key default true check (singleton),
    is_on boolean not null,
    dataset_id text not null,
    consent text not null,                      -- the purpose that a person has to have agreed to
    test_code text,
    changed_at timestamptz not null,
    changed_by uuid
);

create table conversion_events (
    lead_id uuid not null references leads (id) on delete cascade,
    stage text not null,
    leadgen_id text not null,                   -- Meta's
    at timestamptz not null,
    state text not null default 'queued',       -- queued, sent, withheld, failed
    failure text,
    attempts integer not null default 0,
    next_at timestamptz not null default now(),
    sent_at timestamptz,
    primary key (lead_id, stage)
);
create index conversion_events_due on conversion_events (next_at) where state = 'queued';
create index conversion_events_latest on conversion_events (at desc);

-- In the transaction of the change, like everything that is told to others. A lead that comes back to a stage was there before.
create function tell_meta() returns trigger language plpgsql as $$
begin
    if exists (select from conversion_feedback where is_on) then
        insert into conversion_events (lead_id, stage, leadgen_id, at)
        select new.id, stage.name, f.leadgen_id, stage.at
        from lead_form_leads f cross join lateral (values ('new', new.created_at), (new.status, new.status_since)) as stage (name, at)
        where f.lead_id = new.id and f.form_id not like 'web:%' and stage.at > now() - interval '7 days'
        order by stage.at
        on conflict do nothing;
    end if;
    return null;
end $$;
create trigger leads_tell_meta_new after insert on leads for each row when (new.source = 'lead_ads') execute function tell_meta();
create trigger leads_tell_meta after update of status on leads for each row
    when (new.source = 'lead_ads' and old.status <> new.status) execute function tell_meta();

-- What Meta answered when a form was fetched, as it came.
create table fetched_forms (
    leadgen_id text primary key,
    body bytea not null,
    fetched_at timestamptz not null
);
