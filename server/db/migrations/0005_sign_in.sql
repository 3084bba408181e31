-- migrate:up

-- Sign-in. What belongs to an account of any organization lies in the schema `auth`, outside row security (the reasons stand in
-- server/db/rls-exceptions.ts); none of it says who is a patient. Sessions, codes and invitations belong to one organization.
create schema auth;

create table auth.organization_door (
  slug             text primary key check (slug ~ '^[a-z0-9-]{2,60}$'),
  organization_id  uuid not null unique
);
comment on table auth.organization_door is 'Which organization an address of ours leads to; asked before anybody is known.';

create table auth.account (
  id               text primary key,
  kind             text not null check (kind in ('staff', 'patient')),
  email            text unique check (email = lower(email)),
  password_hash    text,
  totp_sealed      bytea,
  totp_pending     bytea,
  totp_last_step   bigint not null default 0,
  state            text not null default 'active' check (state in ('active', 'disabled', 'closed')),
  sessions_from    timestamptz not null default '-infinity',
  created_at       timestamptz not null,
  constraint account_of_a_patient_holds_no_address check (kind = 'staff' or (email is null and password_hash is null))
);
comment on table auth.account is 'Who can sign in. A patient''s account is only an id: the person stands in portal_account.';
comment on column auth.account.sessions_from is 'Sessions issued before it are over, in every organization: how one signs out everywhere.';
comment on column auth.account.totp_last_step is 'The newest time step whose code was used: a code works once.';

create table auth.membership (
  account_id       text not null references auth.account (id),
  organization_id  uuid not null,
  primary key (account_id, organization_id)
);
comment on table auth.membership is 'Where a member of staff may have a role; whether the role is live says staff_member.';

create table auth.recovery_code (
  account_id       text not null references auth.account (id),
  code_hash        bytea not null,
  used_at          timestamptz,
  primary key (account_id, code_hash)
);

create table auth.passkey (
  id               uuid primary key,
  account_id       text not null references auth.account (id),
  credential_id    text not null unique,
  public_key       bytea not null,
  counter          bigint not null,
  transports       text[] not null default '{}',
  name             text not null check (char_length(name) between 1 and 60),
  added_at         timestamptz not null,
  last_used_at     timestamptz
);
create index passkey_by_account on auth.passkey (account_id);

create table auth.passkey_challenge (
  id               uuid primary key,
  challenge        text not null,
  purpose          text not null check (purpose in ('sign-in', 'add', 'step-up')),
  account_id       text references auth.account (id),
  expires_at       timestamptz not null
);
comment on table auth.passkey_challenge is 'Good once: using one deletes it.';
create index passkey_challenge_by_end on auth.passkey_challenge (expires_at);

create table auth.guess (
  key              bytea primary key,
  failures         integer not null,
  next_at          timestamptz not null,
  last_at          timestamptz not null
);
comment on table auth.guess is 'Wrong tries per account and per source, each under a keyed hash; known and unknown accounts alike.';
create index guess_by_age on auth.guess (last_at);

create table auth.setup_link (
  token_hash       bytea primary key,
  expires_at       timestamptz not null,
  used_at          timestamptz
);
comment on table auth.setup_link is 'The one-time link that the first start prints: whoever holds it makes the first organization.';

create table session (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  token_hash       bytea not null,
  account_id       text not null,
  level            text not null check (level in ('half', 'full')),
  staff_id         uuid,
  method           text not null check (method in ('password', 'totp', 'recovery-code', 'passkey', 'code', 'invitation', 'setup')),
  browser          text not null default 'other',
  system           text not null default 'other',
  tries            smallint not null default 0,
  signed_in_at     timestamptz not null,
  issued_at        timestamptz not null,
  active_at        timestamptz not null,
  ends_at          timestamptz not null,
  step_up_until    timestamptz,
  ended_at         timestamptz,
  end_reason       text check (end_reason in ('signed-out', 'signed-out-everywhere', 'level-changed', 'factor-changed', 'membership-ended', 'role-changed', 'too-many-tries')),
  primary key (organization_id, id),
  constraint session_token_is_used_once unique (organization_id, token_hash),
  constraint session_staff foreign key (organization_id, staff_id) references staff_member (organization_id, id),
  constraint session_end_has_a_reason check ((ended_at is null) = (end_reason is null))
);
comment on table session is 'A sign-in on one device. The browser holds the token, here is its hash. A change of level makes a new row.';
create index session_by_account on session (organization_id, account_id) where ended_at is null;

