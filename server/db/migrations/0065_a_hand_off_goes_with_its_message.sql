-- migrate:up

-- What the assistant brought to people goes where its message goes: by a merge, a split, and their undo. Where one is open there already, that one asks.
create function hand_off_moves() returns trigger language plpgsql as $$
begin
  update hand_off h
     set state = 'closed', closed_at = greatest(clock_timestamp(), h.requested_at), deadline_at = null, tell_at = null
   where h.organization_id = new.organization_id and h.conversation_id = old.conversation_id and h.message_id = new.id and h.closed_at is null
     and exists (select from hand_off o where o.organization_id = new.organization_id and o.conversation_id = new.conversation_id and o.closed_at is null);
  update hand_off h
     set conversation_id = new.conversation_id,
         state = case when h.state not in ('requested', 'offered') then h.state
                      when c.assignment = 'assigned' then 'accepted' when c.assignment = 'offered' then 'offered' else 'requested' end,
         accepted_by = case when h.state in ('requested', 'offered') and c.assignment = 'assigned' then c.assignee_id else h.accepted_by end,
         accepted_at = case when h.state in ('requested', 'offered') and c.assignment = 'assigned' then greatest(clock_timestamp(), h.requested_at) else h.accepted_at end,
         deadline_at = case when c.assignment = 'assigned' then null else h.deadline_at end,
         tell_at = case when c.assignment = 'assigned' then null else h.tell_at end
    from conversation c
   where c.organization_id = new.organization_id and c.id = new.conversation_id
     and h.organization_id = new.organization_id and h.conversation_id = old.conversation_id and h.message_id = new.id;
  return null;
end $$;
create trigger hand_off_moves after update of conversation_id on message
  for each row when (old.conversation_id <> new.conversation_id) execute function hand_off_moves();

-- Which article answered is of the answer, wherever that stands.
alter table assistant_answer drop column conversation_id;

-- migrate:down

alter table assistant_answer add column conversation_id uuid;
alter table message no force row level security;
alter table assistant_answer no force row level security;
update assistant_answer a set conversation_id = m.conversation_id from message m where m.organization_id = a.organization_id and m.id = a.message_id;
alter table assistant_answer force row level security;
alter table message force row level security;
alter table assistant_answer alter column conversation_id set not null,
  add constraint assistant_answer_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id);

drop trigger hand_off_moves on message;
drop function hand_off_moves;
