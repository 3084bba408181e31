-- migrate:up

-- Nobody was there any more, by the clock of the screen (decision 0141).
alter table session drop constraint session_end_reason_check;
alter table session add constraint session_end_reason_check
  check (end_reason in ('signed-out', 'signed-out-everywhere', 'level-changed', 'factor-changed', 'too-many-tries', 'timed-out'));

-- migrate:down
alter table session no force row level security;
update session set end_reason = 'signed-out' where end_reason = 'timed-out';
alter table session force row level security;
alter table session drop constraint session_end_reason_check;
alter table session add constraint session_end_reason_check
  check (end_reason in ('signed-out', 'signed-out-everywhere', 'level-changed', 'factor-changed', 'too-many-tries'));
