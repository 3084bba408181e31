-- migrate:up

alter table conversation add column look_at timestamptz;
comment on column conversation.look_at is 'When its clocks are looked at again: at its next warning or deadline, at once where a change put one into the past (decision 0112).';
create index conversation_to_look_at on conversation (organization_id, look_at) where look_at is not null;

-- Until now a job came at that moment; it had the id alone, so the deadline stands for it. The owner is held by row security until it is lifted.
alter table conversation no force row level security;
update conversation set look_at = due_at where due_at > now() - interval '1 hour' and state in ('open', 'waiting', 'snoozed');
alter table conversation force row level security;

-- migrate:down
alter table conversation drop column look_at;
