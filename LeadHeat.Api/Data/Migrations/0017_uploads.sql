-- Files of leads: the file as it came, what its columns are, how far it is imported, and what was wrong with it.

create table uploads (
    id uuid primary key,
    state text not null,                        -- mapping, importing, done, rejected, cancelled, failed
    file_name text not null,
    bytes bigint not null,
    hash bytea,                                 -- SHA-256
    encoding text not null,
    delimiter text not null,
    quote text not null,
    playbook text not null,
    on_duplicate text not null,
    signature bytea,                            -- of the header: what was chosen for it is remembered
    mapping jsonb not null default '[]',
    preview jsonb not null default '[]',
    notices text[] not null default '{}',
    reason text,
    lines bigint not null default 0,
    records bigint not null default 0,          -- all records up to here are stored; an interrupted import goes on behind them
    rows_read bigint not null default 0,
    rows_ok bigint not null default 0,
    rows_rejected bigint not null default 0,
    rows_skipped bigint not null default 0,
    duplicates bigint not null default 0,
    failures integer not null default 0,
    created_by text not null,
    created_by_id uuid,
    created_at timestamptz not null,
    started_at timestamptz,
    progressed_at timestamptz,
    finished_at timestamptz
);
create index uploads_newest on uploads (created_at desc, id desc);
create index uploads_importing on uploads (created_at) where state = 'importing';
create index uploads_hash on uploads (hash);

-- The file itself, until it is imported.
create table upload_pieces (
    upload_id uuid not null references uploads (id) on delete cascade deferrable initially deferred,
    place integer not null,
    bytes bytea not null,
    primary key (upload_id, place)
);
alter table upload_pieces alter column bytes set storage external;

create table upload_errors (
    upload_id uuid not null references uploads (id) on delete cascade,
    line integer not null,
    place integer not null,                     -- of several errors of one row
    name text,                                  -- the column's
    reason text not null,
    cells text[],                               -- the row as it stood in the file, with its first error
    primary key (upload_id, line, place)
);

create table upload_duplicates (
    upload_id uuid not null references uploads (id) on delete cascade,
    line integer not null,
    lead_id uuid not null,
    matched_by text not null,
    in_file boolean not null,
    primary key (upload_id, line)
);

create table upload_mappings (
    signature bytea primary key,
    playbook text not null,
    mapping jsonb not null,
    used_at timestamptz not null
);

-- Which file a lead came with. Leads that came otherwise are not in the index, so turns do not pay for it.
alter table leads add column upload_id uuid;
create index leads_by_upload on leads (upload_id, last_activity_at desc, id desc) where upload_id is not null;
