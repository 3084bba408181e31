-- migrate:up

create table queue (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  name             text not null check (char_length(name) between 1 and 80),
  kind             text not null check (kind in ('service', 'clinical', 'billing')),
  site_id          uuid,
  languages        text[] not null default '{}',
  first_reply_minutes integer not null default 240 check (first_reply_minutes > 0),
  primary key (organization_id, id),
  constraint queue_site foreign key (organization_id, site_id) references site (organization_id, id),
  constraint queue_name_is_used_once unique (organization_id, name)
);

create table queue_member (
  organization_id  uuid not null,
  queue_id         uuid not null,
  staff_id         uuid not null,
  primary key (organization_id, queue_id, staff_id),
  constraint queue_member_queue foreign key (organization_id, queue_id) references queue (organization_id, id),
  constraint queue_member_staff foreign key (organization_id, staff_id) references staff_member (organization_id, id)
);
create index queue_member_by_staff on queue_member (organization_id, staff_id);

create table channel_account (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  channel          text not null check (channel in ('portal-chat', 'widget', 'email', 'sms', 'voice')),
  name             text not null,
  address          text not null,
  site_id          uuid,
  is_live          boolean not null default true,
  settings         jsonb not null default '{}',
  primary key (organization_id, id),
  constraint channel_account_site foreign key (organization_id, site_id) references site (organization_id, id),
  constraint channel_account_address_is_bound_once unique (organization_id, channel, address)
);
comment on table channel_account is 'A door of the organization: a mailbox, a widget key, a number.';

create table conversation (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  number           text not null check (number ~ '^[0-9A-HJKMNP-TV-Z]{10}$'),
  subject          text not null default '' check (char_length(subject) <= 500),
  state            text not null default 'open' check (state in ('open', 'waiting', 'snoozed', 'resolved', 'closed', 'spam', 'merged')),
  waiting_on       text check (waiting_on in ('patient', 'clinician', 'payer', 'pharmacy', 'laboratory', 'other-office')),
  assignment       text not null default 'unassigned' check (assignment in ('unassigned', 'offered', 'assigned')),
  urgency          text not null default 'routine' check (urgency in ('routine', 'urgent', 'asap', 'stat')),
  urgency_rank     smallint generated always as (case urgency when 'stat' then 3 when 'asap' then 2 when 'urgent' then 1 else 0 end) stored,
  urgency_reason   text check (char_length(urgency_reason) <= 1000),
  topic            text,
  language         text not null default 'und',
  tone             text,
  queue_id         uuid,
  assignee_id      uuid,
  patient_id       uuid,
  related_person_id uuid,
  visitor_id       uuid,
  site_id          uuid,
  channel          text not null check (channel in ('portal-chat', 'widget', 'email', 'sms', 'voice', 'front-desk')),
  labels           text[] not null default '{}',
  tags             text[] not null default '{}',
  last_seq         integer not null default 0,
  last_words       text not null default '' check (char_length(last_words) <= 200),
  last_direction   text not null default 'in',
  last_message_at  timestamptz not null,
  first_message_at timestamptz not null,
  unread_since     timestamptz,
  due_at           timestamptz,
  snoozed_until    timestamptz,
  snoozed_for      text check (snoozed_for in ('result-filed', 'authorization-decided', 'form-returned', 'visit-done')),
  resolved_at      timestamptz,
  merged_into      uuid,
  follows          uuid,
  may_belong_to    uuid,
  may_belong_reason text,
  version          integer not null default 1,
  primary key (organization_id, id),
  constraint conversation_number_is_used_once unique (organization_id, number),
  constraint conversation_patient foreign key (organization_id, patient_id) references patient (organization_id, id),
  constraint conversation_person foreign key (organization_id, related_person_id) references related_person (organization_id, id),
  constraint conversation_queue foreign key (organization_id, queue_id) references queue (organization_id, id),
  constraint conversation_assignee foreign key (organization_id, assignee_id) references staff_member (organization_id, id),
  constraint conversation_site foreign key (organization_id, site_id) references site (organization_id, id),
  constraint conversation_merged_into foreign key (organization_id, merged_into) references conversation (organization_id, id),
  constraint conversation_follows foreign key (organization_id, follows) references conversation (organization_id, id),
  constraint conversation_waits_for_somebody check ((state = 'waiting') = (waiting_on is not null)),
  constraint conversation_sleeps_until check (state <> 'snoozed' or snoozed_until is not null),
  constraint conversation_is_assigned_to_somebody check ((assignment = 'unassigned') = (assignee_id is null))
);
comment on table conversation is 'One matter of one person over all channels (FHIR Communication of a topic). The number is never an access right.';
comment on column conversation.last_words is 'The first 200 characters of the newest message that is not a note, for the list.';
create index conversation_by_age on conversation (organization_id, last_message_at desc, id desc);
create index conversation_active_by_age on conversation (organization_id, last_message_at desc, id desc) where state in ('open', 'waiting', 'snoozed');
create index conversation_unassigned on conversation (organization_id, last_message_at desc, id desc) where state = 'open' and assignee_id is null;
create index conversation_by_assignee on conversation (organization_id, assignee_id, last_message_at desc, id desc) where state in ('open', 'waiting', 'snoozed') and assignee_id is not null;
create index conversation_waiting on conversation (organization_id, last_message_at desc, id desc) where state = 'waiting';
create index conversation_red_flag on conversation (organization_id, last_message_at desc, id desc) where urgency = 'stat' and state in ('open', 'waiting', 'snoozed');
create index conversation_due on conversation (organization_id, due_at, id) where due_at is not null and state = 'open';
create index conversation_snoozed on conversation (organization_id, snoozed_until, id) where state = 'snoozed';
create index conversation_by_patient on conversation (organization_id, patient_id, last_message_at desc) where patient_id is not null;
create index conversation_by_visitor on conversation (organization_id, visitor_id) where visitor_id is not null;

