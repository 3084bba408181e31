-- migrate:up

-- What a transaction says of itself, set by the first statement of each transaction (server/platform/database.ts).
-- After COMMIT a transaction-local setting reads as '', never as the value before it: hence nullif. Unset means: no row.
create function current_organization() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.organization', true), '')::uuid;
comment on function current_organization() is 'The one organization whose rows this transaction may see and write.';

-- 'organization': staff and the corridor. 'patient': only the patients in app.patients. 'conversation': only app.conversations.
create function current_scope() returns text language sql stable parallel safe
  return nullif(current_setting('app.scope', true), '');

create function current_patients() returns uuid[] language sql stable parallel safe
  return string_to_array(nullif(current_setting('app.patients', true), ''), ',')::uuid[];

create function current_conversations() returns uuid[] language sql stable parallel safe
  return string_to_array(nullif(current_setting('app.conversations', true), ''), ',')::uuid[];

-- Sensitivity labels that this transaction may read; '-' stands for "none beyond unlabelled rows".
create function current_labels() returns text[] language sql stable parallel safe
  return string_to_array(nullif(current_setting('app.labels', true), ''), ',');

create table organization (
  organization_id  uuid primary key,
  name             text not null check (char_length(name) between 1 and 200),
  slug             text not null check (slug ~ '^[a-z0-9-]{2,60}$'),
  country          text not null default 'US' check (country ~ '^[A-Z]{2}$'),
  language         text not null default 'en',
  languages        text[] not null default '{en,es}',
  is_demonstration boolean not null default false,
  settings         jsonb not null default '{}',
  outbound_on      boolean not null default false,
  created_at       timestamptz not null default now()
);
comment on table organization is 'A provider organization (FHIR Organization). Nothing of one is ever seen by another.';
comment on column organization.outbound_on is 'A new installation and a restored backup start with outbound off.';

create table site (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  name             text not null check (char_length(name) between 1 and 200),
  time_zone        text not null,
  country          text not null default 'US' check (country ~ '^[A-Z]{2}$'),
  language         text not null default 'en',
  address          text not null default '',
  phone            text not null default '',
  opening_hours    jsonb not null default '{}',
  primary key (organization_id, id),
  constraint site_name_is_used_once unique (organization_id, name)
);
comment on table site is 'A place of the organization (FHIR Location).';

create table staff_member (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  account_id       text,
  email            text not null check (email = lower(email)),
  given            text not null,
  family           text not null,
  role             text not null check (role in ('agent', 'front_desk', 'nurse', 'clinician', 'billing', 'supervisor', 'administrator')),
  duties           text[] not null default '{}',
  languages        text[] not null default '{en}',
  site_id          uuid,
  labels           text[] not null default '{}',
  undo_seconds     smallint not null default 10 check (undo_seconds between 0 and 30),
  is_accepting     boolean not null default true,
  on_duty          boolean not null default true,
  state            text not null default 'planned' check (state in ('planned', 'active', 'ended')),
  starts_at        timestamptz not null default now(),
  ended_at         timestamptz,
  version          integer not null default 1,
  primary key (organization_id, id),
  constraint staff_site foreign key (organization_id, site_id) references site (organization_id, id),
  constraint staff_email_is_used_once unique (organization_id, email)
);
comment on table staff_member is 'A person in a role here (FHIR PractitionerRole). Ended is final: a new row is made.';
create unique index staff_account_is_one_member on staff_member (organization_id, account_id) where state <> 'ended';

create table patient (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  record_number    text not null,
  given            text not null check (char_length(given) between 1 and 200),
  family           text not null check (char_length(family) between 1 and 200),
  birth_date       date not null,
  gender           text not null default 'unknown' check (gender in ('female', 'male', 'other', 'unknown')),
  language         text not null default 'en',
  reading_level    text not null default 'plain' check (reading_level in ('plain', 'standard')),
  site_id          uuid,
  time_zone        text,
  confidential_channel text check (confidential_channel in ('portal-chat', 'email', 'sms', 'voice')),
  is_active        boolean not null default true,
  deceased_on      date,
  version          integer not null default 1,
  created_at       timestamptz not null default now(),
  primary key (organization_id, id),
  constraint patient_site foreign key (organization_id, site_id) references site (organization_id, id),
  constraint patient_record_number_is_used_once unique (organization_id, record_number)
);
comment on table patient is 'FHIR Patient.';
create index patient_by_name on patient (organization_id, lower(family), lower(given), id);

