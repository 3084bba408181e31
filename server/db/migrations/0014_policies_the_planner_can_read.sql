-- migrate:up

-- The planner takes `=` and `<@` against what it cannot know for one row in two hundred, and a policy of several for one row in all:
-- it then sorted the whole table to give the first page of a list. A `case` it takes for one row in two, and goes by the index.
-- The rules are those of 0004.
alter policy patient_isolation on patient using (case
  when current_scope() = 'organization' then true
  when current_scope() = 'patient' then id = any (current_patients())
  else false end);

alter policy patient_isolation on conversation using (case
  when current_scope() = 'organization' then true
  when current_scope() = 'patient' then patient_id = any (current_patients())
  when current_scope() = 'conversation' then id = any (current_conversations())
  else false end);

alter policy label_isolation on conversation using (case when labels = '{}' then true else labels <@ current_labels() end);

-- migrate:down
alter policy label_isolation on conversation using (labels <@ current_labels());
alter policy patient_isolation on conversation using (current_scope() = 'organization'
  or (current_scope() = 'patient' and patient_id = any (current_patients()))
  or (current_scope() = 'conversation' and id = any (current_conversations())));
alter policy patient_isolation on patient using (current_scope() = 'organization' or (current_scope() = 'patient' and id = any (current_patients())));
