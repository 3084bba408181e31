-- migrate:up

-- A call with picture and sound of one conversation (decision 0261).
create table visit_room (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  conversation_id  uuid not null,
  patient_id       uuid not null,
  appointment_id   uuid,
  invited_by       uuid not null,
  invited_at       timestamptz not null,
  until_at         timestamptz not null,
  met_at           timestamptz,
  empty_since      timestamptz,
  ended_at         timestamptz,
  end_reason       text constraint visit_room_end_reason_check check (end_reason in ('withdrawn', 'expired', 'ended', 'empty', 'time', 'moved')),
  primary key (organization_id, id),
  constraint visit_room_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id),
  constraint visit_room_patient foreign key (organization_id, patient_id) references patient (organization_id, id),
  constraint visit_room_appointment foreign key (organization_id, appointment_id) references appointment (organization_id, id),
  constraint visit_room_invited_by foreign key (organization_id, invited_by) references staff_member (organization_id, id),
  constraint visit_room_end_says_why check ((ended_at is null) = (end_reason is null))
);
comment on table visit_room is 'A call with picture and sound between the desk and the patient''s side. Browsers speak to each other; no picture and no sound comes here.';
comment on column visit_room.patient_id is 'Who was invited: where the conversation becomes another''s, the room ends.';
comment on column visit_room.until_at is 'Until when somebody may come, as long as both sides have not met.';
comment on column visit_room.met_at is 'When somebody of each side was in it first.';
create unique index visit_room_is_one_of_a_conversation on visit_room (organization_id, conversation_id) where ended_at is null;
create index visit_room_open on visit_room (organization_id, id) where ended_at is null;

create table visit_room_seat (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  room_id          uuid not null,
  person_kind      text not null constraint visit_room_seat_person_kind_check check (person_kind in ('staff', 'patient', 'related-person')),
  person_id        uuid not null,
  joined_at        timestamptz not null,
  seen_at          timestamptz not null,
  left_at          timestamptz,
  has_sound        boolean not null,
  has_picture      boolean not null,
  said             smallint not null default 0,
  said_since       timestamptz,
  primary key (organization_id, id),
  constraint visit_room_seat_room foreign key (organization_id, room_id) references visit_room (organization_id, id) on delete cascade
);
comment on table visit_room_seat is 'One browser in a visit room. Who goes on in another browser leaves the first one without a word.';
comment on column visit_room_seat.seen_at is 'The last beat: a browser that says nothing for half a minute is gone.';
comment on column visit_room_seat.said is 'Signals since said_since: how many one browser may send in ten seconds is limited.';
create unique index visit_room_seat_is_one_of_a_person on visit_room_seat (organization_id, room_id, person_id) where left_at is null;
create index visit_room_seat_of_staff on visit_room_seat (organization_id, joined_at) where person_kind = 'staff';

create table visit_room_signal (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  from_seat        uuid not null,
  to_seat          uuid not null,
  kind             text not null constraint visit_room_signal_kind_check check (kind in ('offer', 'answer', 'candidates', 'again')),
  text             text not null constraint visit_room_signal_is_short check (char_length(text) <= 16000),
  sent_at          timestamptz not null,
  primary key (organization_id, id),
  constraint visit_room_signal_from foreign key (organization_id, from_seat) references visit_room_seat (organization_id, id) on delete cascade,
  constraint visit_room_signal_to foreign key (organization_id, to_seat) references visit_room_seat (organization_id, id) on delete cascade
);
comment on table visit_room_signal is 'What one browser tells another so that they find each other. Gone when it is taken, or after a minute.';
create index visit_room_signal_to_seat on visit_room_signal (organization_id, to_seat, id);

alter table visit_room enable row level security;
alter table visit_room force row level security;
alter table visit_room_seat enable row level security;
alter table visit_room_seat force row level security;
alter table visit_room_signal enable row level security;
alter table visit_room_signal force row level security;
grant select, insert, update, delete on visit_room, visit_room_seat, visit_room_signal to bedside_app;
create policy organization_isolation on visit_room for all
  using (visit_room.organization_id = current_organization())
  with check (visit_room.organization_id = current_organization());
create policy label_isolation on visit_room as restrictive for all
  using (exists (select from conversation where conversation.organization_id = visit_room.organization_id and conversation.id = visit_room.conversation_id))
  with check (exists (select from conversation where conversation.organization_id = visit_room.organization_id and conversation.id = visit_room.conversation_id));
create policy patient_isolation on visit_room as restrictive for all
  using ((current_scope() = 'organization' or (current_scope() = 'patient' and visit_room.patient_id = any (current_patients()))))
  with check (current_scope() = 'organization');
create policy organization_isolation on visit_room_seat for all
  using (visit_room_seat.organization_id = current_organization())
  with check (visit_room_seat.organization_id = current_organization());
create policy organization_scope on visit_room_seat as restrictive for all
  using (current_scope() = 'organization')
  with check (current_scope() = 'organization');
create policy organization_isolation on visit_room_signal for all
  using (visit_room_signal.organization_id = current_organization())
  with check (visit_room_signal.organization_id = current_organization());
create policy organization_scope on visit_room_signal as restrictive for all
  using (current_scope() = 'organization')
  with check (current_scope() = 'organization');

-- migrate:down
drop table visit_room_signal, visit_room_seat, visit_room;
