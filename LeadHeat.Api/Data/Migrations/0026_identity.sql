-- Sign-ins that can be ended at once, second factors, invitations, keys with scopes, the log of changes, and which team a lead belongs to.

alter table users
    add column disabled_at timestamptz,
    add column totp_secret bytea,      -- sealed; asked for once two_factor_enabled
    add column totp_step bigint;       -- of the last code that was taken: none is taken twice

create table sign_ins (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    by_web boolean not null,                     -- its refresh token is good only together with the service key
    generation integer not null default 0,       -- rises with each refresh: a token of an older one was used before
    created_at timestamptz not null,
    seen_at timestamptz not null,
    ends_at timestamptz not null,
    ended_at timestamptz,
    ended_why text
);
create index sign_ins_open on sign_ins (user_id) where ended_at is null;
create index sign_ins_seen on sign_ins (user_id, seen_at);

create table invitations (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    token_hash bytea not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create unique index invitations_token on invitations (token_hash);
create unique index invitations_open on invitations (user_id) where used_at is null;

create table recovery_codes (
    user_id uuid not null references users (id) on delete cascade,
    code_hash bytea not null,
    used_at timestamptz,
    primary key (user_id, code_hash)
);

create table api_keys (
    id uuid primary key,
    name text not null,
    key_hash bytea not null,
    last_four text not null,
    scopes text[] not null,
    created_by uuid,
    created_at timestamptz not null,
    expires_at timestamptz,
    last_used_at timestamptz,
    revoked_at timestamptz
);
create unique index api_keys_hash on api_keys (key_hash);

create table audit_log (
    id uuid primary key,
    at timestamptz not null,
    actor_kind text not null,          -- user, key, machine, system
    actor_id uuid,
    action text not null,
    subject_kind text,
    subject_id text,
    before jsonb,                      -- ids and words of closed lists; never what somebody wrote or is called
    after jsonb
);
create index audit_log_subject on audit_log (subject_id, id desc) where subject_id is not null;
create index audit_log_actor on audit_log (actor_id, id desc);
create index audit_log_action on audit_log (action, id desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The audit log is only ever added to.' using errcode = 'integrity_constraint_violation';
end $$;
create trigger audit_log_stays before update or delete or truncate on audit_log for each statement execute function refuse_change();

create table teams (
    id uuid primary key,
    name text not null,
    playbooks text[] not null default '{}',      -- new leads of these belong to it
    created_at timestamptz not null
);
create unique index teams_name on teams (lower(name));

create table team_members (
    team_id uuid not null references teams (id) on delete cascade,
    user_id uuid not null references users (id) on delete cascade,
    primary key (team_id, user_id)
);
create index team_members_user on team_members (user_id);

alter table leads add column team_id uuid references teams (id) on delete set null;
create index leads_by_team on leads (team_id, last_activity_at desc, id desc) where team_id is not null;

-- Whatever way a lead comes in, its playbook says whose it is; also when it is restored and its team is gone.
create function team_of_lead() returns trigger language plpgsql as $$
begin
    if new.team_id is null or not exists (select from teams t where t.id = new.team_id) then
        new.team_id := (select t.id from teams t where new.playbook = any (t.playbooks) order by t.created_at, t.id limit 1);
    end if;
    return new;
end $$;
create trigger leads_get_a_team before insert on leads for each row execute function team_of_lead();
