-- migrate:up

alter table conversation_privacy
  add column lifted_at timestamptz,
  add column lifted_by uuid,
  add column lifted_reason text check (char_length(lifted_reason) between 1 and 300),
  add constraint lifted_by_somebody_with_a_reason check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lifted_reason is null)),
  add constraint conversation_privacy_lifted_by foreign key (organization_id, lifted_by) references staff_member (organization_id, id);
comment on column conversation_privacy.lifted_at is 'Since then it is read as before: a nurse or a clinician found that no danger was told (decision 0192). New words of danger close it again.';
comment on column conversation_privacy.lifted_reason is 'Words of staff, for staff.';
grant update (reader_id, since, lifted_at, lifted_by, lifted_reason) on conversation_privacy to bedside_app;

drop policy patient_isolation on conversation;
create policy patient_isolation on conversation as restrictive for all
  using (case (select current_scope())
    when 'organization' then true
    when 'patient' then patient_id = any (current_patients()) and not exists (
      select from conversation_privacy p
       where p.organization_id = conversation.organization_id and p.conversation_id = conversation.id and p.lifted_at is null
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
    when 'patient' then patient_id = any (current_patients()) and not exists (
      select from conversation_privacy p
       where p.organization_id = conversation.organization_id and p.conversation_id = conversation.id
         and (coalesce(p.reader_id, conversation.patient_id) = any (current_self())) is not true)
    when 'conversation' then id = any (current_conversations())
    else false end)
  with check (current_scope() = 'organization' or current_scope() = 'patient' and patient_id = any (current_patients())
    or current_scope() = 'conversation' and id = any (current_conversations()));
revoke update (reader_id, since, lifted_at, lifted_by, lifted_reason) on conversation_privacy from bedside_app;
alter table conversation_privacy drop column lifted_reason, drop column lifted_by, drop column lifted_at;
