-- migrate:up

create table assistant_answer (
  organization_id  uuid not null references organization (organization_id),
  message_id       uuid not null,
  conversation_id  uuid not null,
  question_id      uuid not null,
  article_id       uuid not null,
  article_version  int not null,
  thumb            text check (thumb in ('up', 'down')),
  thumb_at         timestamptz,
  is_noted         boolean not null default false,
  primary key (organization_id, message_id),
  constraint assistant_answer_message foreign key (organization_id, message_id) references message (organization_id, id),
  constraint assistant_answer_question foreign key (organization_id, question_id) references message (organization_id, id),
  constraint assistant_answer_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id),
  constraint a_thumb_has_a_time check ((thumb is null) = (thumb_at is null))
);
comment on table assistant_answer is 'Which approved article answered which message in a chat, and whether it helped. Whoever was answered may say so and take it back.';
comment on column assistant_answer.is_noted is 'That it did not help stands in the report of unanswered questions.';
create index assistant_answer_down on assistant_answer (organization_id, thumb_at desc) where thumb = 'down';
create index assistant_answer_of_question on assistant_answer (organization_id, question_id);

alter table assistant_answer enable row level security;
alter table assistant_answer force row level security;
create policy organization_isolation on assistant_answer using (organization_id = current_organization()) with check (organization_id = current_organization());
create policy patient_isolation on assistant_answer as restrictive
  using (current_scope() = 'organization' or exists (select from message m where m.organization_id = assistant_answer.organization_id and m.id = assistant_answer.message_id))
  with check (current_scope() = 'organization');
grant select, insert, update on assistant_answer to bedside_app;

alter table decision_review drop constraint decision_review_because_check,
  add constraint decision_review_because_check check (because in ('emergency', 'self-care', 'sample', 'thumbs-down'));

-- migrate:down

delete from decision_review where because = 'thumbs-down';
alter table decision_review drop constraint decision_review_because_check,
  add constraint decision_review_because_check check (because in ('emergency', 'self-care', 'sample'));
drop table assistant_answer;
