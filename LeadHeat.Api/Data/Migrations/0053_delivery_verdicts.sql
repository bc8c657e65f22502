-- Why a delivery was let in, as it was judged at the door, and by which secret: a mark of it, for the day on which it is another one.
-- Of what came before this nobody noted it.
alter table deliveries add column verdict text, add column signed_by text;
