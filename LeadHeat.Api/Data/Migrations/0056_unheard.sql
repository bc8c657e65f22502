-- A STOP among what waits is heard before its turn.
alter table inbound add column unheard boolean not null default false;
create index inbound_unheard on inbound (id) where unheard and state = 'pending';
