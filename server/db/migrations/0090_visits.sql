-- migrate:up

-- Comes with PostgreSQL and is trusted: the owner of the database may create it.
create extension if not exists btree_gist;

create table appointment (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  patient_id       uuid not null,
  site_id          uuid not null,
  what             text not null constraint appointment_what_is_short check (char_length(what) between 1 and 80),
  status           text not null constraint appointment_status_check check (status in ('booked', 'cancelled')),
  start_at         timestamptz not null,
  end_at           timestamptz not null,
  wall_time        text not null constraint appointment_wall_time_is_local check (wall_time ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$'),
  time_zone        text not null,
  booked_at        timestamptz not null,
  booked_by        uuid,
  cancelled_at     timestamptz,
  cancelled_by     text constraint appointment_cancelled_by_check check (cancelled_by in ('staff', 'portal', 'sms')),
  cancel_reason    text constraint appointment_cancel_reason_check check (cancel_reason in ('illness', 'transport', 'cost', 'time', 'better', 'elsewhere',
    'clinic', 'other')),
  version          integer not null default 1,
  sequence         integer not null default 0,
  primary key (organization_id, id),
  constraint appointment_patient foreign key (organization_id, patient_id) references patient (organization_id, id),
  constraint appointment_site foreign key (organization_id, site_id) references site (organization_id, id),
  constraint appointment_booked_by foreign key (organization_id, booked_by) references staff_member (organization_id, id),
  constraint appointment_ends_after_it_starts check (end_at > start_at),
  constraint appointment_cancelled_says_how check ((status = 'cancelled') = (cancelled_at is not null)
    and (cancelled_at is null) = (cancelled_by is null) and (cancelled_at is null) = (cancel_reason is null)),
  constraint patient_is_at_one_visit exclude using gist (organization_id with =, patient_id with =, tstzrange(start_at, end_at) with &&)
    where (status = 'booked')
);
comment on table appointment is 'A visit of a patient as staff noted it (FHIR Appointment). Which times are free is known by the clinic''s book, outside (decision 0251).';
comment on column appointment.what is 'What it is for, in words of staff: behind sign-in only, in no text message.';
comment on column appointment.wall_time is 'What the clock of the site shows at the start: what was promised, should rules of the zone change.';
comment on column appointment.sequence is 'How often start, end or status changed, as calendar files count it.';
create index appointment_of_patient on appointment (organization_id, patient_id, start_at);

create table reminder_step (
  organization_id  uuid not null references organization (organization_id),
  appointment_id   uuid not null,
  step             text not null constraint reminder_step_step_check check (step in ('two-days', 'two-hours')),
  start_at         timestamptz not null,
  due_at           timestamptz not null,
  state            text not null constraint reminder_step_state_check check (state in ('planned', 'handed', 'withdrawn', 'skipped')),
  cause            text,
  address          text constraint reminder_step_address_check check (address ~ '^\+[0-9]{4,15}$'),
  conversation_id  uuid,
  message_id       uuid,
  settled_at       timestamptz,
  primary key (organization_id, appointment_id, step, start_at),
  constraint reminder_step_appointment foreign key (organization_id, appointment_id) references appointment (organization_id, id),
  constraint reminder_step_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id),
  constraint reminder_step_message foreign key (organization_id, message_id) references message (organization_id, id),
  constraint reminder_step_planned_is_open check ((state = 'planned') = (settled_at is null)),
  constraint reminder_step_skipped_says_why check ((state = 'skipped') = (cause is not null)),
  constraint reminder_step_handed_says_where check ((state = 'handed') = (message_id is not null) and (message_id is null) = (conversation_id is null)
    and (message_id is null) = (address is null))
);
comment on table reminder_step is 'A text that tells a visit: one for each step of the plan and start, so that none is written twice. Several visits may be told by one message.';
comment on column reminder_step.cause is 'Why it was skipped: a code of the gate, TOO_LATE or NO_NUMBER.';
create index reminder_step_due on reminder_step (organization_id, due_at) where state = 'planned';
create index reminder_step_of_number on reminder_step (organization_id, address, settled_at) where address is not null;
create index reminder_step_of_conversation on reminder_step (organization_id, conversation_id) where conversation_id is not null;

create table visit_question (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  address          text not null constraint visit_question_address_check check (address ~ '^\+[0-9]{4,15}$'),
  appointment_id   uuid not null,
  version          integer not null,
  conversation_id  uuid not null,
  message_id       uuid not null,
  asked_at         timestamptz not null,
  until_at         timestamptz not null,
  answered_at      timestamptz,
  answered_by      uuid,
  answer           text constraint visit_question_answer_check check (answer in ('cancelled', 'texts')),
  primary key (organization_id, id),
  constraint visit_question_appointment foreign key (organization_id, appointment_id) references appointment (organization_id, id),
  constraint visit_question_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id),
  constraint visit_question_message foreign key (organization_id, message_id) references message (organization_id, id),
  constraint visit_question_answered_by foreign key (organization_id, answered_by) references message (organization_id, id),
  constraint visit_question_is_answered_by_a_message check ((answered_at is null) = (answered_by is null) and (answered_at is null) = (answer is null))
);
comment on table visit_question is 'CANCEL after a text about one visit: was the visit meant, or the texts (desk-D40)? A figure from the same number, in the same conversation, answers it once.';
comment on column visit_question.version is 'Of the visit when it was asked: of one that changed since, the answer means nothing.';
comment on column visit_question.message_id is 'That said CANCEL.';
create index visit_question_of_number on visit_question (organization_id, address, asked_at) where answered_at is null;

alter table appointment enable row level security;
alter table appointment force row level security;
alter table reminder_step enable row level security;
alter table reminder_step force row level security;
alter table visit_question enable row level security;
alter table visit_question force row level security;
grant select, insert, update on appointment, reminder_step, visit_question to bedside_app;
create policy organization_isolation on appointment for all
  using (appointment.organization_id = current_organization())
  with check (appointment.organization_id = current_organization());
create policy patient_isolation on appointment as restrictive for all
  using ((current_scope() = 'organization' or (current_scope() = 'patient' and appointment.patient_id = any (current_patients()))))
  with check (current_scope() = 'organization');
create policy organization_isolation on reminder_step for all
  using (reminder_step.organization_id = current_organization())
  with check (reminder_step.organization_id = current_organization());
create policy organization_scope on reminder_step as restrictive for all
  using (current_scope() = 'organization')
  with check (current_scope() = 'organization');
create policy organization_isolation on visit_question for all
  using (visit_question.organization_id = current_organization())
  with check (visit_question.organization_id = current_organization());
create policy organization_scope on visit_question as restrictive for all
  using (current_scope() = 'organization')
  with check (current_scope() = 'organization');

-- migrate:down
drop table visit_question, reminder_step, appointment;
drop extension btree_gist;
