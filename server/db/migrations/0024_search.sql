-- migrate:up

create extension if not exists pg_trgm;

-- Row security lets an index be asked only by operators that tell nothing of rows which may not be seen (leakproof). `plain_words` is
-- none, so names are kept as people look for them, and the indexes are of these columns.
drop index party_by_plain_name, related_person_by_plain_family, patient_by_plain_given, patient_by_plain_family;
alter table patient add column plain_given text not null generated always as (plain_words(given)) stored;
alter table patient add column plain_family text not null generated always as (plain_words(family)) stored;
alter table related_person add column plain_given text not null generated always as (plain_words(given)) stored;
alter table related_person add column plain_family text not null generated always as (plain_words(family)) stored;
alter table party add column plain_name text generated always as (plain_words(display_name)) stored;
create index patient_by_plain_given on patient (organization_id, plain_given text_pattern_ops);
create index patient_by_plain_family on patient (organization_id, plain_family text_pattern_ops);
create index related_person_by_plain_given on related_person (organization_id, plain_given text_pattern_ops);
create index related_person_by_plain_family on related_person (organization_id, plain_family text_pattern_ops);
create index party_by_plain_name on party (organization_id, plain_name text_pattern_ops) where display_name is not null;
create index party_by_beginning_of_address on party (organization_id, address text_pattern_ops) where address is not null;

-- migrate:down
drop index party_by_beginning_of_address, party_by_plain_name, related_person_by_plain_family, related_person_by_plain_given,
  patient_by_plain_family, patient_by_plain_given;
alter table party drop column plain_name;
alter table related_person drop column plain_family, drop column plain_given;
alter table patient drop column plain_family, drop column plain_given;
create index patient_by_plain_family on patient (organization_id, plain_words(family) text_pattern_ops);
create index patient_by_plain_given on patient (organization_id, plain_words(given) text_pattern_ops);
create index related_person_by_plain_family on related_person (organization_id, plain_words(family) text_pattern_ops);
create index party_by_plain_name on party (organization_id, plain_words(display_name) text_pattern_ops) where display_name is not null;
drop extension pg_trgm;
