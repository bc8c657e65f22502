-- What the triggers that tell of leads (0024, 0025) cost a turn's statements while nobody is told: microseconds of each statement, the first quarter
-- and the middle, with and without them in turns. Run it on a database of its own that has the schema:
--   psql -d <database> -f bench/told.sql
set synchronous_commit = off;
set jit = off;

create procedure pg_temp.cost(n int, label text) language plpgsql as $$
declare
    contact uuid := gen_random_uuid(); lead uuid := gen_random_uuid(); conversation uuid := gen_random_uuid();
    began timestamptz; took float8[]; name text; line text := label;
begin
    insert into contacts (id, created_at, updated_at) values (contact, now(), now());
    insert into conversations (id, playbook, channel, handling, created_at) values (conversation, 'real-estate', 'web_chat', 'bot', now());
    insert into leads (id, contact_id, conversation_id, playbook, source, status, status_since, name, heat, handling, created_at, last_activity_at)
    values (lead, contact, conversation, 'real-estate', 'web_chat', 'new', now(), 'Visitor', 'warm', 'bot', now(), now());
    update conversations set lead_id = lead where id = conversation;
    foreach name in array array['message', 'lead written to', 'qualification', 'lead scored', 'new lead'] loop
        took := '{}';
        for i in 1..n loop
            commit;
            began := clock_timestamp();
            case name
                when 'message' then
                    insert into messages (id, conversation_id, author, text, external_id, created_at)
                    values (gen_random_uuid(), conversation, 'visitor', 'hello there', label || i, now());
                when 'lead written to' then
                    update leads set last_words = 'hello', message_count = message_count + 1, last_activity_at = clock_timestamp() where id = lead;
                when 'qualification' then
                    insert into qualifications (id, lead_id, card, card_version, score, qualified, heat, recommendation, reasons, next_step, top_matches, created_at)
                    values (gen_random_uuid(), lead, 'x', 1, 50, true, 'warm', '', '[]', '', '[]', now());
                when 'lead scored' then
                    update leads set score = i % 90, heat = case when i % 4 = 0 then 'hot' else 'warm' end, last_activity_at = clock_timestamp() where id = lead;
                else
                    insert into leads (id, contact_id, playbook, source, status, status_since, name, heat, handling, created_at, last_activity_at)
                    values (gen_random_uuid(), contact, 'real-estate', 'web_chat', 'new', now(), 'Visitor', 'warm', 'bot', now(), now());
            end case;
            took[i] := 1e6 * extract(epoch from clock_timestamp() - began);
        end loop;
        line := line || (
            select format(' | %s %s, %s', name, round(percentile_cont(0.25) within group (order by each)), round(percentile_cont(0.5) within group (order by each)))
            from unnest(took) each);
    end loop;
    raise notice '%', line;
end $$;

create procedure pg_temp.turns_without(n int, round int) language plpgsql as $$
declare
    one record;
begin
    for one in select tgrelid::regclass as at, tgname from pg_trigger where tgname ~ '_tell' loop
        execute format('alter table %s disable trigger %I', one.at, one.tgname);
    end loop;
    call pg_temp.cost(n, 'without ' || round);
    for one in select tgrelid::regclass as at, tgname from pg_trigger where tgname ~ '_tell' loop
        execute format('alter table %s enable trigger %I', one.at, one.tgname);
    end loop;
    call pg_temp.cost(n, 'with ' || round);
end $$;

call pg_temp.turns_without(3000, 1);
call pg_temp.turns_without(3000, 2);
call pg_temp.turns_without(3000, 3);
call pg_temp.turns_without(3000, 4);
call pg_temp.turns_without(3000, 5);
