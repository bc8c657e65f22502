-- What playbooks said when turns ran with them: kept once for each version, by the processes that know it, so that an old turn can be run again.

create table playbook_versions (
    name text not null,
    version text not null,                      -- the hash that turns' records name
    files bytea not null,                       -- its files as JSON, compressed
    first_seen timestamptz not null,
    primary key (name, version)
);
alter table playbook_versions alter column files set storage external;

-- Whether a run shall take today's playbook in place of the one of then.
alter table turn_reruns add column current_playbook boolean not null default false;
