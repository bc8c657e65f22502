-- What Meta has approved a template for, and whether it was fetched from there.
alter table whatsapp_templates
    add column category text,                   -- marketing, utility; null where nobody has said it
    add column from_meta boolean not null default false;