create table party (
  organization_id  uuid not null,
  id               uuid not null,
  conversation_id  uuid not null,
  role             text not null check (role in ('author', 'patient', 'proxy', 'copied', 'staff')),
  patient_id       uuid,
  related_person_id uuid,
  staff_id         uuid,
  visitor_id       uuid,
  address          text,
  display_name     text check (char_length(display_name) <= 320),
  proxy_link_id    uuid,
  token_hash       bytea,
  joined_at        timestamptz not null,
  left_at          timestamptz,
  primary key (organization_id, id),
  constraint party_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id),
  constraint party_patient foreign key (organization_id, patient_id) references patient (organization_id, id),
  constraint party_person foreign key (organization_id, related_person_id) references related_person (organization_id, id),
  constraint party_staff foreign key (organization_id, staff_id) references staff_member (organization_id, id),
  constraint party_proxy foreign key (organization_id, proxy_link_id) references proxy_link (organization_id, id)
);
create index party_of_conversation on party (organization_id, conversation_id);
create index party_by_address on party (organization_id, address) where address is not null;

create table message (
  organization_id  uuid not null,
  id               uuid not null,
  conversation_id  uuid not null,
  seq              integer not null check (seq > 0),
  direction        text not null check (direction in ('in', 'out', 'note', 'event')),
  channel          text not null check (channel in ('portal-chat', 'widget', 'email', 'sms', 'voice', 'front-desk', 'desk')),
  channel_account_id uuid,
  author_kind      text not null check (author_kind in ('patient', 'related-person', 'visitor', 'unknown', 'staff', 'system', 'assistant')),
  author_id        uuid,
  party_id         uuid,
  text             text not null check (char_length(text) <= 1000000),
  trimmed          text,
  safe_html        text,
  subject          text,
  language         text not null default 'und',
  urgency          text not null default 'routine' check (urgency in ('routine', 'urgent', 'asap', 'stat')),
  content_class    text not null default 'clinical' check (content_class in ('service', 'clinical', 'billing')),
  reply_to         uuid,
  external_id      text,
  message_id_token text,
  content_digest   bytea,
  claimed_at       timestamptz,
  received_at      timestamptz not null,
  raw_id           uuid,
  automatic        text not null default 'none' check (automatic in ('none', 'auto_reply', 'bounce', 'list', 'own_echo', 'machine')),
  flags            text[] not null default '{}',
  readers          text[] not null default '{service}' check (readers <@ '{service,clinical,billing,sensitive}'),
  mentions         uuid[] not null default '{}',
  held_until       timestamptz,
  cancelled_at     timestamptz,
  search           tsvector,
  primary key (organization_id, conversation_id, seq),
  constraint message_id_is_used_once unique (organization_id, id),
  constraint message_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id)
);
comment on table message is 'FHIR Communication. Order is seq, gapless in its conversation; the claimed date of a sender never orders anything.';
create index message_by_external_id on message (organization_id, external_id) where external_id is not null;
create index message_search on message using gin (search);

