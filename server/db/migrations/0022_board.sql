-- migrate:up

-- The board counts what is open by queue; all it needs lies in the index, the columns of the policies too.
create index conversation_open_by_queue on conversation (organization_id, queue_id) include (unread_since, due_at, labels, patient_id, id)
  where state = 'open';
create index delivery_unknown on delivery (organization_id, conversation_id) include (changed_at) where state = 'unknown';

-- migrate:down
drop index delivery_unknown;
drop index conversation_open_by_queue;
