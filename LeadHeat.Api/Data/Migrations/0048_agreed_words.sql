-- A form's words beside its box may change: each entry keeps those that stood there then, so that the archive, worked off again, notes what was
-- agreed to. Of what came before this the ledger of consents knows them.
update deliveries d
set headers = d.headers || jsonb_build_object(':consent', k.words)
from inbound i
join leads l on l.id = i.lead_id
join consents k on k.contact_id in (select l.contact_id union all select o.id from contacts o where o.merged_into = l.contact_id)
    and k.external_id = 'form:' || i.external_id || ':contact'
where i.channel = 'web_form' and i.delivery_id = d.id and not d.headers ? ':consent';
