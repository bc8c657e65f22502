-- Of the leads on which a model was measured: the first of the best tenths that it is in, by the model's prediction; null where that was not kept.
alter table heat_measured add column tenth smallint;
