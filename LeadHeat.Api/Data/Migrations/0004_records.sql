-- What each turn did, what hosted models cost, and who waits for a person since when.

alter table conversations add column handed_over_at timestamptz;   -- when it went into the queue; null while the bot has it

-- Beside the turns and not in them: a turn's row is written several times, its record once.
create table turn_records (
    turn_id uuid primary key references turns (id) on delete cascade,
    data bytea not null                         -- a TurnRecord as JSON, deflated
);
alter table turn_records alter column data set storage external;

-- Money that was spent stays spent when a lead is deleted: nothing here says who it was for.
create table model_calls (
    id uuid primary key,
    turn_id uuid references turns (id) on delete set null,
    conversation_id uuid references conversations (id) on delete set null,
    playbook text not null,
    channel text not null,
    model text not null,
    outcome text not null,                      -- done, or why it failed
    input_tokens integer not null,
    output_tokens integer not null,
    cost numeric(18, 8),                        -- null where the model has no price
    milliseconds double precision not null,
    at timestamptz not null
);
create index model_calls_at on model_calls (at) include (cost);
create index model_calls_turn on model_calls (turn_id);
create index model_calls_conversation on model_calls (conversation_id, at);

create table turn_reruns (
    id uuid primary key,
    turn_id uuid not null references turns (id) on delete cascade,
    agent text,                                 -- the agent that is to answer; null for the recorded one
    recorded_tools boolean not null,            -- whether tools answer as they did then
    data bytea,                                 -- what it did, packed like a record
    created_at timestamptz not null,
    finished_at timestamptz
);
create index turn_reruns_turn on turn_reruns (turn_id);
