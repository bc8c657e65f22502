-- Who is about to change what, written down before it is done. The line of the audit log takes its place; what is left without one tells of a change that may have been made.
create table open_changes (
    id uuid primary key,
    at timestamptz not null,
    actor_kind text not null,
    actor_id uuid,
    action text not null,
    subject_kind text,
    subject_id text
);
