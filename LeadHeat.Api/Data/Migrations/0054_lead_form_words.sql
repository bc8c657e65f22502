-- What stands beside the boxes of a form of Meta's, asked for with its first lead and now and then again. A lead keeps those that stood there when it was fetched.
create table lead_form_words (
    form_id text primary key,
    words jsonb,                                -- box to words; null: Meta did not give them
    asked_at timestamptz not null
);
alter table fetched_forms add column words jsonb;
