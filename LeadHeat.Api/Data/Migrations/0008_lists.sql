-- Lists of leads from fewer indexes. Each chat turn moves its lead in every one of them, so what is here has to earn its place.
--
-- A facet is one number for status, heat, source, and whether somebody owns the lead. A list that is filtered by some of these, or by
-- playbook, is merged from the facets and playbooks that fit: each pair of them is the beginning of an index, however far from the
-- newest or the best its leads stand. LeadFacets.cs counts the same way.
create function lead_facet(status text, heat text, source text, owner uuid) returns smallint
language sql immutable parallel safe return (
    coalesce(array_position(array['new', 'working', 'qualified', 'visit', 'negotiation', 'won', 'lost'], status) - 1, 15) * 1024
    + coalesce(array_position(array['unqualified', 'cold', 'warm', 'hot'], heat) - 1, 7) * 128
    + coalesce(array_position(array['web', 'whatsapp', 'lead_ads', 'web_form', 'csv', 'api'], source) - 1, 15) * 8
    + case when owner is null then 0 else 1 end)::smallint;

alter table leads add column facet smallint not null generated always as (lead_facet(status, heat, source, owner_id)) stored;

drop index leads_by_activity, leads_by_created, leads_by_score, leads_by_status, leads_by_heat, leads_by_source, leads_by_playbook,
    leads_by_owner, leads_waiting, leads_by_status_score, leads_by_status_created, leads_by_heat_score, leads_by_owner_score,
    leads_by_owner_created, leads_waiting_score, leads_waiting_created, leads_search;

-- The orders, with all that filters ask about, so that passing over a lead that does not fit touches no table.
create index leads_by_activity on leads (last_activity_at desc, id desc) include (facet, playbook, owner_id, waiting_since, created_at);
create index leads_by_score on leads ((coalesce(score, -1)) desc, id desc)
    include (score, facet, playbook, owner_id, waiting_since, created_at);
create index leads_by_created on leads (created_at desc, id desc)
    include (facet, playbook, owner_id, waiting_since, score, last_activity_at);

-- The same orders within a facet and playbook.
create index leads_by_facet_activity on leads (facet, playbook, last_activity_at desc, id desc) include (waiting_since);
create index leads_by_facet_score on leads (facet, playbook, (coalesce(score, -1)) desc, id desc) include (score, waiting_since);
create index leads_by_facet_created on leads (facet, playbook, created_at desc, id desc) include (waiting_since);

-- What has few leads, to be sorted when asked for. And the pipeline's columns.
create index leads_by_owner on leads (owner_id, last_activity_at desc, id desc) include (status, facet, playbook, waiting_since, score, created_at);
create index leads_waiting on leads (last_activity_at desc, id desc)
    include (status, facet, playbook, owner_id, waiting_since, score, created_at) where waiting_since is not null;
create index leads_by_status on leads (status, last_activity_at desc, id desc) include (facet, playbook, owner_id, waiting_since, created_at);

-- What leads are found by stands beside them: to index its groups of three letters anew in each turn would cost more than the turn's
-- other writing.
create table lead_texts (
    lead_id uuid primary key,
    text text not null
);
insert into lead_texts select id, search from leads;
-- Few entries wait to be sorted in: every search reads those that do.
create index lead_texts_search on lead_texts using gin (text gin_trgm_ops) with (gin_pending_list_limit = 256);

-- The playbooks that leads have had.
create table lead_playbooks (
    name text primary key
);
insert into lead_playbooks select distinct playbook from leads;

create function keep_lead_text() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        delete from lead_texts where lead_id = old.id;
    else
        insert into lead_texts values (new.id, new.search) on conflict (lead_id) do update set text = excluded.text;
    end if;
    return null;
end $$;
create trigger leads_keep_new_text after insert on leads for each row execute function keep_lead_text();
create trigger leads_keep_text after update of search on leads for each row
    when (old.search is distinct from new.search) execute function keep_lead_text();
create trigger leads_drop_text after delete on leads for each row execute function keep_lead_text();

create function keep_lead_playbook() returns trigger language plpgsql as $$
begin
    insert into lead_playbooks values (new.playbook) on conflict do nothing;
    return null;
end $$;
create trigger leads_keep_playbook after insert or update of playbook on leads for each row execute function keep_lead_playbook();
