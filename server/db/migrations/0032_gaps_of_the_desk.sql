-- migrate:up

alter table rule_webhook
  add column earlier_sealed bytea,
  add column earlier_until timestamptz,
  add constraint earlier_secret_has_an_end check ((earlier_sealed is null) = (earlier_until is null));
comment on column rule_webhook.earlier_sealed is 'The secret before this one, which signs too until `earlier_until` (decision 0135).';

alter table call drop constraint call_state_check;
alter table call add constraint call_state_check check (state in
  ('menu', 'queued', 'ringing', 'recording', 'talked', 'voicemail', 'call_back', 'hung_up', 'abandoned', 'no_answer', 'busy', 'machine', 'failed'));
comment on column call.state is 'machine: a call of ours that a voicemail box picked up; nobody was reached.';

-- A patient sees the calls that were promised in conversations he sees; what becomes of one is written by the corridor (decision 0136).
drop policy organization_scope on call_back;
create policy seen_with_its_conversation on call_back as restrictive for select
  using (current_scope() = 'organization' or (current_scope() = 'patient' and exists (
    select from conversation c where c.organization_id = call_back.organization_id and c.id = call_back.conversation_id)));
create policy inserted_by_the_organization on call_back as restrictive for insert with check (current_scope() = 'organization');
create policy changed_by_the_organization on call_back as restrictive for update using (current_scope() = 'organization') with check (current_scope() = 'organization');
create policy deleted_by_the_organization on call_back as restrictive for delete using (current_scope() = 'organization');

-- migrate:down
drop policy deleted_by_the_organization on call_back;
drop policy changed_by_the_organization on call_back;
drop policy inserted_by_the_organization on call_back;
drop policy seen_with_its_conversation on call_back;
create policy organization_scope on call_back as restrictive using (current_scope() = 'organization') with check (current_scope() = 'organization');
update call set state = 'no_answer' where state = 'machine';
alter table call drop constraint call_state_check;
alter table call add constraint call_state_check check (state in
  ('menu', 'queued', 'ringing', 'recording', 'talked', 'voicemail', 'call_back', 'hung_up', 'abandoned', 'no_answer', 'busy', 'failed'));
comment on column call.state is null;
alter table rule_webhook drop column earlier_until, drop column earlier_sealed;
