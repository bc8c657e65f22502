-- A file that came while the virus scanner was away waits in the state unscanned, and becomes this when it has been scanned.
alter table uploads add column after_scan text;
create index uploads_unscanned on uploads (created_at) where state = 'unscanned';
