-- Corrections that the team kept as cases. They hold nobody's contact details, so they stay when the lead goes.

create table eval_cases (
    id uuid primary key,
    lead_id uuid references leads (id) on delete set null,
    subject text not null,                      -- fact:<field> or answer:<message id>: kept again, it is replaced
    playbook text not null,
    title text not null,
    data jsonb not null,                        -- the case as a file of evals/conversations/ has it
    author text not null,
    created_at timestamptz not null
);
create unique index eval_cases_subject on eval_cases (lead_id, subject);
create index eval_cases_newest on eval_cases (created_at desc, id desc);
