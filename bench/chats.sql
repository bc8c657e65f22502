-- For the leads of million.sql that have one: a chat of three messages with its mood, and a ledger of six rules for decided ones.

insert into conversations (id, lead_id, playbook, channel, handling, dialogue, created_at)
select id, id, playbook, 'web', 'bot',
       jsonb_build_object('sentiment', (array['neutral', 'neutral', 'positive', 'negative', 'frustrated', 'excited'])[1 + floor(random() * 6)::int], 'frustration', floor(random() * random() * 11)::int),
       created_at
from leads where conversation_id is not null;

insert into messages (id, conversation_id, author, text, external_id, created_at)
select gen_random_uuid(), l.conversation_id, s.author, 'Could we see it on Saturday?', s.author, l.created_at + make_interval(secs => s.after * random())
from leads l cross join (values ('visitor', 0), ('bot', 2), ('person', 90000)) s (author, after)
where l.conversation_id is not null and (s.author <> 'person' or l.owner_id is not null);

insert into qualifications (id, lead_id, card, card_version, score, qualified, heat, recommendation, reasons, next_step, top_matches, created_at)
select id, id, 'real-estate-fit', 1, coalesce(score, 0), false, heat, 'rejected', '[]', '', '[]', created_at from leads where qualification_id is not null;

insert into score_ledger (qualification_id, position, rule, card, card_version, points, max_points, reason, evidence, confidence, at)
select l.id, r.place, r.rule, 'real-estate-fit', 1, case when random() < case when l.status = 'won' then r.won else r.lost end then 20 else 0 end, 20, '', '[]', 1, l.created_at
from leads l cross join (values (1, 'budget', .7, .4), (2, 'timeline', .6, .5), (3, 'area', .5, .5), (4, 'contact', .8, .3), (5, 'beds', .4, .4), (6, 'mood', .3, .5)) r (place, rule, won, lost)
where l.qualification_id is not null;
