-- migrate:up

create extension if not exists pg_trgm;

-- A name that was typed with a slip of the pen (desk-D70).
create index patient_by_similar_name on patient using gin (plain_words(given || ' ' || family) gin_trgm_ops);

-- migrate:down
drop index patient_by_similar_name;
drop extension pg_trgm;
