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

-- What a patient was writing when the session ended: the device keeps nothing then (trust-D21).
create table patient_draft (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  author_id        uuid not null,
  conversation_id  uuid,
  subject          text not null default '' check (char_length(subject) <= 200),
  text             text not null check (char_length(text) <= 10000),
  saved_at         timestamptz not null,
  primary key (organization_id, id),
  constraint patient_draft_is_one_per_author_and_conversation unique nulls not distinct (organization_id, author_id, conversation_id),
  constraint patient_draft_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id)
);
comment on table patient_draft is 'Unsent words of a patient or related person, read by nobody else; gone when they are taken up again.';
alter table patient_draft enable row level security;
alter table patient_draft force row level security;
create policy organization_isolation on patient_draft
  using (organization_id = current_organization()) with check (organization_id = current_organization());
create policy organization_scope on patient_draft as restrictive
  using (current_scope() = 'organization') with check (current_scope() = 'organization');
grant select, insert, update, delete on patient_draft to bedside_app;

-- migrate:down
drop table patient_draft;
drop table auth.password_reset;
alter table session drop constraint session_end_reason_check;
alter table session add constraint session_end_reason_check
  check (end_reason in ('signed-out', 'signed-out-everywhere', 'level-changed', 'factor-changed', 'membership-ended', 'role-changed', 'too-many-tries'));
alter table staff_member drop column sessions_from;
alter table auth.organization_door drop column is_demonstration;