create table related_person (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  patient_id       uuid not null,
  given            text not null,
  family           text not null,
  relationship     text not null,
  language         text not null default 'en',
  created_at       timestamptz not null default now(),
  primary key (organization_id, id),
  constraint related_person_of_patient foreign key (organization_id, patient_id) references patient (organization_id, id)
);
comment on table related_person is 'Somebody who is near a patient (FHIR RelatedPerson); may speak for the patient only by a proxy link.';
create index related_person_by_patient on related_person (organization_id, patient_id);

create table proxy_link (
  organization_id   uuid not null references organization (organization_id),
  id                uuid not null,
  patient_id        uuid not null,
  related_person_id uuid not null,
  scope             text[] not null check (scope <@ '{schedule,messages,clinical,billing}'),
  basis             text not null,
  state             text not null default 'proposed' check (state in ('proposed', 'active', 'revoked', 'expired')),
  starts_at         timestamptz not null,
  ends_at           timestamptz,
  primary key (organization_id, id),
  constraint proxy_patient foreign key (organization_id, patient_id) references patient (organization_id, id),
  constraint proxy_person foreign key (organization_id, related_person_id) references related_person (organization_id, id)
);
create index proxy_link_by_person on proxy_link (organization_id, related_person_id);
create index proxy_link_by_patient on proxy_link (organization_id, patient_id);

create table portal_account (
  organization_id   uuid not null references organization (organization_id),
  account_id        text not null,
  patient_id        uuid,
  related_person_id uuid,
  created_at        timestamptz not null default now(),
  primary key (organization_id, account_id),
  constraint portal_account_is_one_person check (num_nonnulls(patient_id, related_person_id) = 1),
  constraint portal_account_patient foreign key (organization_id, patient_id) references patient (organization_id, id),
  constraint portal_account_person foreign key (organization_id, related_person_id) references related_person (organization_id, id)
);
comment on table portal_account is 'Which person of this organization a sign-in account stands for.';

create table contact_point (
  organization_id   uuid not null references organization (organization_id),
  id                uuid not null,
  patient_id        uuid,
  related_person_id uuid,
  system            text not null check (system in ('email', 'sms', 'phone')),
  value             text not null check (char_length(value) between 3 and 320),
  use               text not null default 'home' check (use in ('home', 'mobile', 'work', 'old')),
  rank              smallint not null default 1,
  state             text not null default 'active' check (state in ('active', 'bouncing', 'blocked', 'reassigned', 'detached')),
  verified_at       timestamptz,
  changed_at        timestamptz not null,
  allows_plain      boolean not null default false,
  version           integer not null default 1,
  primary key (organization_id, id),
  constraint contact_point_is_one_persons check (num_nonnulls(patient_id, related_person_id) = 1),
  constraint contact_point_patient foreign key (organization_id, patient_id) references patient (organization_id, id),
  constraint contact_point_person foreign key (organization_id, related_person_id) references related_person (organization_id, id)
);
comment on table contact_point is 'FHIR ContactPoint. Value is normalized: lower-case mail address, E.164 number. Several persons may share one.';
comment on column contact_point.allows_plain is 'The person agreed to health content in plain mail or text here; otherwise a link is sent (desk-D37).';
create index contact_point_by_value on contact_point (organization_id, system, value);
create index contact_point_by_patient on contact_point (organization_id, patient_id);
create index contact_point_by_person on contact_point (organization_id, related_person_id);

create table consent (
  organization_id   uuid not null references organization (organization_id),
  id                uuid not null,
  patient_id        uuid not null,
  contact_point_id  uuid,
  kind              text not null default 'channel_purpose' check (kind in ('channel_purpose', 'plain_mail', 'disclosure', 'research', 'recording')),
  purpose           text not null check (purpose in ('reply', 'care', 'billing', 'feedback', 'outreach', 'security', 'emergency')),
  channel           text not null check (channel in ('portal-chat', 'widget', 'email', 'sms', 'voice')),
  provision         text not null check (provision in ('permit', 'deny')),
  state             text not null default 'active' check (state in ('active', 'inactive', 'entered_in_error')),
  text_version      text not null,
  language          text not null,
  given_at          timestamptz not null,
  given_by          text not null,
  ended_at          timestamptz,
  primary key (organization_id, id),
  constraint consent_patient foreign key (organization_id, patient_id) references patient (organization_id, id),
  constraint consent_contact_point foreign key (organization_id, contact_point_id) references contact_point (organization_id, id)
);
comment on table consent is 'FHIR Consent: what the person agreed to, per purpose and channel, with the text version and language shown.';
create unique index consent_is_one_per_purpose_and_channel on consent (organization_id, patient_id, kind, purpose, channel) where state = 'active';

-- migrate:down
drop table consent, contact_point, portal_account, proxy_link, related_person, patient, staff_member, site, organization;
drop function current_labels(), current_conversations(), current_patients(), current_scope(), current_organization();
