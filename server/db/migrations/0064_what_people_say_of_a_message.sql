-- migrate:up

-- A message changes its conversation by a merge, a split, and their undo. What people said of it had the conversation written down beside it,
-- and stayed behind: it was read with the labels of a conversation in which the message was no more. It is read with the message now.
drop policy label_isolation on decision_review;
alter table decision_review drop column conversation_id;
create policy label_isolation on decision_review as restrictive
  using (exists (select from message m where m.organization_id = decision_review.organization_id and m.id = decision_review.message_id))
  with check (exists (select from message m where m.organization_id = decision_review.organization_id and m.id = decision_review.message_id));

drop policy label_isolation on understanding_label;
alter table understanding_label drop column conversation_id;
create policy label_isolation on understanding_label as restrictive
  using (exists (select from message m where m.organization_id = understanding_label.organization_id and m.id = understanding_label.message_id))
  with check (exists (select from message m where m.organization_id = understanding_label.organization_id and m.id = understanding_label.message_id));

-- In which conversations the language model was asked, for the overview of the assistant.
create index journal_llm on journal (organization_id, at) where event = 'llm.asked';

-- migrate:down

drop index journal_llm;

drop policy label_isolation on understanding_label;
alter table understanding_label add column conversation_id uuid;
alter table message no force row level security;
alter table understanding_label no force row level security;
update understanding_label l set conversation_id = m.conversation_id from message m where m.organization_id = l.organization_id and m.id = l.message_id;
alter table understanding_label force row level security;
alter table understanding_label alter column conversation_id set not null,
  add constraint understanding_label_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id);
create policy label_isolation on understanding_label as restrictive
  using (exists (select from conversation c where c.organization_id = understanding_label.organization_id and c.id = understanding_label.conversation_id))
  with check (exists (select from conversation c where c.organization_id = understanding_label.organization_id and c.id = understanding_label.conversation_id));

drop policy label_isolation on decision_review;
alter table decision_review add column conversation_id uuid;
alter table decision_review no force row level security;
update decision_review r set conversation_id = m.conversation_id from message m where m.organization_id = r.organization_id and m.id = r.message_id;
alter table decision_review force row level security;
alter table message force row level security;
alter table decision_review alter column conversation_id set not null,
  add constraint decision_review_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id);
create policy label_isolation on decision_review as restrictive
  using (exists (select from conversation c where c.organization_id = decision_review.organization_id and c.id = decision_review.conversation_id))
  with check (exists (select from conversation c where c.organization_id = decision_review.organization_id and c.id = decision_review.conversation_id));
