-- migrate:up

-- What was proved of a caller counts until the call, or the next about the matter, has ended (trust-D17): looked up for each check of a caller.
create index call_of_conversation on call (organization_id, conversation_id) where conversation_id is not null;
comment on column conversation.sender is
  'Who wrote last, as its channel proved it: patient:<id>, related-person:<id>, visitor:<id>, walk-in:<id>, address:<value>, unproven:<value>, call:<call>:<number>, unproven-call:<call>:<value>.';

-- migrate:down

comment on column conversation.sender is
  'Who wrote last, as its channel proved it: patient:<id>, related-person:<id>, visitor:<id>, address:<value>, unproven:<value>.';
drop index call_of_conversation;