create table sign_in_code (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  system           text not null check (system in ('email', 'sms')),
  value            text not null check (char_length(value) between 3 and 320),
  session_id       uuid,
  language         text not null default 'en',
  code_hash        bytea,
  tries            smallint not null default 0,
  requested_at     timestamptz not null,
  expires_at       timestamptz not null,
  used_at          timestamptz,
  paused_until     timestamptz,
  primary key (organization_id, id)
);
comment on table sign_in_code is 'A code asked for at the portal''s door or for stepping up. Known and unknown addresses leave the same row; the hash comes with the sending.';
create index sign_in_code_by_value on sign_in_code (organization_id, value, requested_at desc);
create index sign_in_code_by_age on sign_in_code (organization_id, requested_at);

create table staff_invitation (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  staff_id         uuid not null,
  token_hash       bytea not null,
  invited_by       uuid,
  expires_at       timestamptz not null,
  used_at          timestamptz,
  withdrawn_at     timestamptz,
  primary key (organization_id, id),
  constraint staff_invitation_token_is_used_once unique (organization_id, token_hash),
  constraint staff_invitation_staff foreign key (organization_id, staff_id) references staff_member (organization_id, id)
);
create index staff_invitation_by_staff on staff_invitation (organization_id, staff_id);

create table notice (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  key              text not null check (char_length(key) <= 200),
  system           text not null check (system in ('email', 'sms', 'phone')),
  address          text not null check (char_length(address) between 3 and 320),
  template         text not null,
  language         text not null,
  values_sealed    bytea,
  state            text not null default 'queued' check (state in ('queued', 'sending', 'handed_over', 'failed', 'unknown', 'dropped')),
  cause            text,
  attempt          smallint not null default 0,
  made_at          timestamptz not null,
  good_until       timestamptz not null,
  changed_at       timestamptz not null,
  primary key (organization_id, id),
  constraint notice_is_made_once unique (organization_id, key)
);
comment on table notice is 'A short security text on its way: a code, a link, word of a change. Its values are sealed and gone once it is settled.';

-- An account may stand for a patient and, beside it, for the related person that the same human is to other patients.
alter table portal_account drop constraint portal_account_pkey;
alter table portal_account add column person_id uuid generated always as (coalesce(patient_id, related_person_id)) stored;
alter table portal_account add primary key (organization_id, account_id, person_id);
create unique index portal_account_is_one_patient on portal_account (organization_id, account_id) where patient_id is not null;
create unique index portal_account_of_patient on portal_account (organization_id, patient_id) where patient_id is not null;
create unique index portal_account_of_person on portal_account (organization_id, related_person_id) where related_person_id is not null;
comment on table portal_account is 'Which persons of this organization a sign-in account stands for: one patient at most, and related persons.';

-- A new address of the portal waits as `detached` until its code came back; it replaces another only then.
alter table contact_point add column replaces_id uuid;
alter table contact_point add column changed_by text not null default 'staff' check (changed_by in ('staff', 'self'));
comment on column contact_point.changed_by is 'A person changes one address at the portal per sign-in, and a sign-in lasts 24 hours at most (trust-D18).';
alter table contact_point add constraint contact_point_replaces foreign key (organization_id, replaces_id) references contact_point (organization_id, id);
do $$
declare t text;
begin
  foreach t in array array['session', 'sign_in_code', 'staff_invitation', 'notice'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy organization_isolation on %I using (organization_id = current_organization()) with check (organization_id = current_organization())', t);
    execute format('create policy organization_scope on %I as restrictive using (current_scope() = ''organization'') with check (current_scope() = ''organization'')', t);
    execute format('grant select, insert, update, delete on %I to bedside_app', t);
  end loop;
end $$;

grant usage on schema auth to bedside_app;
grant select, insert, update, delete on all tables in schema auth to bedside_app;
revoke update, delete on auth.organization_door from bedside_app;

-- migrate:down
alter table contact_point drop constraint contact_point_replaces;
alter table contact_point drop column replaces_id, drop column changed_by;
drop index portal_account_of_person, portal_account_of_patient, portal_account_is_one_patient;
alter table portal_account drop constraint portal_account_pkey;
alter table portal_account drop column person_id;
alter table portal_account add primary key (organization_id, account_id);
drop table notice, staff_invitation, sign_in_code, session;
drop schema auth cascade;
