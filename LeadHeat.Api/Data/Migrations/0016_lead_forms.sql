-- Forms of Meta's that leads came from, with which question fills which field. The first lead of a form makes its row.
create table lead_forms (
    id text primary key,                        -- Meta's
    playbook text not null,
    questions jsonb not null,                   -- in the form's order
    mapping jsonb not null,                     -- question to field, or to "note"
    confirmed_at timestamptz,                   -- a person has looked at it
    confirmed_by uuid,
    created_at timestamptz not null
);

-- Which lead a filled-in form became, once.
create table lead_form_leads (
    leadgen_id text primary key,
    form_id text not null,
    lead_id uuid not null references leads (id) on delete cascade,
    created_at timestamptz not null
);
create index lead_form_leads_form on lead_form_leads (form_id, created_at desc);
create index lead_form_leads_lead on lead_form_leads (lead_id);
