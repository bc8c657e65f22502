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

insert into qualifications (id, lead_id, card, card_version, score, qualified, heat, recommendation, reasons, next_step, top_matches, ledger, created_at)
select l.id, l.id, 'real-estate-fit', 1, coalesce(l.score, 0), false, l.heat, 'rejected', '[]', '', '[]', (
    select json_agg(json_build_object('rule', r.rule, 'card', 'real-estate-fit', 'cardVersion', 1, 'maxPoints', 20, 'reason', '', 'evidence', '[]'::json, 'confidence', 1, 'at', l.created_at,
        'points', case when random() < case when l.status = 'won' then r.won else r.lost end then 20 else 0 end))
    from (values ('budget', .7, .4), ('timeline', .6, .5), ('area', .5, .5), ('contact', .8, .3), ('beds', .4, .4), ('mood', .3, .5)) r (rule, won, lost)), l.created_at
from leads l where l.qualification_id is not null;
