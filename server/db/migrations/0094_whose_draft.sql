-- migrate:up

-- Begun for one patient, the words came back in the message of another that the same person acts for.
alter table patient_draft add column patient_id uuid;
alter table patient_draft no force row level security;
alter table patient no force row level security;
alter table related_person no force row level security;
update patient_draft d set patient_id = coalesce(
    (select p.id from patient p where p.organization_id = d.organization_id and p.id = d.author_id),
    (select r.patient_id from related_person r where r.organization_id = d.organization_id and r.id = d.author_id))
 where conversation_id is null;
delete from patient_draft where conversation_id is null and patient_id is null;
alter table patient_draft force row level security;
alter table patient force row level security;
alter table related_person force row level security;
alter table patient_draft
  add constraint patient_draft_patient foreign key (organization_id, patient_id) references patient (organization_id, id),
  add constraint patient_draft_is_in_one_place check ((conversation_id is null) = (patient_id is not null)),
  drop constraint patient_draft_is_one_per_author_and_conversation,
  add constraint patient_draft_is_one_per_author_and_place unique nulls not distinct (organization_id, author_id, conversation_id, patient_id);
comment on column patient_draft.patient_id is 'Whose matter a new one is; in a conversation the conversation says it.';

-- migrate:down
alter table patient_draft no force row level security;
delete from patient_draft a using patient_draft b
 where a.organization_id = b.organization_id and a.author_id = b.author_id and a.conversation_id is null and b.conversation_id is null and a.saved_at < b.saved_at;
alter table patient_draft force row level security;
alter table patient_draft
  drop constraint patient_draft_is_one_per_author_and_place,
  drop column patient_id,
  add constraint patient_draft_is_one_per_author_and_conversation unique nulls not distinct (organization_id, author_id, conversation_id);
