-- What every chat turn writes, written with less work.

-- In each statement that may change a generated column, Postgres plans its expression anew. A function in SQL is taken apart and put
-- into it, which took longer than the rest of the update; one in PL/pgSQL is only called. The numbers are the same.
create or replace function lead_facet(status text, heat text, source text, owner uuid) returns smallint
language plpgsql immutable parallel safe as $$
begin
    return coalesce(array_position(array['new', 'working', 'qualified', 'visit', 'negotiation', 'won', 'lost'], status) - 1, 15) * 1024
        + coalesce(array_position(array['unqualified', 'cold', 'warm', 'hot'], heat) - 1, 7) * 128
        + coalesce(array_position(array['web', 'whatsapp', 'lead_ads', 'web_form', 'csv', 'api'], source) - 1, 15) * 8
        + case when owner is null then 0 else 1 end;
end $$;

-- A claim changes nothing that stands in an index and finds room on the row's own page: then no index is written.
drop index turns_open, turns_to_sweep, turns_dead;
create index turns_open on turns (conversation_id, id) where finished_at is null;
-- Only who asks for a time of queueing may use this one: it holds all open turns, those of other conversations, too.
create index turns_to_sweep on turns (queued_at) where finished_at is null and queued_at is not null;
create index turns_dead on turns (finished_at desc) where failure is not null and finished_at is not null;
alter table turns set (fillfactor = 70);

-- Rows of a few kilobytes stay in one piece: to put what is long beside them costs more than it saves. What is longer is compressed by
-- lz4, in a tenth of the usual way's time, where this Postgres can.
alter table messages set (toast_tuple_target = 4080);
alter table conversations set (toast_tuple_target = 4080);
alter table lead_profiles set (toast_tuple_target = 4080);
alter table turn_records set (toast_tuple_target = 8160);

-- A ledger is written and read as a whole, with its result: one value and not eight rows, each with its index entry and its check.
-- json and not jsonb: it is written in every turn that changes a score, and read when somebody looks.
alter table qualifications
    add column ledger json not null default '[]',
    add column adjusted boolean not null default false;     -- whether a person wrote one of its lines
alter table qualifications set (toast_tuple_target = 4080);
do $$
begin
    alter table qualifications alter column ledger set compression lz4, alter column basis set compression lz4, alter column top_matches set compression lz4;
    alter table messages alter column text set compression lz4, alter column cards set compression lz4, alter column tools set compression lz4;
    alter table conversations alter column dialogue set compression lz4;
    alter table lead_profiles alter column facts set compression lz4;
exception when feature_not_supported then
    raise notice 'This Postgres was built without lz4.';
end $$;
update qualifications q set ledger = g.lines, adjusted = g.adjusted
from (
    select qualification_id, bool_or(author is not null) as adjusted, json_agg(json_build_object(
        'rule', rule, 'card', card, 'cardVersion', card_version, 'points', points, 'maxPoints', max_points, 'reason', reason, 'evidence', evidence,
        'field', field, 'setBy', set_by, 'value', value, 'confidence', confidence, 'author', author, 'at', at) order by position) as lines
    from score_ledger group by qualification_id) g
where q.id = g.qualification_id;
drop table score_ledger;
create index qualifications_adjusted on qualifications (id) where adjusted;
-- Nothing asks for the best scores of all times.
drop index qualifications_score;

-- Each answer of the bot asks; few are to be sent.
create or replace function queue_outgoing() returns trigger language plpgsql as $$
begin
    if (select channel from conversations where id = new.conversation_id) = 'whatsapp' then
        insert into outgoing (message_id, conversation_id, channel, state, next_at, changed_at)
        select new.id, new.conversation_id, 'whatsapp', 'queued', new.created_at, new.created_at
        where exists (
            select from sessions s join channel_identities i on i.session_id = s.id where s.conversation_id = new.conversation_id);
    end if;
    return null;
end $$;

-- The lines as rows.
create view score_ledger as
select q.id as qualification_id, q.adjusted, l.position - 1 as position, l.line ->> 'rule' as rule, l.line ->> 'card' as card,
       (l.line ->> 'cardVersion')::int as card_version, (l.line ->> 'points')::int as points, (l.line ->> 'maxPoints')::int as max_points,
       l.line ->> 'reason' as reason, (l.line ->> 'evidence')::jsonb as evidence, l.line ->> 'field' as field, l.line ->> 'setBy' as set_by,
       l.line ->> 'value' as value, (l.line ->> 'confidence')::float8 as confidence, l.line ->> 'author' as author,
       (l.line ->> 'at')::timestamptz as at
from qualifications q cross join lateral json_array_elements(q.ledger) with ordinality as l (line, position);
