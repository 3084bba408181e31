-- migrate:up

-- The planner takes `=` and `<@` against what it cannot know for one row in two hundred, and a policy of several for one row in all:
-- it then sorted the whole table to give the first page of a list. A `case` it takes for one row in two, and goes by the index. What
-- is asked in a `select` of its own is asked once and not for each row. The rules are those of 0004.
alter policy patient_isolation on patient using (case current_scope()
  when 'organization' then true
  when 'patient' then id = any (current_patients())
  else false end);

alter policy patient_isolation on conversation using (case (select current_scope())
  when 'organization' then true
  when 'patient' then patient_id = any (current_patients())
  when 'conversation' then id = any (current_conversations())
  else false end);

alter policy label_isolation on conversation using (case when labels = '{}' then true else labels <@ current_labels() end);

-- Counting goes by what lies in the index, the policies' columns too.
drop index conversation_by_age;
create index conversation_by_age on conversation (organization_id, last_message_at desc, id desc) include (labels, patient_id);
-- The views of one channel are few rows of all that are active.
drop index conversation_active_by_age;
create index conversation_active_by_channel on conversation (organization_id, channel, last_message_at desc, id desc)
  where state in ('open', 'waiting', 'snoozed');

-- migrate:down
drop index conversation_active_by_channel;
create index conversation_active_by_age on conversation (organization_id, last_message_at desc, id desc)
  where state in ('open', 'waiting', 'snoozed');
drop index conversation_by_age;
create index conversation_by_age on conversation (organization_id, last_message_at desc, id desc);
alter policy label_isolation on conversation using (labels <@ current_labels());
alter policy patient_isolation on conversation using (current_scope() = 'organization'
  or (current_scope() = 'patient' and patient_id = any (current_patients()))
  or (current_scope() = 'conversation' and id = any (current_conversations())));
alter policy patient_isolation on patient using (current_scope() = 'organization' or (current_scope() = 'patient' and id = any (current_patients())));
