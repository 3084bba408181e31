-- migrate:up

-- What is overdue while it waits or is snoozed is overdue all the same; what is paused has no deadline.
drop index conversation_due;
create index conversation_due on conversation (organization_id, due_at, id)
  where due_at is not null and state in ('open', 'waiting', 'snoozed');

-- migrate:down
drop index conversation_due;
create index conversation_due on conversation (organization_id, due_at, id) where due_at is not null and state = 'open';
