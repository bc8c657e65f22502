-- What came to a webhook without our secret's signature is kept for a while as its bytes came, sealed as deliveries are: where the secret was
-- wrong on our side it goes in once that is put right. Anybody can send such: only the newest are kept, and only the beginning of what is long.
create table refused_bodies (
    id uuid primary key,
    channel text not null,
    verdict text not null,
    headers jsonb not null,
    body bytea not null,
    length integer not null,                    -- of all that came
    is_whole boolean not null,
    received_at timestamptz not null
);
create index refused_bodies_newest on refused_bodies (channel, verdict, id);
