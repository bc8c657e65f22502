-- What the Apis search they hold in memory, and follow here: a row carries the number of the transaction that wrote it last.
-- Numbers alone are no safe mark, because a lower one may commit later; readers begin again at the oldest that was still open.

create function mark_change() returns trigger language plpgsql as $$
begin
    new.changed := pg_current_xact_id();
    return new;
end $$;

alter table units add column changed xid8 not null default pg_current_xact_id();
create index units_changed on units (changed);
create trigger units_mark_change before update on units for each row execute function mark_change();

-- Nothing looks for units by these any more.
drop index units_place, units_city, units_price, units_type, units_features, units_words;
alter table units drop column words;
drop function words_of(text[]);
