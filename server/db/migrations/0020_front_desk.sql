-- migrate:up

create table front_desk_device (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  site_id          uuid not null,
  kind             text not null check (kind in ('kiosk', 'display')),
  name             text not null check (char_length(name) between 1 and 60),
  code_hash        bytea,
  code_until       timestamptz,
  secret_hash      bytea,
  created_by       uuid not null,
  created_at       timestamptz not null,
  opened_at        timestamptz,
  last_used_at     timestamptz,
  revoked_at       timestamptz,
  primary key (organization_id, id),
  constraint front_desk_device_site foreign key (organization_id, site_id) references site (organization_id, id),
  constraint front_desk_device_created_by foreign key (organization_id, created_by) references staff_member (organization_id, id),
  constraint device_code_has_an_end check ((code_hash is null) = (code_until is null)),
  constraint revoked_device_opens_nothing check (revoked_at is null or (code_hash is null and secret_hash is null))
);
comment on table front_desk_device is 'A kiosk or a public display of one site. Its code opens one browser once; that browser then holds a secret in a cookie. Only hashes are kept (desk-D64).';

create table front_desk_count (
  organization_id  uuid not null references organization (organization_id),
  site_id          uuid not null,
  day              date not null,
  letter           text not null check (letter ~ '^[A-Z]$'),
  last_number      int not null check (last_number between 1 and 9999),
  primary key (organization_id, site_id, day, letter),
  constraint front_desk_count_site foreign key (organization_id, site_id) references site (organization_id, id)
);
comment on table front_desk_count is 'The last queue number that was given at a site on its local day; counted up in the transaction of the turn, so that no number is missing (decision 0085).';

create table front_desk_turn (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  site_id          uuid not null,
  day              date not null,
  letter           text not null check (letter ~ '^[A-Z]$'),
  number           int not null check (number between 1 and 9999),
  queue_id         uuid not null,
  conversation_id  uuid not null,
  message_id       uuid,
  is_first         boolean not null,
  reason           text not null check (reason in ('visit', 'unwell', 'billing', 'other')),
  urgency          text not null check (urgency in ('routine', 'urgent', 'asap', 'stat')),
  urgency_rank     smallint generated always as (case urgency when 'stat' then 3 when 'asap' then 2 when 'urgent' then 1 else 0 end) stored,
  language         text not null,
  state            text not null check (state in ('waiting', 'called', 'serving', 'done', 'left', 'moved')),
  ahead            smallint not null check (ahead >= 0),
  calls            smallint not null default 0 check (calls between 0 and 3),
  room             text check (char_length(room) between 1 and 20),
  device_id        uuid,
  taken_by         uuid,
  taken_at         timestamptz not null,
  first_called_at  timestamptz,
  called_at        timestamptz,
  serving_at       timestamptz,
  staff_id         uuid,
  ended_at         timestamptz,
  primary key (organization_id, id),
  constraint front_desk_turn_site foreign key (organization_id, site_id) references site (organization_id, id),
  constraint front_desk_turn_queue foreign key (organization_id, queue_id) references queue (organization_id, id),
  constraint front_desk_turn_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id),
  constraint front_desk_turn_device foreign key (organization_id, device_id) references front_desk_device (organization_id, id),
  constraint front_desk_turn_taken_by foreign key (organization_id, taken_by) references staff_member (organization_id, id),
  constraint front_desk_turn_staff foreign key (organization_id, staff_id) references staff_member (organization_id, id),
  constraint ended_turn_has_an_end check ((state in ('done', 'left', 'moved')) = (ended_at is not null)),
  constraint called_turn_has_a_room check (state not in ('called', 'serving') or (room is not null and called_at is not null and staff_id is not null and first_called_at is not null)),
  constraint served_turn_has_a_beginning check (state not in ('serving', 'done') or serving_at is not null)
);
comment on table front_desk_turn is 'Somebody at the front desk with a queue number. Who it is stands in the conversation, never here; a moved turn goes on in another row with the same number (decision 0085).';
create unique index queue_number_is_given_once on front_desk_turn (organization_id, site_id, day, letter, number) where state <> 'moved';
create unique index turn_is_taken_once on front_desk_turn (organization_id, message_id) where message_id is not null;
create index front_desk_turn_open on front_desk_turn (organization_id, site_id, day, taken_at, id) where state in ('waiting', 'called', 'serving');
create index front_desk_turn_left on front_desk_turn (organization_id, site_id, day, ended_at desc, id desc) where state = 'left';
create index front_desk_turn_pace on front_desk_turn (organization_id, site_id, queue_id, first_called_at desc) where state in ('serving', 'done') and message_id is not null;
create index front_desk_turn_of_conversation on front_desk_turn (organization_id, conversation_id);
create index front_desk_turn_by_staff on front_desk_turn (organization_id, staff_id, serving_at) where serving_at is not null;

create table staff_call (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  site_id          uuid not null,
  device_id        uuid not null,
  called_at        timestamptz not null,
  settled_at       timestamptz,
  settled_by       uuid,
  primary key (organization_id, id),
  constraint staff_call_site foreign key (organization_id, site_id) references site (organization_id, id),
  constraint staff_call_device foreign key (organization_id, device_id) references front_desk_device (organization_id, id),
  constraint staff_call_settled_by foreign key (organization_id, settled_by) references staff_member (organization_id, id),
  constraint staff_call_is_settled_by_somebody check ((settled_at is null) = (settled_by is null))
);
comment on table staff_call is 'Somebody at a kiosk asked for a person; open until somebody of the desk goes there (desk-D64).';
create unique index device_calls_staff_once on staff_call (organization_id, device_id) where settled_at is null;

create table check_in_code (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  patient_id       uuid not null,
  code_hash        bytea not null,
  method           text not null check (method in ('document-in-person', 'two-facts-and-call-back')),
  issued_by        uuid not null,
  issued_at        timestamptz not null,
  expires_at       timestamptz not null,
  tries            smallint not null default 0 check (tries between 0 and 5),
  used_at          timestamptz,
  primary key (organization_id, id),
  constraint check_in_code_patient foreign key (organization_id, patient_id) references patient (organization_id, id),
  constraint check_in_code_issued_by foreign key (organization_id, issued_by) references staff_member (organization_id, id)
);
comment on table check_in_code is 'A code that staff gave to a person whom they checked; with the birth date it checks the person in at a kiosk, once (decision 0086).';
create unique index check_in_code_is_open_once on check_in_code (organization_id, code_hash) where used_at is null;
create index check_in_code_by_age on check_in_code (organization_id, expires_at);

do $$
declare t text;
begin
  foreach t in array array['front_desk_device', 'front_desk_count', 'front_desk_turn', 'staff_call', 'check_in_code'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy organization_isolation on %I using (organization_id = current_organization()) with check (organization_id = current_organization())', t);
    execute format('create policy organization_scope on %I as restrictive using (current_scope() = ''organization'') with check (current_scope() = ''organization'')', t);
    execute format('grant select, insert, update, delete on %I to bedside_app', t);
  end loop;
end $$;

-- migrate:down
drop table check_in_code, staff_call, front_desk_turn, front_desk_count, front_desk_device;
