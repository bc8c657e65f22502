-- Whoever runs a trial of a scorecard says every few seconds that it goes on. Where nobody says so any more, it was broken off.
alter table shadow_runs add column seen_at timestamptz not null default now();
