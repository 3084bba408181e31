-- migrate:up

alter table message add column answer_to text, add constraint message_answer_to_is_short check (char_length(answer_to) <= 320);
comment on column message.answer_to is 'Where a mail asks for its answers, other than at its sender: shown, and answered by an agent''s choice alone.';

create index attachment_unused on attachment (organization_id, received_at) where message_id is null and draft_id is null;

-- migrate:down
drop index attachment_unused;
alter table message drop column answer_to;
