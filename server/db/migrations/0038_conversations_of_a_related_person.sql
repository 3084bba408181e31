-- migrate:up

-- Search by the name of a related person read every conversation to find theirs.
create index conversation_by_related_person on conversation (organization_id, related_person_id)
  where related_person_id is not null;

-- migrate:down

drop index conversation_by_related_person;
