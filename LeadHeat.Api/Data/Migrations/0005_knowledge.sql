-- A collection's vectors are all of one embedder and one length, which its first document decides.
create table knowledge_collections (
    name text primary key,
    embedder text not null,                     -- 'local', or the name of a hosted model
    dimensions integer not null
);

create table knowledge_documents (
    id uuid primary key,
    collection text not null references knowledge_collections (name),
    category text not null,
    title text not null,
    source text not null,                       -- the file's name
    media_type text not null,
    hash bytea not null,                        -- SHA-256 of category and file: the same again changes nothing
    file bytea not null,                        -- as it was sent; empty once the document is removed
    text text not null,                         -- what citations point into
    bytes integer not null,
    chunks integer not null,
    vectors bytea,                              -- of a hosted embedder: little-endian float32, chunk after chunk
    shipped boolean not null,                   -- came with a playbook
    removed boolean not null default false,     -- stays as a mark, so that every Api learns of it
    created_at timestamptz not null,
    updated_at timestamptz not null,
    changed xid8 not null default pg_current_xact_id()
);
create unique index knowledge_documents_source on knowledge_documents (collection, source);
create index knowledge_documents_changed on knowledge_documents (changed);
create trigger knowledge_documents_mark_change before update on knowledge_documents for each row execute function mark_change();

-- The passages that a reply rests on.
alter table messages add column citations jsonb not null default '[]';

-- Which documents of the playbooks were loaded once: what the team removes stays removed.
create table knowledge_shipped (mark text primary key);
