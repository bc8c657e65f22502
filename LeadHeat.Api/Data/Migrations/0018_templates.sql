-- The words that Meta has approved for people who have not written for 24 hours.
create table whatsapp_templates (
    name text not null,
    language text not null,
    body text not null,                         -- with {{1}}, {{2}} … for what differs
    position integer not null,
    primary key (name, language)
);

-- Which of our messages is a template, and with which values; the transcript shows the words as they were filled in.
create table outgoing_templates (
    message_id uuid primary key references messages (id) on delete cascade,
    template jsonb not null
);
