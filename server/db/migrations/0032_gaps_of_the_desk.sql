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
create policy patient_isolation on call_back as restrictive
  using (current_scope() = 'organization' or (current_scope() = 'patient' and exists (
    select from conversation c where c.organization_id = call_back.organization_id and c.id = call_back.conversation_id)))
  with check (current_scope() = 'organization');

-- Which organizations give work out by themselves is asked every few seconds, of all at once: so it stands where no row security is.
alter table auth.organization_door add column gives_out_work boolean not null default false;
comment on column auth.organization_door.gives_out_work is 'As the newest routing_policy has it; kept by a trigger there.';
grant update (gives_out_work) on auth.organization_door to bedside_app;
create function tell_door_of_routing() returns trigger language plpgsql as $$
begin
  update auth.organization_door set gives_out_work = new.is_automatic where organization_id = new.organization_id;
  return null;
end $$;
create trigger routing_policy_is_told_at_the_door after insert on routing_policy for each row execute function tell_door_of_routing();
alter table routing_policy no force row level security;
update auth.organization_door d set gives_out_work = true
 where (select p.is_automatic from routing_policy p where p.organization_id = d.organization_id order by p.version desc limit 1);
alter table routing_policy force row level security;

-- migrate:down
drop trigger routing_policy_is_told_at_the_door on routing_policy;
drop function tell_door_of_routing();
alter table auth.organization_door drop column gives_out_work;
drop policy patient_isolation on call_back;
create policy organization_scope on call_back as restrictive using (current_scope() = 'organization') with check (current_scope() = 'organization');
alter table call no force row level security;
update call set state = 'no_answer' where state = 'machine';
alter table call force row level security;
alter table call drop constraint call_state_check;
alter table call add constraint call_state_check check (state in
  ('menu', 'queued', 'ringing', 'recording', 'talked', 'voicemail', 'call_back', 'hung_up', 'abandoned', 'no_answer', 'busy', 'failed'));
comment on column call.state is null;
alter table rule_webhook drop column earlier_until, drop column earlier_sealed;
