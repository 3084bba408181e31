-- migrate:up

alter table staff_member add column on_call_number text
  constraint staff_on_call_number_is_e164 check (on_call_number ~ '^\+[1-9][0-9]{6,14}$');
comment on column staff_member.on_call_number is 'Where a text message finds this person outside work: asked when nobody accepts a red flag and the duty is on call (decision 0229). Set by the person alone.';

-- A check of identity that was made in a call is over with it (desk-D9): each sure level asks for the calls of its conversation.
create index call_of_conversation on call (organization_id, conversation_id) where conversation_id is not null;

-- migrate:down
drop index call_of_conversation;

alter table staff_member drop column on_call_number;
