-- migrate:up

create table voice_line (
  organization_id  uuid not null references organization (organization_id),
  account_id       uuid not null,
  carrier_account  text not null check (char_length(carrier_account) between 1 and 100),
  secret_sealed    bytea not null,
  api_url          text not null check (char_length(api_url) <= 500 and api_url ~ '^https?://'),
  desk_number      text check (desk_number ~ '^\+[0-9]{4,15}$'),
  calls_at_once    smallint not null default 1 check (calls_at_once between 1 and 50),
  is_transcribed   boolean not null default false,
  changed_at       timestamptz not null,
  primary key (organization_id, account_id),
  constraint voice_line_account foreign key (organization_id, account_id) references channel_account (organization_id, id)
);
comment on table voice_line is 'How one number of ours takes calls: the account at its carrier, and the telephone at the desk that rings. Without a desk number nobody can pick up (desk-D61, decision 0080).';
comment on column voice_line.is_transcribed is 'The carrier writes down what it understood of a voicemail; words are waited for.';

create table call (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  account_id       uuid not null,
  direction        text not null check (direction in ('in', 'out')),
  carrier_call_id  text check (carrier_call_id ~ '^[A-Za-z0-9]{2,64}$'),
  address          text not null check (char_length(address) <= 100),
  is_usable        boolean not null,
  state            text not null check (state in ('menu', 'queued', 'ringing', 'recording', 'talked', 'voicemail', 'call_back', 'hung_up', 'abandoned', 'no_answer', 'busy', 'failed')),
  flow             jsonb not null,
  turn             integer not null default 0,
  language         text not null,
  consent          text check (consent in ('given', 'refused', 'told')),
  consent_at       timestamptz,
  conversation_id  uuid,
  call_back_id     uuid,
  started_at       timestamptz not null,
  queued_at        timestamptz,
  ringing_at       timestamptz,
  ended_at         timestamptz,
  primary key (organization_id, id),
  constraint call_account foreign key (organization_id, account_id) references channel_account (organization_id, id),
  constraint call_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id),
  constraint call_is_taken_once unique (organization_id, account_id, carrier_call_id),
  constraint call_consent_has_its_time check ((consent is null) = (consent_at is null)),
  constraint call_that_waits_waits_since check (state not in ('queued', 'ringing') or queued_at is not null),
  constraint call_ends_once check ((state in ('menu', 'queued', 'ringing', 'recording')) = (ended_at is null))
);
comment on table call is 'Every attempt to call, in or out, with how it ended (desk-D63). What was said is in messages of its conversation, never here.';
create index call_open on call (organization_id, account_id, queued_at) where ended_at is null;
create index call_of_line on call (organization_id, account_id, started_at);
create index call_of_call_back on call (organization_id, call_back_id, started_at) where call_back_id is not null;

create table call_event (
  organization_id  uuid not null,
  call_id          uuid not null,
  event_key        text not null check (char_length(event_key) <= 120),
  at               timestamptz not null,
  kind             text not null check (kind in ('arrived', 'pressed', 'said', 'silent', 'asked', 'queued', 'rang', 'recorded', 'transcribed', 'ended')),
  detail           text check (char_length(detail) <= 60),
  primary key (organization_id, call_id, event_key),
  constraint call_event_call foreign key (organization_id, call_id) references call (organization_id, id)
);
comment on table call_event is 'What a carrier told of a call, once: the same told again finds its key. Codes and keys pressed, no words.';

create table voicemail (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  call_id          uuid not null,
  recording_id     text not null check (recording_id ~ '^[A-Za-z0-9]{2,64}$'),
  url              text not null check (char_length(url) <= 2000),
  seconds          integer not null check (seconds between 0 and 36000),
  state            text not null check (state in ('waiting', 'taken')),
  transcript       text check (char_length(transcript) <= 20000),
  tries            smallint not null default 0,
  message_id       uuid,
  received_at      timestamptz not null,
  primary key (organization_id, id),
  constraint voicemail_call foreign key (organization_id, call_id) references call (organization_id, id),
  constraint voicemail_message foreign key (organization_id, message_id) references message (organization_id, id),
  constraint voicemail_is_taken_once unique (organization_id, call_id, recording_id),
  constraint voicemail_is_taken_as_a_message check ((state = 'taken') = (message_id is not null))
);
comment on table voicemail is 'A recording that a carrier keeps for us, until it is a message with its audio. Stored before the carrier hears that we have it (desk-D63).';

create table call_back (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  conversation_id  uuid not null,
  address          text not null check (address ~ '^\+[0-9]{4,15}$'),
  language         text not null,
  state            text not null check (state in ('open', 'done', 'given_up', 'cancelled')),
  place_since      timestamptz not null,
  due_at           timestamptz not null,
  tries            smallint not null default 0 check (tries between 0 and 3),
  requests         smallint not null default 1 check (requests > 0),
  reached_at       timestamptz,
  outcome          text check (char_length(outcome) between 1 and 500),
  settled_by       uuid,
  settled_at       timestamptz,
  version          integer not null default 1,
  primary key (organization_id, id),
  constraint call_back_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id),
  constraint call_back_settled_by foreign key (organization_id, settled_by) references staff_member (organization_id, id),
  constraint call_back_is_settled_once check ((state = 'open') = (settled_at is null))
);
comment on table call_back is 'A promise to call somebody back (FHIR Task): when, how often it was tried, how it ended. Requests for one number join (desk-D62).';
create unique index number_is_called_back_once on call_back (organization_id, address) where state = 'open';
create index call_back_due on call_back (organization_id, due_at, id) where state = 'open';
create index call_back_of_conversation on call_back (organization_id, conversation_id);
alter table call add constraint call_call_back foreign key (organization_id, call_back_id) references call_back (organization_id, id);

do $$
declare t text;
begin
  foreach t in array array['voice_line', 'call', 'call_event', 'voicemail', 'call_back'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy organization_isolation on %I using (organization_id = current_organization()) with check (organization_id = current_organization())', t);
    execute format('create policy organization_scope on %I as restrictive using (current_scope() = ''organization'') with check (current_scope() = ''organization'')', t);
    execute format('grant select, insert, update, delete on %I to bedside_app', t);
  end loop;
end $$;

-- migrate:down
alter table call drop constraint call_call_back;
drop table call_back, voicemail, call_event, call, voice_line;
