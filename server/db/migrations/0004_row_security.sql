-- migrate:up

-- Each table of this schema: forced row security, led by the organization. A test reads the catalogue and names what lacks it.
do $$
declare t text;
begin
  for t in
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname not like 'kysely%' and c.relname <> 'migration'
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy organization_isolation on %I using (organization_id = current_organization()) with check (organization_id = current_organization())', t);
  end loop;
end $$;

-- A patient's transaction sees only that patient's rows; a visitor's only its conversation. Not set: nothing.
create policy patient_isolation on patient as restrictive
  using (current_scope() = 'organization' or (current_scope() = 'patient' and id = any (current_patients())))
  with check (current_scope() = 'organization' or (current_scope() = 'patient' and id = any (current_patients())));

create policy patient_isolation on consent as restrictive
  using (current_scope() = 'organization' or (current_scope() = 'patient' and patient_id = any (current_patients())))
  with check (current_scope() = 'organization' or (current_scope() = 'patient' and patient_id = any (current_patients())));

create policy patient_isolation on contact_point as restrictive
  using (current_scope() = 'organization' or (current_scope() = 'patient' and patient_id = any (current_patients())))
  with check (current_scope() = 'organization' or (current_scope() = 'patient' and patient_id = any (current_patients())));

create policy patient_isolation on related_person as restrictive
  using (current_scope() = 'organization' or (current_scope() = 'patient' and patient_id = any (current_patients())))
  with check (current_scope() = 'organization' or (current_scope() = 'patient' and patient_id = any (current_patients())));

create policy patient_isolation on proxy_link as restrictive
  using (current_scope() = 'organization' or (current_scope() = 'patient' and patient_id = any (current_patients())))
  with check (current_scope() = 'organization' or (current_scope() = 'patient' and patient_id = any (current_patients())));

create policy patient_isolation on conversation as restrictive
  using (current_scope() = 'organization'
    or (current_scope() = 'patient' and patient_id = any (current_patients()))
    or (current_scope() = 'conversation' and id = any (current_conversations())))
  with check (current_scope() = 'organization'
    or (current_scope() = 'patient' and patient_id = any (current_patients()))
    or (current_scope() = 'conversation' and id = any (current_conversations())));

create policy label_isolation on conversation as restrictive
  using (labels <@ current_labels())
  with check (labels <@ current_labels());

-- What hangs on a conversation is seen through the conversation; a note or a held answer is never seen outside the organization.
create policy patient_isolation on message as restrictive
  using (current_scope() = 'organization'
    or (direction in ('in', 'out') and held_until is null and cancelled_at is null and exists (
      select from conversation c where c.organization_id = message.organization_id and c.id = message.conversation_id)))
  with check (current_scope() = 'organization');

create policy patient_isolation on attachment as restrictive
  using (current_scope() = 'organization'
    or (message_id is not null and exists (
      select from message m where m.organization_id = attachment.organization_id and m.id = attachment.message_id)))
  with check (current_scope() = 'organization');

create policy patient_isolation on conversation_seen as restrictive
  using (current_scope() = 'organization'
    or (reader_kind <> 'staff' and exists (
      select from conversation c where c.organization_id = conversation_seen.organization_id and c.id = conversation_seen.conversation_id)))
  with check (current_scope() = 'organization'
    or (reader_kind <> 'staff' and exists (
      select from conversation c where c.organization_id = conversation_seen.organization_id and c.id = conversation_seen.conversation_id)));

create policy patient_isolation on safety_alert as restrictive
  using (current_scope() = 'organization'
    or exists (select from conversation c where c.organization_id = safety_alert.organization_id and c.id = safety_alert.conversation_id))
  with check (current_scope() = 'organization');

create policy patient_isolation on delivery as restrictive
  using (current_scope() = 'organization'
    or exists (select from conversation c where c.organization_id = delivery.organization_id and c.id = delivery.conversation_id))
  with check (current_scope() = 'organization');

-- A patient reads the journal rows about himself ("who saw my record"), and writes rows of his own doing.
create policy patient_isolation on journal as restrictive for select
  using (current_scope() = 'organization' or (current_scope() = 'patient' and (patient_id = any (current_patients()) or exists (
    select from journal_patient p where p.organization_id = journal.organization_id and p.at = journal.at and p.journal_id = journal.id
      and p.patient_id = any (current_patients())))));
create policy patient_isolation on journal_patient as restrictive for select
  using (current_scope() = 'organization' or (current_scope() = 'patient' and patient_id = any (current_patients())));

-- Tables that only the organization's own transactions touch.
do $$
declare t text;
begin
  foreach t in array array['portal_account', 'party', 'understanding', 'inbox_entry', 'raw_message', 'set_aside', 'draft', 'delivery_step', 'mention',
    'canned_reply', 'canned_reply_variant', 'identity_check', 'verification_code', 'visitor', 'mailbox_count', 'queue', 'queue_member', 'channel_account']
  loop
    execute format('create policy organization_scope on %I as restrictive using (current_scope() = ''organization'') with check (current_scope() = ''organization'')', t);
  end loop;
end $$;

grant usage on schema public to bedside_app;
grant select, insert, update, delete on all tables in schema public to bedside_app;
-- What is history is only added to.
-- A partition is reached through its parent only: the parent's policies do not cover direct access.
revoke all on journal_default from bedside_app;
revoke update, delete on journal, journal_patient, understanding, raw_message, delivery_step from bedside_app;
grant select on organization, site to bedside_report;
grant select on journal, journal_patient to bedside_linker;

-- migrate:down
do $$
declare p record;
begin
  for p in select schemaname, tablename, policyname from pg_policies where schemaname = 'public' loop
    execute format('drop policy %I on %I.%I', p.policyname, p.schemaname, p.tablename);
  end loop;
end $$;
