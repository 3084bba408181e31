-- migrate:up

create table safety_dialogue (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  conversation_id  uuid not null,
  message_id       uuid not null,
  language         text not null check (language in ('en', 'es')),
  subject          text not null check (subject in ('self', 'child', 'named_other', 'unknown')),
  urgency          text not null check (urgency in ('routine', 'urgent', 'asap', 'stat')),
  advised          text check (char_length(advised) <= 100),
  ended            text check (ended in ('answered', 'emergency', 'person', 'unclear')),
  begun_at         timestamptz not null,
  updated_at       timestamptz not null,
  primary key (organization_id, id),
  constraint safety_dialogue_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id),
  constraint safety_dialogue_message foreign key (organization_id, message_id) references message (organization_id, id)
);
create index safety_dialogue_of_conversation on safety_dialogue (organization_id, conversation_id, updated_at);
create unique index safety_dialogue_begins_once_with_a_message on safety_dialogue (organization_id, message_id);
comment on table safety_dialogue is 'Questions and advice that follow a message of a patient (understanding-D28, D32). urgency: what its conversation was made by all of its words and answers so far.';

create table safety_turn (
  organization_id  uuid not null,
  message_id       uuid not null,
  dialogue_id      uuid not null,
  primary key (organization_id, message_id),
  constraint safety_turn_message foreign key (organization_id, message_id) references message (organization_id, id),
  constraint safety_turn_dialogue foreign key (organization_id, dialogue_id) references safety_dialogue (organization_id, id)
);
create index safety_turn_of_dialogue on safety_turn (organization_id, dialogue_id);
comment on table safety_turn is 'A message of the patient that the safety dialogue took: it is read together with the others of its dialogue, and the assistant leaves it alone.';

create table safety_question (
  organization_id    uuid not null,
  id                 uuid not null,
  dialogue_id        uuid not null,
  place              smallint not null check (place between 1 and 4),
  question           text not null check (char_length(question) <= 100),
  tries              smallint not null check (tries between 1 and 2),
  asked_at           timestamptz not null,
  asked_after        uuid not null,
  answer             text check (answer in ('yes', 'no', 'not_sure', 'in_words')),
  answer_message_id  uuid,
  answered_at        timestamptz,
  alerted_at         timestamptz,
  primary key (organization_id, id),
  constraint question_is_asked_once_in_a_dialogue unique (organization_id, dialogue_id, question),
  constraint question_has_its_place unique (organization_id, dialogue_id, place),
  constraint answer_has_its_moment check ((answer is null) = (answered_at is null)),
  constraint safety_question_dialogue foreign key (organization_id, dialogue_id) references safety_dialogue (organization_id, id),
  constraint safety_question_asked_after foreign key (organization_id, asked_after) references message (organization_id, id),
  constraint safety_question_answer_message foreign key (organization_id, answer_message_id) references message (organization_id, id)
);
create unique index one_question_waits_in_a_dialogue on safety_question (organization_id, dialogue_id) where answer is null;
comment on table safety_question is 'A question of the protocol, and what was answered. in_words: a later message told it without being asked. alerted_at: nobody answered in time, and a nurse was called.';

create table held_safety_text (
  organization_id  uuid not null references organization (organization_id),
  message_id       uuid not null,
  text             text not null check (char_length(text) <= 4000),
  language         text not null,
  send_at          timestamptz not null,
  outcome          text check (outcome in ('sent', 'opened', 'repeated')),
  settled_at       timestamptz,
  primary key (organization_id, message_id),
  constraint held_safety_text_message foreign key (organization_id, message_id) references message (organization_id, id),
  constraint outcome_has_its_moment check ((outcome is null) = (settled_at is null))
);
comment on table held_safety_text is 'The safety text of a danger that was told to a person who has the conversation: it is sent if nobody opened it in time (understanding-D73).';

do $$
declare t text;
begin
  foreach t in array array['safety_dialogue', 'safety_turn', 'safety_question', 'held_safety_text'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy organization_isolation on %I using (organization_id = current_organization()) with check (organization_id = current_organization())', t);
    execute format('create policy organization_scope on %I as restrictive using (current_scope() = ''organization'') with check (current_scope() = ''organization'')', t);
    execute format('grant select, insert, update on %I to bedside_app', t);
  end loop;
  -- What was asked and answered tells of a patient as the words do (decision 0140).
  foreach t in array array['safety_dialogue', 'safety_turn', 'held_safety_text'] loop
    execute format('create policy label_isolation on %1$I as restrictive
      using (exists (select from message m where m.organization_id = %1$I.organization_id and m.id = %1$I.message_id))
      with check (exists (select from message m where m.organization_id = %1$I.organization_id and m.id = %1$I.message_id))', t);
  end loop;
end $$;
create policy label_isolation on safety_question as restrictive
  using (exists (select from message m where m.organization_id = safety_question.organization_id and m.id = safety_question.asked_after))
  with check (exists (select from message m where m.organization_id = safety_question.organization_id and m.id = safety_question.asked_after));

-- migrate:down

drop table held_safety_text;
drop table safety_question;
drop table safety_turn;
drop table safety_dialogue;
