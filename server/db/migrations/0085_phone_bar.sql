-- migrate:up

-- An inbound call and who has it on the telephone (decision 0246).
alter table call
  add column answered_at timestamptz,
  add column answered_by uuid,
  add column outcome_at timestamptz,
  add constraint call_answered_by foreign key (organization_id, answered_by) references staff_member (organization_id, id),
  add constraint call_outcome_is_of_somebody check (outcome_at is null or answered_by is not null),
  drop constraint call_state_check,
  drop constraint call_ends_once,
  drop constraint call_that_waits_waits_since;
alter table call
  add constraint call_state_check check (state in ('menu', 'queued', 'ringing', 'talking', 'recording', 'talked', 'voicemail', 'call_back',
    'hung_up', 'abandoned', 'no_answer', 'busy', 'machine', 'failed')),
  add constraint call_ends_once check ((state in ('menu', 'queued', 'ringing', 'talking', 'recording')) = (ended_at is null)),
  add constraint call_that_waits_waits_since check (state not in ('queued', 'ringing', 'talking') or queued_at is not null);
create index call_without_outcome on call (organization_id, answered_by) where answered_by is not null and outcome_at is null;
comment on column call.answered_at is 'When a telephone of ours picked up, as the carrier told.';
comment on column call.answered_by is 'Who said that he has this call on the telephone. The carrier knows telephones and no people.';
comment on column call.outcome_at is 'When that person said what came of it, or that there is nothing to note.';

-- migrate:down
drop index call_without_outcome;
alter table call no force row level security;
update call set state = 'ringing' where state = 'talking';
alter table call force row level security;
alter table call
  drop constraint call_state_check,
  drop constraint call_ends_once,
  drop constraint call_that_waits_waits_since,
  drop constraint call_outcome_is_of_somebody,
  drop constraint call_answered_by,
  drop column answered_at,
  drop column answered_by,
  drop column outcome_at;
alter table call
  add constraint call_state_check check (state in ('menu', 'queued', 'ringing', 'recording', 'talked', 'voicemail', 'call_back', 'hung_up',
    'abandoned', 'no_answer', 'busy', 'machine', 'failed')),
  add constraint call_ends_once check ((state in ('menu', 'queued', 'ringing', 'recording')) = (ended_at is null)),
  add constraint call_that_waits_waits_since check (state not in ('queued', 'ringing') or queued_at is not null);
