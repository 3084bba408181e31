-- migrate:up

-- An own organization comes before the demonstration wherever an address names none.
alter table auth.organization_door add column is_demonstration boolean not null default false;

-- A change of role or rights ends the sessions of that member: what was issued before it is over (trust-D11).
alter table staff_member add column sessions_from timestamptz not null default '-infinity';
comment on column staff_member.sessions_from is 'Sessions of this member issued before it are over: set by a change of role or rights.';
alter table session drop constraint session_end_reason_check;
alter table session add constraint session_end_reason_check
  check (end_reason in ('signed-out', 'signed-out-everywhere', 'level-changed', 'factor-changed', 'too-many-tries'));

create table auth.password_reset (
  id               uuid primary key,
  email            text not null check (char_length(email) <= 320),
  token_hash       bytea unique,
  account_id       text references auth.account (id),
  requested_at     timestamptz not null,
  expires_at       timestamptz not null,
  used_at          timestamptz
);
comment on table auth.password_reset is 'A new password was asked for. Known and unknown e-mails leave the same row; the hash comes with the sending.';
create index password_reset_by_email on auth.password_reset (email, requested_at desc);
create index password_reset_by_age on auth.password_reset (requested_at);
grant select, insert, update, delete on auth.password_reset to bedside_app;

-- migrate:down
drop table auth.password_reset;
alter table session drop constraint session_end_reason_check;
alter table session add constraint session_end_reason_check
  check (end_reason in ('signed-out', 'signed-out-everywhere', 'level-changed', 'factor-changed', 'membership-ended', 'role-changed', 'too-many-tries'));
alter table staff_member drop column sessions_from;
alter table auth.organization_door drop column is_demonstration;
