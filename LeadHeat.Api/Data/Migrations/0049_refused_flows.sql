-- Questions of forms on WhatsApp that were refused are kept as deliveries are, to be looked into. They cannot be let in later: nobody waits any more.
alter table refused_bodies add column is_flow boolean not null default false;
