-- When somebody wrote, where their message came late: WhatsApp counts its 24 hours from there, not from when we heard of it.
alter table messages add column written_at timestamptz;
