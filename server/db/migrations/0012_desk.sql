-- migrate:up

create extension if not exists unaccent;

-- Names and addresses as people look for them: without accents, in small letters. Marked immutable so that it can be indexed;
-- the rules it reads come with PostgreSQL and do not change under a running database.
create function plain_words(words text) returns text language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, words));

create index patient_by_plain_family on patient (organization_id, plain_words(family) text_pattern_ops);
create index patient_by_plain_given on patient (organization_id, plain_words(given) text_pattern_ops);
create index related_person_by_plain_family on related_person (organization_id, plain_words(family) text_pattern_ops);
create index party_by_plain_name on party (organization_id, plain_words(display_name) text_pattern_ops) where display_name is not null;

alter table message add column before_sending jsonb;
comment on column message.before_sending is 'What the conversation was before a held answer, so that undo gives it back (desk-D15). Codes and instants.';

-- migrate:down
alter table message drop column before_sending;
drop index party_by_plain_name, related_person_by_plain_family, patient_by_plain_given, patient_by_plain_family;
drop function plain_words(text);
