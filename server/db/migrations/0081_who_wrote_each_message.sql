-- migrate:up

-- A question that waits while this is made was asked of nobody we know: whoever we are surely of may answer it, and for the others a nurse is called as before.
alter table safety_dialogue add column sender text constraint safety_dialogue_sender_is_short check (char_length(sender) <= 400);
comment on column safety_dialogue.sender is 'Whose words it reads together, and whom it asks: as of conversation.sender. Somebody else who writes in the conversation answers nothing of it.';

alter table message add column sender text constraint message_sender_is_short check (char_length(sender) <= 400);
comment on column message.sender is 'Who wrote what came in, as of conversation.sender: an answer goes there. Null: ours, or of a time when it was not kept.';

-- migrate:down

alter table message drop column sender;
alter table safety_dialogue drop column sender;
