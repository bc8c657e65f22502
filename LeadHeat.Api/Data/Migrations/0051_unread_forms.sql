-- Questions of forms on WhatsApp that we had no key for are counted. Nothing of them is kept: nobody can read them, and nobody waits for an answer.
create table unread_forms (
    day date not null,
    why text not null,
    count integer not null,
    latest_at timestamptz not null,
    primary key (day, why)
);
