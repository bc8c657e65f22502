-- The newest leads, on which a model was measured, each with the point of the calibration curve that it counts for, the lowest prediction's 0.
create table heat_measured (
    model_id uuid not null references heat_models (id) on delete cascade,
    point smallint not null,
    lead_id uuid not null references leads (id) on delete cascade,
    primary key (model_id, point, lead_id)
);
create index heat_measured_lead on heat_measured (lead_id);