create table understanding (
  organization_id  uuid not null,
  message_id       uuid not null,
  version          smallint not null default 1,
  state            text not null check (state in ('understood', 'not_understood')),
  language         text not null,
  triage_urgency   text not null,
  result           jsonb not null,
  at               timestamptz not null,
  primary key (organization_id, message_id, version)
);
comment on table understanding is 'What the engines said of one message (FHIR GuidanceResponse). Never changed: computed again means a new version.';

create table inbox_entry (
  organization_id  uuid not null,
  source           text not null,
  external_id      text not null,
  content_digest   bytea not null,
  outcome          text not null check (outcome in ('stored', 'duplicate', 'refused', 'set_aside')),
  reason           text,
  message_id       uuid,
  received_at      timestamptz not null,
  repeats          integer not null default 0,
  primary key (organization_id, source, external_id, content_digest)
);
comment on table inbox_entry is 'What a channel handed over, once per source, id and content: exactly-once is this key.';

create table raw_message (
  organization_id  uuid not null,
  id               uuid not null,
  source           text not null,
  bytes            bytea not null,
  received_at      timestamptz not null,
  primary key (organization_id, id)
);
comment on table raw_message is 'The byte-exact original of what came in.';

create table set_aside (
  organization_id  uuid not null,
  id               uuid not null,
  source           text not null,
  external_id      text not null,
  cause            text not null,
  raw_id           uuid,
  state            text not null default 'open' check (state in ('open', 'assigned', 'replayed', 'dismissed')),
  owner_id         uuid,
  reason           text,
  tries            integer not null default 0,
  received_at      timestamptz not null,
  settled_at       timestamptz,
  primary key (organization_id, id),
  constraint set_aside_raw foreign key (organization_id, raw_id) references raw_message (organization_id, id),
  constraint set_aside_owner foreign key (organization_id, owner_id) references staff_member (organization_id, id)
);
comment on table set_aside is 'What could not be understood by its channel: a work list, with the original kept.';
create index set_aside_open on set_aside (organization_id, received_at, id) where state in ('open', 'assigned');

create table attachment (
  organization_id  uuid not null,
  id               uuid not null,
  conversation_id  uuid,
  message_id       uuid,
  draft_id         uuid,
  name             text not null check (char_length(name) between 1 and 255),
  type             text not null,
  size             integer not null check (size >= 0),
  sha256           bytea not null,
  verdict          text not null check (verdict in ('waiting', 'clean', 'infected', 'refused', 'unreadable')),
  reason           text,
  disposition      text not null default 'attachment' check (disposition in ('attachment', 'inline')),
  content_id       text,
  storage_key      text,
  received_at      timestamptz not null,
  primary key (organization_id, id),
  constraint attachment_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id),
  constraint attachment_message foreign key (organization_id, message_id) references message (organization_id, id)
);
create index attachment_of_message on attachment (organization_id, message_id) where message_id is not null;
create index attachment_of_draft on attachment (organization_id, draft_id) where draft_id is not null;

create table draft (
  organization_id  uuid not null,
  id               uuid not null,
  staff_id         uuid not null,
  conversation_id  uuid not null,
  mode             text not null check (mode in ('reply', 'note')),
  text             text not null check (char_length(text) <= 100000),
  device_version   bigint not null default 0,
  saved_at         timestamptz not null,
  other_text       text,
  other_saved_at   timestamptz,
  primary key (organization_id, id),
  constraint draft_is_one_per_person_conversation_and_mode unique (organization_id, staff_id, conversation_id, mode),
  constraint draft_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id),
  constraint draft_staff foreign key (organization_id, staff_id) references staff_member (organization_id, id)
);

