-- Our own forms, which stand on the team's sites, and where leads of forms came from.
create table web_forms (
    name text primary key,                      -- in its address
    title text not null,
    playbook text not null,
    fields jsonb not null,                      -- what it asks, with the playbook's field that each fills
    origins text[] not null,                    -- sites that may send it
    consent text,                               -- the words beside the box; null: no box
    redirect text,                              -- where a browser goes afterwards
    is_open boolean not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    changed_by uuid
);

alter table lead_form_leads add column filled_at timestamptz;
alter table lead_form_leads add column content_hash text;     -- where the sender gave no id
create index lead_form_leads_content on lead_form_leads (content_hash, filled_at) where content_hash is not null;

create table lead_origins (
    lead_id uuid primary key references leads (id) on delete cascade,
    details jsonb not null                      -- campaign, ad, utm_source …, page
);
