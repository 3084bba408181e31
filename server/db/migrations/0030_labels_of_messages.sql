-- migrate:up

-- A message is read by whom its conversation is (decision 0131). The labels stand in each row, so that row security need not look
-- into the conversation for each of the thousands that a search or a list goes through.
alter table message add column labels text[] not null default '{}';
comment on column message.labels is 'Sensitivity labels of its conversation, kept by triggers (decision 0131).';

create function take_labels_of_conversation() returns trigger language plpgsql as $$
begin
  select c.labels into new.labels from conversation c where c.organization_id = new.organization_id and c.id = new.conversation_id;
  -- Whoever does not see a conversation writes nothing into it: it would be without its labels.
  if not found then
    raise insufficient_privilege using message = 'a message stands in a conversation that its writer sees';
  end if;
  return new;
end $$;
create trigger take_labels_of_conversation before insert or update of conversation_id, labels on message
  for each row execute function take_labels_of_conversation();

create function hand_labels_to_messages() returns trigger language plpgsql as $$
begin
  update message set labels = new.labels where organization_id = new.organization_id and conversation_id = new.id;
  return null;
end $$;
create trigger hand_labels_to_messages after update of labels on conversation
  for each row when (old.labels is distinct from new.labels) execute function hand_labels_to_messages();

-- The owner is held by row security until it is lifted.
alter table message no force row level security;
alter table conversation no force row level security;
update message m set labels = c.labels from conversation c
 where c.organization_id = m.organization_id and c.id = m.conversation_id and c.labels <> '{}';
alter table conversation force row level security;
alter table message force row level security;

create policy label_isolation on message as restrictive
  using (case when labels = '{}' then true else labels <@ current_labels() end)
  with check (labels <@ current_labels());

-- migrate:down
drop policy label_isolation on message;
drop trigger hand_labels_to_messages on conversation;
drop function hand_labels_to_messages();
drop trigger take_labels_of_conversation on message;
drop function take_labels_of_conversation();
alter table message drop column labels;