create table delivery (
  organization_id  uuid not null,
  id               uuid not null,
  message_id       uuid not null,
  conversation_id  uuid not null,
  party_id         uuid,
  contact_point_id uuid,
  channel          text not null check (channel in ('portal-chat', 'widget', 'email', 'sms', 'voice')),
  address          text,
  purpose          text not null check (purpose in ('reply', 'care', 'billing', 'feedback', 'outreach', 'security', 'emergency')),
  is_automatic     boolean not null default false,
  state            text not null check (state in ('held', 'queued', 'sending', 'handed_over', 'delivered', 'seen', 'blocked', 'cancelled', 'failed', 'unknown')),
  cause            text,
  not_before       timestamptz not null,
  attempt          integer not null default 0,
  lease_until      timestamptz,
  provider_ref     text,
  idempotency_key  text not null,
  changed_at       timestamptz not null,
  primary key (organization_id, id),
  constraint delivery_is_made_once unique (organization_id, idempotency_key),
  constraint delivery_message foreign key (organization_id, message_id) references message (organization_id, id),
  constraint delivery_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id),
  constraint delivery_contact_point foreign key (organization_id, contact_point_id) references contact_point (organization_id, id)
);
comment on table delivery is 'The outbox and the ledger''s head: one row per outbound message, recipient and channel. States go forward only.';
create index delivery_of_message on delivery (organization_id, message_id);
create index delivery_open on delivery (organization_id, not_before) where state in ('held', 'queued', 'sending');
create index delivery_to_check on delivery (organization_id, changed_at) where state in ('unknown', 'failed', 'blocked');

create table delivery_step (
  organization_id  uuid not null,
  delivery_id      uuid not null,
  at               timestamptz not null,
  id               uuid not null,
  state            text not null,
  cause            text,
  attempt          integer not null default 0,
  primary key (organization_id, delivery_id, at, id),
  constraint delivery_step_delivery foreign key (organization_id, delivery_id) references delivery (organization_id, id)
);
comment on table delivery_step is 'The ledger: what was reported of a delivery, in order of arrival; a late lower status is kept and changes nothing.';

create table safety_alert (
  organization_id  uuid not null,
  id               uuid not null,
  conversation_id  uuid not null,
  message_id       uuid not null,
  urgency          text not null check (urgency in ('asap', 'stat')),
  kind             text not null check (kind in ('triage', 'crisis')),
  reason           text not null check (char_length(reason) <= 1000),
  step             smallint not null default 0,
  audience         uuid[] not null default '{}',
  raised_at        timestamptz not null,
  next_step_at     timestamptz,
  accepted_by      uuid,
  accepted_at      timestamptz,
  primary key (organization_id, id),
  constraint safety_alert_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id),
  constraint safety_alert_accepted_by foreign key (organization_id, accepted_by) references staff_member (organization_id, id)
);
comment on table safety_alert is 'A red flag that a person must accept (FHIR Task, stat). Ladder: nurse, second nurse, supervisor, on-call phone; 60 s each (desk-D3).';
create index safety_alert_open on safety_alert (organization_id, next_step_at) where accepted_at is null;
create index safety_alert_of_conversation on safety_alert (organization_id, conversation_id);

create table conversation_seen (
  organization_id  uuid not null,
  conversation_id  uuid not null,
  reader_kind      text not null check (reader_kind in ('staff', 'patient', 'visitor')),
  reader_id        uuid not null,
  seq              integer not null,
  at               timestamptz not null,
  primary key (organization_id, conversation_id, reader_kind, reader_id),
  constraint conversation_seen_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id)
);
comment on table conversation_seen is 'How far a person has read.';

