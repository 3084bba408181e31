-- migrate:up

create table conversation_privacy (
  organization_id  uuid not null,
  conversation_id  uuid not null,
  patient_id       uuid,
  reader_id        uuid,
  since            timestamptz not null,
  primary key (organization_id, conversation_id),
  constraint conversation_privacy_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id)
);
comment on table conversation_privacy is 'Of those on the patient''s side only one reads such a conversation (understanding-D39, decision 0179). reader_id: the patient or the related person who wrote there of a danger; null: whoever turns out to be its patient. patient_id follows the conversation''s, by a trigger.';
alter table conversation_privacy enable row level security;
alter table conversation_privacy force row level security;
create policy organization_isolation on conversation_privacy
  using (organization_id = current_organization()) with check (organization_id = current_organization());
create policy patient_isolation on conversation_privacy as restrictive for all
  using (current_scope() = 'organization' or current_scope() = 'patient' and patient_id = any (current_patients()))
  with check (current_scope() = 'organization');
grant select, insert, update (patient_id) on conversation_privacy to bedside_app;

create function patient_of_privacy_follows() returns trigger language plpgsql as $$
begin
  update conversation_privacy set patient_id = new.patient_id
   where organization_id = new.organization_id and conversation_id = new.id;
  return null;
end $$;
create trigger patient_of_privacy_follows after update of patient_id on conversation for each row
  when (old.patient_id is distinct from new.patient_id) execute function patient_of_privacy_follows();

create function current_self() returns uuid[] language sql stable parallel safe
  return string_to_array(nullif(current_setting('app.self', true), ''), ',')::uuid[];
comment on function current_self() is 'The patient and the related persons that the caller is himself, not those he speaks for.';

drop policy patient_isolation on conversation;
create policy patient_isolation on conversation as restrictive for all
  using (case (select current_scope())
    when 'organization' then true
    when 'patient' then patient_id = any (current_patients()) and not exists (
      select from conversation_privacy p
       where p.organization_id = conversation.organization_id and p.conversation_id = conversation.id
         and (coalesce(p.reader_id, conversation.patient_id) = any (current_self())) is not true)
    when 'conversation' then id = any (current_conversations())
    else false end)
  with check (current_scope() = 'organization' or current_scope() = 'patient' and patient_id = any (current_patients())
    or current_scope() = 'conversation' and id = any (current_conversations()));

-- migrate:down

drop policy patient_isolation on conversation;
create policy patient_isolation on conversation as restrictive for all
  using (case (select current_scope())
    when 'organization' then true
    when 'patient' then patient_id = any (current_patients())
    when 'conversation' then id = any (current_conversations())
    else false end)
  with check (current_scope() = 'organization' or current_scope() = 'patient' and patient_id = any (current_patients())
    or current_scope() = 'conversation' and id = any (current_conversations()));
drop function current_self();
drop trigger patient_of_privacy_follows on conversation;
drop function patient_of_privacy_follows();
drop table conversation_privacy;
