-- migrate:up

-- What holds a patient's words, or what was made of them, is read by whom its conversation is (decision 0140). These rows have no copy
-- of the labels: the policy asks for the conversation or the message, whose own policies say whether this reader sees it.
do $$
declare t text;
begin
  foreach t in array array['draft', 'safety_alert'] loop
    execute format('create policy label_isolation on %1$I as restrictive
      using (exists (select from conversation c where c.organization_id = %1$I.organization_id and c.id = %1$I.conversation_id))
      with check (exists (select from conversation c where c.organization_id = %1$I.organization_id and c.id = %1$I.conversation_id))', t);
  end loop;
  -- Begun before there is a conversation.
  foreach t in array array['attachment', 'patient_draft'] loop
    execute format('create policy label_isolation on %1$I as restrictive
      using (case when conversation_id is null then true else exists (
        select from conversation c where c.organization_id = %1$I.organization_id and c.id = %1$I.conversation_id) end)
      with check (case when conversation_id is null then true else exists (
        select from conversation c where c.organization_id = %1$I.organization_id and c.id = %1$I.conversation_id) end)', t);
  end loop;
end $$;
-- Else a file of a message would be taken for one that is of no conversation yet.
alter table attachment no force row level security;
alter table message no force row level security;
update attachment a set conversation_id = m.conversation_id from message m
 where m.organization_id = a.organization_id and m.id = a.message_id and a.conversation_id is null;
alter table message force row level security;
alter table attachment force row level security;
alter table attachment add constraint file_of_a_message_is_of_its_conversation check (message_id is null or conversation_id is not null);

create policy label_isolation on mail_picture as restrictive
  using (exists (select from message m where m.organization_id = mail_picture.organization_id and m.id = mail_picture.message_id))
  with check (exists (select from message m where m.organization_id = mail_picture.organization_id and m.id = mail_picture.message_id));

-- Written with each message and never changed: asked at reading alone, the corridor pays nothing.
create policy label_isolation on understanding as restrictive for select
  using (exists (select from message m where m.organization_id = understanding.organization_id and m.id = understanding.message_id));

-- The original of a message goes with it. What no channel understood is of no conversation: it is a work list until it is sent in anew.
create policy label_isolation on raw_message as restrictive for select
  using (exists (select from message m where m.organization_id = raw_message.organization_id and m.raw_id = raw_message.id)
    or exists (select from set_aside a where a.organization_id = raw_message.organization_id and a.raw_id = raw_message.id and a.state <> 'replayed'));
create index message_of_original on message (organization_id, raw_id) where raw_id is not null;
create index set_aside_of_original on set_aside (organization_id, raw_id) where raw_id is not null;

-- A promise is planned by its time and number, which are nobody's words. How it ended is written by who called.
create policy label_isolation on call_back as restrictive
  using (case when outcome is null then true else exists (
    select from conversation c where c.organization_id = call_back.organization_id and c.id = call_back.conversation_id) end)
  with check (case when outcome is null then true else exists (
    select from conversation c where c.organization_id = call_back.organization_id and c.id = call_back.conversation_id) end);

create policy label_isolation on voicemail as restrictive
  using (case when message_id is not null
    then exists (select from message m where m.organization_id = voicemail.organization_id and m.id = voicemail.message_id)
    else exists (select from call k where k.organization_id = voicemail.organization_id and k.id = voicemail.call_id
      and case when k.conversation_id is null then true else exists (
        select from conversation c where c.organization_id = k.organization_id and c.id = k.conversation_id) end) end)
  with check (case when message_id is not null
    then exists (select from message m where m.organization_id = voicemail.organization_id and m.id = voicemail.message_id)
    else exists (select from call k where k.organization_id = voicemail.organization_id and k.id = voicemail.call_id
      and case when k.conversation_id is null then true else exists (
        select from conversation c where c.organization_id = k.organization_id and c.id = k.conversation_id) end) end);

-- migrate:down
drop policy label_isolation on voicemail;
drop policy label_isolation on call_back;
drop index set_aside_of_original;
drop index message_of_original;
drop policy label_isolation on raw_message;
drop policy label_isolation on understanding;
drop policy label_isolation on mail_picture;
alter table attachment drop constraint file_of_a_message_is_of_its_conversation;
drop policy label_isolation on patient_draft;
drop policy label_isolation on attachment;
drop policy label_isolation on safety_alert;
drop policy label_isolation on draft;
