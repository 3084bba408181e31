-- migrate:up

create table journal (
  organization_id  uuid not null,
  id               uuid not null,
  at               timestamptz not null,
  xid              xid8 not null default pg_current_xact_id(),
  seq              bigint generated always as identity,
  boot_id          uuid not null,
  boot_count       bigint not null,
  event            text not null,
  action           text not null check (action in ('C', 'R', 'U', 'D', 'E')),
  outcome          text not null default 'success' check (outcome in ('success', 'denied', 'failed')),
  refusal          text,
  actor_kind       text not null check (actor_kind in ('staff', 'patient', 'related-person', 'visitor', 'system', 'client', 'unknown')),
  actor_id         text,
  on_behalf_of     uuid,
  role             text not null,
  purpose          text not null check (purpose in ('TREAT', 'HPAYMT', 'HOPERAT', 'ETREAT', 'PATRQT', 'HSYSADMIN')),
  identity_level   text not null default 'none',
  session_id       uuid,
  source_address   inet,
  request_id       uuid not null,
  route            text,
  resource_kind    text not null,
  resource_id      uuid,
  conversation_id  uuid,
  patient_id       uuid,
  patient_count    integer not null default 0,
  field_classes    text[] not null default '{}',
  policy_version   smallint not null default 1,
  detail           jsonb,
  primary key (organization_id, at, id)
) partition by range (at);
comment on table journal is 'Every change of state and every read of a patient''s data, append only (FHIR AuditEvent). Holds ids, codes and numbers; never a person''s words.';
comment on column journal.xid is 'Readers follow (xid, seq) below the oldest running transaction, so a late commit cannot slip under the mark.';
comment on column journal.detail is 'Codes, numbers and ids of the event; types in server/platform/journal.ts admit no free text.';

create table journal_default partition of journal default;
create index journal_feed on journal (organization_id, xid, seq) where conversation_id is not null and action <> 'R';
create index journal_of_conversation on journal (organization_id, conversation_id, at) where conversation_id is not null and action <> 'R';
create index journal_of_patient on journal (organization_id, patient_id, at desc) where patient_id is not null;

create table journal_patient (
  organization_id  uuid not null,
  patient_id       uuid not null,
  at               timestamptz not null,
  journal_id       uuid not null,
  primary key (organization_id, patient_id, at, journal_id)
);
comment on table journal_patient is 'The patients of a journal row that is about several (a list, a search).';

-- migrate:down
drop table journal_patient, journal;
