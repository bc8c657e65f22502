-- A million leads of the last two years, spread as a busy team's would be: most cold, few hot, few waiting.

-- What triggers would write row by row is written at once below.
set session_replication_role = replica;
drop index lead_texts_search;

create temporary table made as
select i,
       now() - make_interval(secs => ln(1 / (1 - random() * 0.9999)) * 6000000) as created_at,
       (random() * 100)::int as dice,
       floor(random() * 12)::int as stage, floor(random() * 6)::int as origin, floor(random() * 40)::int as owner,
       (array['Asha', 'Ravi', 'Meera', 'Omar', 'Layla', 'Kiran', 'Noor', 'Vikram', 'Sana', 'Arjun', 'Huda', 'Dev', 'Priya', 'Yusuf', 'Anita', 'Farah'])[1 + floor(random() * 16)::int]
           || ' ' || (array['Menon', 'Rao', 'Haddad', 'Nair', 'Khan', 'Iyer', 'Saleh', 'Shetty', 'Das', 'Farouk', 'Pillai', 'Gowda', 'Rahman'])[1 + floor(random() * 13)::int] as name,
       (array['Whitefield', 'Dubai Marina', 'Indiranagar', 'Business Bay', 'Hebbal', 'HSR Layout', 'Palm Jumeirah', 'Jayanagar'])[1 + floor(random() * 8)::int] as area,
       case when random() < 0.1 then null else least(100, greatest(0, (45 + 22 * sqrt(-2 * ln(random() + 1e-9)) * cos(6.2832 * random()))::int)) end as score
from generate_series(1, {leads}) i;

create temporary table named as
select i, dice, stage, origin, owner, name, area, score, created_at,
       created_at + (now() - created_at) * random() ^ 4 as last_activity_at,
       (lpad(to_hex((extract(epoch from created_at) * 1000)::bigint), 12, '0') || '7' || substr(md5(i::text), 1, 3) || '8' || substr(md5(i::text), 4, 15))::uuid as id
from made;

insert into contacts (id, name, email, phone, created_at, updated_at)
select id, name, 'p' || i || '@example.com', '+9199' || lpad(i::text, 8, '0'), created_at, created_at from named;

-- A third have a chat and a third of the decided ones a score's ledger, both by the lead's own id: chats.sql writes them for those who need them.
insert into leads (id, contact_id, conversation_id, qualification_id, playbook, source, status, status_since, owner_id, name, city, wants, score, previous_score, heat, handling,
                   waiting_since, last_words, last_author, message_count, value, currency, search, created_at, last_activity_at)
select id, id, case when i % 3 = 0 then id end, case when stage >= 8 and i % 3 = 1 then id end,
       case when dice < 70 then 'real-estate' when dice < 85 then 'cafe' else 'b2b' end,
       (array['web', 'whatsapp', 'lead_ads', 'web_form', 'csv', 'api'])[1 + origin],
       (array['new', 'new', 'new', 'working', 'working', 'qualified', 'visit', 'negotiation', 'won', 'lost', 'lost', 'lost'])[1 + stage],
       created_at,
       case when owner < 8 then null else ('00000000-0000-7000-8000-0000000000' || lpad(owner::text, 2, '0'))::uuid end,
       name, case when i % 2 = 0 then 'Dubai' else 'Bangalore' end, '2 bed apartment in ' || area,
       score, case when score is null then null else greatest(0, score - 12) end,
       case when score is null or score < 25 then 'unqualified' when score < 50 then 'cold' when score < 75 then 'warm' else 'hot' end,
       case when dice >= 97 then 'queued' when dice >= 90 then 'human' else 'bot' end,
       case when dice >= 97 then last_activity_at end,
       'Could we see it on Saturday?', 'visitor', 2 + i % 17, 15000000, 'INR',
       lower(name || ' p' || i || '@example.com +9199' || lpad(i::text, 8, '0') || ' 2 bed apartment in ' || area),
       created_at, last_activity_at
from named order by id; -- as they would have come

insert into lead_texts select id, search from leads order by id;
insert into lead_playbooks select distinct playbook from leads on conflict do nothing;
create index lead_texts_search on lead_texts using gin (text gin_trgm_ops) with (gin_pending_list_limit = 256);