create table mention (
  organization_id  uuid not null,
  staff_id         uuid not null,
  conversation_id  uuid not null,
  message_id       uuid not null,
  at               timestamptz not null,
  settled_at       timestamptz,
  primary key (organization_id, staff_id, message_id),
  constraint mention_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id),
  constraint mention_staff foreign key (organization_id, staff_id) references staff_member (organization_id, id)
);

create table canned_reply (
  organization_id  uuid not null,
  id               uuid not null,
  key              text not null check (key ~ '^[a-z0-9-]{2,60}$'),
  title            text not null,
  topic            text,
  is_clinical      boolean not null default false,
  medical_owner_id uuid,
  valid_until      date,
  version          integer not null default 1,
  primary key (organization_id, id),
  constraint canned_reply_key_is_used_once unique (organization_id, key),
  constraint canned_reply_owner foreign key (organization_id, medical_owner_id) references staff_member (organization_id, id)
);

create table canned_reply_variant (
  organization_id  uuid not null,
  canned_reply_id  uuid not null,
  language         text not null,
  reading_level    text not null default 'plain' check (reading_level in ('plain', 'standard')),
  text             text not null check (char_length(text) between 1 and 10000),
  is_reviewed      boolean not null default false,
  primary key (organization_id, canned_reply_id, language, reading_level),
  constraint canned_reply_variant_of foreign key (organization_id, canned_reply_id) references canned_reply (organization_id, id)
);

create table identity_check (
  organization_id  uuid not null,
  id               uuid not null,
  conversation_id  uuid not null,
  party_id         uuid,
  level            text not null check (level in ('none', 'matched', 'verified', 'verified_for')),
  method           text not null,
  for_patient_id   uuid,
  checked_by       uuid,
  at               timestamptz not null,
  expires_at       timestamptz,
  ended_at         timestamptz,
  primary key (organization_id, id),
  constraint identity_check_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id),
  constraint identity_check_patient foreign key (organization_id, for_patient_id) references patient (organization_id, id)
);
comment on table identity_check is 'How sure we are who writes, per conversation and party; falls to none on expiry, new sender or changed contact point.';
create index identity_check_of_conversation on identity_check (organization_id, conversation_id) where ended_at is null;

create table verification_code (
  organization_id  uuid not null,
  id               uuid not null,
  conversation_id  uuid,
  contact_point_id uuid,
  purpose          text not null check (purpose in ('conversation', 'contact-point')),
  code_hash        bytea not null,
  tries            smallint not null default 0,
  sent_at          timestamptz not null,
  expires_at       timestamptz not null,
  used_at          timestamptz,
  primary key (organization_id, id),
  constraint verification_code_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id),
  constraint verification_code_contact_point foreign key (organization_id, contact_point_id) references contact_point (organization_id, id)
);
create index verification_code_of_conversation on verification_code (organization_id, conversation_id, sent_at desc);

create table visitor (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  channel_account_id uuid not null,
  secret_hash      bytea not null,
  language         text,
  patient_id       uuid,
  created_at       timestamptz not null,
  last_seen_at     timestamptz not null,
  primary key (organization_id, id),
  constraint visitor_channel_account foreign key (organization_id, channel_account_id) references channel_account (organization_id, id),
  constraint visitor_patient foreign key (organization_id, patient_id) references patient (organization_id, id)
);
comment on table visitor is 'A browser that opened the chat widget. The secret is known to that browser only; here is its hash.';

create table mailbox_count (
  organization_id  uuid not null,
  source           text not null,
  hour             timestamptz not null,
  seen             integer not null default 0,
  stored           integer not null default 0,
  duplicate        integer not null default 0,
  refused          integer not null default 0,
  set_aside        integer not null default 0,
  primary key (organization_id, source, hour)
);
comment on table mailbox_count is 'Reconciliation per source and hour: seen = stored + duplicate + refused + set aside (desk-D58).';

-- migrate:down
drop table mailbox_count, visitor, verification_code, identity_check, canned_reply_variant, canned_reply, mention, conversation_seen, safety_alert,
  delivery_step, delivery, draft, attachment, set_aside, raw_message, inbox_entry, understanding, message, party, conversation, channel_account,
  queue_member, queue;
