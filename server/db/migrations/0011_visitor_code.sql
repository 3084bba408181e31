-- migrate:up

-- A visitor may say who he is before he writes the first word: the code then belongs to the visitor, and later to the conversation.
alter table verification_code add visitor_id uuid;
alter table verification_code add constraint verification_code_visitor
  foreign key (organization_id, visitor_id) references visitor (organization_id, id);
create index verification_code_of_visitor on verification_code (organization_id, visitor_id, sent_at desc);
drop index verification_code_of_conversation;

alter table visitor add verified_at timestamptz;
comment on column visitor.verified_at is 'When a code was right; the level itself is kept with the conversation.';

-- migrate:down
alter table visitor drop verified_at;
create index verification_code_of_conversation on verification_code (organization_id, conversation_id, sent_at desc);
alter table verification_code drop visitor_id;
