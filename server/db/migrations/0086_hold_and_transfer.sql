-- migrate:up

-- What the desk asks of a call that is under way (decision 0246).
alter table call
  add column held_at timestamptz,
  add column desk_number text check (desk_number ~ '^\+[0-9]{4,15}$'),
  add column asked text check (asked in ('hold', 'go-on', 'transfer')),
  add column asked_at timestamptz,
  add column transfer_to uuid,
  add column transfer_queue uuid,
  add column transfer_number text check (transfer_number ~ '^\+[0-9]{4,15}$'),
  add constraint call_transfer_queue foreign key (organization_id, transfer_queue) references queue (organization_id, id),
  add constraint call_is_passed_on_to_one check (num_nonnulls(transfer_to, transfer_queue) = num_nonnulls(transfer_number)),
  add constraint call_transfer_to foreign key (organization_id, transfer_to) references staff_member (organization_id, id),
  add constraint call_asked_has_its_time check ((asked is null) = (asked_at is null)),
  drop constraint call_state_check,
  drop constraint call_ends_once,
  drop constraint call_that_waits_waits_since;
alter table call
  add constraint call_state_check check (state in ('menu', 'queued', 'ringing', 'talking', 'held', 'recording', 'talked', 'voicemail', 'call_back',
    'hung_up', 'abandoned', 'no_answer', 'busy', 'machine', 'failed')),
  add constraint call_ends_once check ((state in ('menu', 'queued', 'ringing', 'talking', 'held', 'recording')) = (ended_at is null)),
  add constraint call_that_waits_waits_since check (state not in ('queued', 'ringing', 'talking', 'held') or queued_at is not null);
comment on column call.held_at is 'Since when the caller is on hold.';
comment on column call.desk_number is 'The telephone of whoever has the call: it rings again after a hold, and where a transfer is answered by nobody.';
comment on column call.asked is 'What the desk asked of the carrier and the carrier has not come back about.';
comment on column call.transfer_number is 'The telephone that rings for whom it is passed on to, until somebody there has pressed the key.';

-- migrate:down
alter table call no force row level security;
update call set state = 'ringing' where state = 'held';
alter table call force row level security;
alter table call
  drop constraint call_state_check,
  drop constraint call_ends_once,
  drop constraint call_that_waits_waits_since,
  drop constraint call_asked_has_its_time,
  drop constraint call_is_passed_on_to_one,
  drop constraint call_transfer_queue,
  drop constraint call_transfer_to,
  drop column transfer_number,
  drop column transfer_queue,
  drop column transfer_to,
  drop column asked_at,
  drop column asked,
  drop column desk_number,
  drop column held_at;
alter table call
  add constraint call_state_check check (state in ('menu', 'queued', 'ringing', 'talking', 'recording', 'talked', 'voicemail', 'call_back',
    'hung_up', 'abandoned', 'no_answer', 'busy', 'machine', 'failed')),
  add constraint call_ends_once check ((state in ('menu', 'queued', 'ringing', 'talking', 'recording')) = (ended_at is null)),
  add constraint call_that_waits_waits_since check (state not in ('queued', 'ringing', 'talking') or queued_at is not null);
