-- migrate:up

-- Who reaches which rows is data, in the row-policies.ts of each module, and is compiled to what stands here (decision 0220). `npm run policies` wrote
-- it: those policies that were said in other words, or left a word that nobody knows to the open side. New: how far somebody has read, who may
-- have a saved view and what is set aside are lists of what is open, where they were "all but"; a new conversation is asked as an old one is.
alter policy patient_isolation on assistant_answer
  using ((current_scope() = 'organization' or exists (select from message where message.organization_id = assistant_answer.organization_id and message.id = assistant_answer.message_id)))
  with check (current_scope() = 'organization');
alter policy label_isolation on assistant_slot
  using (exists (select from conversation where conversation.organization_id = assistant_slot.organization_id and conversation.id = assistant_slot.conversation_id))
  with check (exists (select from conversation where conversation.organization_id = assistant_slot.organization_id and conversation.id = assistant_slot.conversation_id));
alter policy label_isolation on assistant_task
  using (exists (select from conversation where conversation.organization_id = assistant_task.organization_id and conversation.id = assistant_task.conversation_id))
  with check (exists (select from conversation where conversation.organization_id = assistant_task.organization_id and conversation.id = assistant_task.conversation_id));
alter policy label_isolation on attachment
  using (case when attachment.conversation_id is null then true else exists (select from conversation where conversation.organization_id = attachment.organization_id and conversation.id = attachment.conversation_id) end)
  with check (case when attachment.conversation_id is null then true else exists (select from conversation where conversation.organization_id = attachment.organization_id and conversation.id = attachment.conversation_id) end);
alter policy patient_isolation on attachment
  using ((current_scope() = 'organization' or exists (select from message where message.organization_id = attachment.organization_id and message.id = attachment.message_id)))
  with check (current_scope() = 'organization');
alter policy label_isolation on call_back
  using (case when call_back.outcome is null then true else exists (select from conversation where conversation.organization_id = call_back.organization_id and conversation.id = call_back.conversation_id) end)
  with check (case when call_back.outcome is null then true else exists (select from conversation where conversation.organization_id = call_back.organization_id and conversation.id = call_back.conversation_id) end);
alter policy patient_isolation on call_back
  using ((current_scope() = 'organization' or (current_scope() = 'patient' and exists (select from conversation where conversation.organization_id = call_back.organization_id and conversation.id = call_back.conversation_id))))
  with check (current_scope() = 'organization');
alter policy label_isolation on conversation
  using (case when conversation.labels = '{}' then true else conversation.labels <@ current_labels() end)
  with check (case when conversation.labels = '{}' then true else conversation.labels <@ current_labels() end);
alter policy patient_isolation on conversation
  using (case (select current_scope()) when 'organization' then true when 'patient' then (conversation.patient_id = any (current_patients()) and not exists (select from conversation_privacy where conversation_privacy.organization_id = conversation.organization_id and conversation_privacy.conversation_id = conversation.id and conversation_privacy.lifted_at is null and (coalesce(conversation_privacy.reader_id, conversation.patient_id) = any (current_self())) is not true)) when 'conversation' then conversation.id = any (current_conversations()) else false end)
  with check (case (select current_scope()) when 'organization' then true when 'patient' then conversation.patient_id = any (current_patients()) when 'conversation' then conversation.id = any (current_conversations()) else false end);
alter policy patient_isolation on conversation_seen
  using ((current_scope() = 'organization' or (conversation_seen.reader_kind in ('patient', 'visitor') and exists (select from conversation where conversation.organization_id = conversation_seen.organization_id and conversation.id = conversation_seen.conversation_id))))
  with check ((current_scope() = 'organization' or (conversation_seen.reader_kind in ('patient', 'visitor') and exists (select from conversation where conversation.organization_id = conversation_seen.organization_id and conversation.id = conversation_seen.conversation_id))));
alter policy label_isolation on decision_review
  using (exists (select from message where message.organization_id = decision_review.organization_id and message.id = decision_review.message_id))
  with check (exists (select from message where message.organization_id = decision_review.organization_id and message.id = decision_review.message_id));
alter policy patient_isolation on delivery
  using ((current_scope() = 'organization' or exists (select from conversation where conversation.organization_id = delivery.organization_id and conversation.id = delivery.conversation_id)))
  with check (current_scope() = 'organization');
alter policy label_isolation on draft
  using (exists (select from conversation where conversation.organization_id = draft.organization_id and conversation.id = draft.conversation_id))
  with check (exists (select from conversation where conversation.organization_id = draft.organization_id and conversation.id = draft.conversation_id));
alter policy label_isolation on held_safety_text
  using (exists (select from message where message.organization_id = held_safety_text.organization_id and message.id = held_safety_text.message_id))
  with check (exists (select from message where message.organization_id = held_safety_text.organization_id and message.id = held_safety_text.message_id));
alter policy patient_isolation on journal
  using ((current_scope() = 'organization' or (current_scope() = 'patient' and (journal.patient_id = any (current_patients()) or exists (select from journal_patient where journal_patient.organization_id = journal.organization_id and journal_patient.at = journal.at and journal_patient.journal_id = journal.id and journal_patient.patient_id = any (current_patients()))))));
alter policy label_isolation on llm_draft
  using (exists (select from conversation where conversation.organization_id = llm_draft.organization_id and conversation.id = llm_draft.conversation_id))
  with check (exists (select from conversation where conversation.organization_id = llm_draft.organization_id and conversation.id = llm_draft.conversation_id));
alter policy label_isolation on mail_picture
  using (exists (select from message where message.organization_id = mail_picture.organization_id and message.id = mail_picture.message_id))
  with check (exists (select from message where message.organization_id = mail_picture.organization_id and message.id = mail_picture.message_id));
alter policy label_isolation on message
  using (case when message.labels = '{}' then true else message.labels <@ current_labels() end)
  with check (case when message.labels = '{}' then true else message.labels <@ current_labels() end);
alter policy patient_isolation on message
  using ((current_scope() = 'organization' or (message.direction in ('in', 'out') and message.held_until is null and message.cancelled_at is null and exists (select from conversation where conversation.organization_id = message.organization_id and conversation.id = message.conversation_id))))
  with check (current_scope() = 'organization');
alter policy patient_isolation on patient
  using (case (select current_scope()) when 'organization' then true when 'patient' then patient.id = any (current_patients()) else false end)
  with check (case (select current_scope()) when 'organization' then true when 'patient' then patient.id = any (current_patients()) else false end);
alter policy label_isolation on patient_draft
  using (case when patient_draft.conversation_id is null then true else exists (select from conversation where conversation.organization_id = patient_draft.organization_id and conversation.id = patient_draft.conversation_id) end)
  with check (case when patient_draft.conversation_id is null then true else exists (select from conversation where conversation.organization_id = patient_draft.organization_id and conversation.id = patient_draft.conversation_id) end);
alter policy label_isolation on raw_message
  using ((exists (select from message where message.organization_id = raw_message.organization_id and message.raw_id = raw_message.id) or exists (select from set_aside where set_aside.organization_id = raw_message.organization_id and set_aside.raw_id = raw_message.id and set_aside.state in ('open', 'assigned', 'dismissed'))));
alter policy label_isolation on report_course
  using (case when report_course.labels = '{}' then true else report_course.labels <@ current_labels() end)
  with check (case when report_course.labels = '{}' then true else report_course.labels <@ current_labels() end);
alter policy label_isolation on report_sum
  using (case when report_sum.labels = '{}' then true else report_sum.labels <@ current_labels() end)
  with check (case when report_sum.labels = '{}' then true else report_sum.labels <@ current_labels() end);
alter policy label_isolation on safety_alert
  using (exists (select from conversation where conversation.organization_id = safety_alert.organization_id and conversation.id = safety_alert.conversation_id))
  with check (exists (select from conversation where conversation.organization_id = safety_alert.organization_id and conversation.id = safety_alert.conversation_id));
alter policy patient_isolation on safety_alert
  using ((current_scope() = 'organization' or exists (select from conversation where conversation.organization_id = safety_alert.organization_id and conversation.id = safety_alert.conversation_id)))
  with check (current_scope() = 'organization');
alter policy label_isolation on safety_dialogue
  using (exists (select from message where message.organization_id = safety_dialogue.organization_id and message.id = safety_dialogue.message_id))
  with check (exists (select from message where message.organization_id = safety_dialogue.organization_id and message.id = safety_dialogue.message_id));
alter policy label_isolation on safety_question
  using (exists (select from message where message.organization_id = safety_question.organization_id and message.id = safety_question.asked_after))
  with check (exists (select from message where message.organization_id = safety_question.organization_id and message.id = safety_question.asked_after));
alter policy label_isolation on safety_turn
  using (exists (select from message where message.organization_id = safety_turn.organization_id and message.id = safety_turn.message_id))
  with check (exists (select from message where message.organization_id = safety_turn.organization_id and message.id = safety_turn.message_id));
alter policy audience_isolation on saved_view
  using ((current_role_is('system') or saved_view.owner_id::text = current_actor() or (saved_view.audience in ('queue', 'site', 'organization') and (saved_view.audience = 'organization' or current_role_is('supervisor') or exists (select from queue_member where queue_member.organization_id = saved_view.organization_id and queue_member.queue_id = saved_view.queue_id and queue_member.staff_id::text = current_actor()) or exists (select from staff_member where staff_member.organization_id = saved_view.organization_id and staff_member.site_id = saved_view.site_id and staff_member.id::text = current_actor())))));
alter policy author_isolation on saved_view
  using ((current_role_is('system') or (saved_view.audience = 'owner' and saved_view.owner_id::text = current_actor()) or (saved_view.audience in ('queue', 'site', 'organization') and current_role_is('supervisor'))))
  with check ((current_role_is('system') or (saved_view.audience = 'owner' and saved_view.owner_id::text = current_actor()) or (saved_view.audience in ('queue', 'site', 'organization') and current_role_is('supervisor'))));
alter policy author_isolation_of_old on saved_view
  using ((current_role_is('system') or (saved_view.audience = 'owner' and saved_view.owner_id::text = current_actor()) or (saved_view.audience in ('queue', 'site', 'organization') and current_role_is('supervisor'))));
alter policy label_isolation on understanding
  using (exists (select from message where message.organization_id = understanding.organization_id and message.id = understanding.message_id));
alter policy label_isolation on understanding_label
  using (exists (select from message where message.organization_id = understanding_label.organization_id and message.id = understanding_label.message_id))
  with check (exists (select from message where message.organization_id = understanding_label.organization_id and message.id = understanding_label.message_id));
alter policy label_isolation on voicemail
  using (case when voicemail.message_id is null then exists (select from call where call.organization_id = voicemail.organization_id and call.id = voicemail.call_id and case when call.conversation_id is null then true else exists (select from conversation where conversation.organization_id = call.organization_id and conversation.id = call.conversation_id) end) else exists (select from message where message.organization_id = voicemail.organization_id and message.id = voicemail.message_id) end)
  with check (case when voicemail.message_id is null then exists (select from call where call.organization_id = voicemail.organization_id and call.id = voicemail.call_id and case when call.conversation_id is null then true else exists (select from conversation where conversation.organization_id = call.organization_id and conversation.id = call.conversation_id) end) else exists (select from message where message.organization_id = voicemail.organization_id and message.id = voicemail.message_id) end);

-- migrate:down

alter policy patient_isolation on assistant_answer
  using (((current_scope() = 'organization') OR (EXISTS ( SELECT FROM message m WHERE ((m.organization_id = assistant_answer.organization_id) AND (m.id = assistant_answer.message_id))))))
  with check ((current_scope() = 'organization'));
alter policy label_isolation on assistant_slot
  using ((EXISTS ( SELECT FROM conversation c WHERE ((c.organization_id = assistant_slot.organization_id) AND (c.id = assistant_slot.conversation_id)))))
  with check ((EXISTS ( SELECT FROM conversation c WHERE ((c.organization_id = assistant_slot.organization_id) AND (c.id = assistant_slot.conversation_id)))));
alter policy label_isolation on assistant_task
  using ((EXISTS ( SELECT FROM conversation c WHERE ((c.organization_id = assistant_task.organization_id) AND (c.id = assistant_task.conversation_id)))))
  with check ((EXISTS ( SELECT FROM conversation c WHERE ((c.organization_id = assistant_task.organization_id) AND (c.id = assistant_task.conversation_id)))));
alter policy label_isolation on attachment
  using (CASE WHEN (conversation_id IS NULL) THEN true ELSE (EXISTS ( SELECT FROM conversation c WHERE ((c.organization_id = attachment.organization_id) AND (c.id = attachment.conversation_id)))) END)
  with check (CASE WHEN (conversation_id IS NULL) THEN true ELSE (EXISTS ( SELECT FROM conversation c WHERE ((c.organization_id = attachment.organization_id) AND (c.id = attachment.conversation_id)))) END);
alter policy patient_isolation on attachment
  using (((current_scope() = 'organization') OR ((message_id IS NOT NULL) AND (EXISTS ( SELECT FROM message m WHERE ((m.organization_id = attachment.organization_id) AND (m.id = attachment.message_id)))))))
  with check ((current_scope() = 'organization'));
alter policy label_isolation on call_back
  using (CASE WHEN (outcome IS NULL) THEN true ELSE (EXISTS ( SELECT FROM conversation c WHERE ((c.organization_id = call_back.organization_id) AND (c.id = call_back.conversation_id)))) END)
  with check (CASE WHEN (outcome IS NULL) THEN true ELSE (EXISTS ( SELECT FROM conversation c WHERE ((c.organization_id = call_back.organization_id) AND (c.id = call_back.conversation_id)))) END);
alter policy patient_isolation on call_back
  using (((current_scope() = 'organization') OR ((current_scope() = 'patient') AND (EXISTS ( SELECT FROM conversation c WHERE ((c.organization_id = call_back.organization_id) AND (c.id = call_back.conversation_id)))))))
  with check ((current_scope() = 'organization'));
alter policy label_isolation on conversation
  using (CASE WHEN (labels = '{}'::text[]) THEN true ELSE (labels <@ current_labels()) END)
  with check ((labels <@ current_labels()));
alter policy patient_isolation on conversation
  using (CASE ( SELECT current_scope() AS current_scope) WHEN 'organization' THEN true WHEN 'patient' THEN ((patient_id = ANY (current_patients())) AND (NOT (EXISTS ( SELECT FROM conversation_privacy p WHERE ((p.organization_id = conversation.organization_id) AND (p.conversation_id = conversation.id) AND (p.lifted_at IS NULL) AND ((COALESCE(p.reader_id, conversation.patient_id) = ANY (current_self())) IS NOT TRUE)))))) WHEN 'conversation' THEN (id = ANY (current_conversations())) ELSE false END)
  with check (((current_scope() = 'organization') OR ((current_scope() = 'patient') AND (patient_id = ANY (current_patients()))) OR ((current_scope() = 'conversation') AND (id = ANY (current_conversations())))));
alter policy patient_isolation on conversation_seen
  using (((current_scope() = 'organization') OR ((reader_kind <> 'staff') AND (EXISTS ( SELECT FROM conversation c WHERE ((c.organization_id = conversation_seen.organization_id) AND (c.id = conversation_seen.conversation_id)))))))
  with check (((current_scope() = 'organization') OR ((reader_kind <> 'staff') AND (EXISTS ( SELECT FROM conversation c WHERE ((c.organization_id = conversation_seen.organization_id) AND (c.id = conversation_seen.conversation_id)))))));
alter policy label_isolation on decision_review
  using ((EXISTS ( SELECT FROM message m WHERE ((m.organization_id = decision_review.organization_id) AND (m.id = decision_review.message_id)))))
  with check ((EXISTS ( SELECT FROM message m WHERE ((m.organization_id = decision_review.organization_id) AND (m.id = decision_review.message_id)))));
alter policy patient_isolation on delivery
  using (((current_scope() = 'organization') OR (EXISTS ( SELECT FROM conversation c WHERE ((c.organization_id = delivery.organization_id) AND (c.id = delivery.conversation_id))))))
  with check ((current_scope() = 'organization'));
alter policy label_isolation on draft
  using ((EXISTS ( SELECT FROM conversation c WHERE ((c.organization_id = draft.organization_id) AND (c.id = draft.conversation_id)))))
  with check ((EXISTS ( SELECT FROM conversation c WHERE ((c.organization_id = draft.organization_id) AND (c.id = draft.conversation_id)))));
alter policy label_isolation on held_safety_text
  using ((EXISTS ( SELECT FROM message m WHERE ((m.organization_id = held_safety_text.organization_id) AND (m.id = held_safety_text.message_id)))))
  with check ((EXISTS ( SELECT FROM message m WHERE ((m.organization_id = held_safety_text.organization_id) AND (m.id = held_safety_text.message_id)))));
alter policy patient_isolation on journal
  using (((current_scope() = 'organization') OR ((current_scope() = 'patient') AND ((patient_id = ANY (current_patients())) OR (EXISTS ( SELECT FROM journal_patient p WHERE ((p.organization_id = journal.organization_id) AND (p.at = journal.at) AND (p.journal_id = journal.id) AND (p.patient_id = ANY (current_patients())))))))));
alter policy label_isolation on llm_draft
  using ((EXISTS ( SELECT FROM conversation c WHERE ((c.organization_id = llm_draft.organization_id) AND (c.id = llm_draft.conversation_id)))))
  with check ((EXISTS ( SELECT FROM conversation c WHERE ((c.organization_id = llm_draft.organization_id) AND (c.id = llm_draft.conversation_id)))));
alter policy label_isolation on mail_picture
  using ((EXISTS ( SELECT FROM message m WHERE ((m.organization_id = mail_picture.organization_id) AND (m.id = mail_picture.message_id)))))
  with check ((EXISTS ( SELECT FROM message m WHERE ((m.organization_id = mail_picture.organization_id) AND (m.id = mail_picture.message_id)))));
alter policy label_isolation on message
  using (CASE WHEN (labels = '{}'::text[]) THEN true ELSE (labels <@ current_labels()) END)
  with check ((labels <@ current_labels()));
alter policy patient_isolation on message
  using (((current_scope() = 'organization') OR ((direction = ANY (ARRAY['in', 'out'])) AND (held_until IS NULL) AND (cancelled_at IS NULL) AND (EXISTS ( SELECT FROM conversation c WHERE ((c.organization_id = message.organization_id) AND (c.id = message.conversation_id)))))))
  with check ((current_scope() = 'organization'));
alter policy patient_isolation on patient
  using (CASE current_scope() WHEN 'organization' THEN true WHEN 'patient' THEN (id = ANY (current_patients())) ELSE false END)
  with check (((current_scope() = 'organization') OR ((current_scope() = 'patient') AND (id = ANY (current_patients())))));
alter policy label_isolation on patient_draft
  using (CASE WHEN (conversation_id IS NULL) THEN true ELSE (EXISTS ( SELECT FROM conversation c WHERE ((c.organization_id = patient_draft.organization_id) AND (c.id = patient_draft.conversation_id)))) END)
  with check (CASE WHEN (conversation_id IS NULL) THEN true ELSE (EXISTS ( SELECT FROM conversation c WHERE ((c.organization_id = patient_draft.organization_id) AND (c.id = patient_draft.conversation_id)))) END);
alter policy label_isolation on raw_message
  using (((EXISTS ( SELECT FROM message m WHERE ((m.organization_id = raw_message.organization_id) AND (m.raw_id = raw_message.id)))) OR (EXISTS ( SELECT FROM set_aside a WHERE ((a.organization_id = raw_message.organization_id) AND (a.raw_id = raw_message.id) AND (a.state <> 'replayed'))))));
alter policy label_isolation on report_course
  using (CASE WHEN (labels = '{}'::text[]) THEN true ELSE (labels <@ current_labels()) END)
  with check ((labels <@ current_labels()));
alter policy label_isolation on report_sum
  using (CASE WHEN (labels = '{}'::text[]) THEN true ELSE (labels <@ current_labels()) END)
  with check ((labels <@ current_labels()));
alter policy label_isolation on safety_alert
  using ((EXISTS ( SELECT FROM conversation c WHERE ((c.organization_id = safety_alert.organization_id) AND (c.id = safety_alert.conversation_id)))))
  with check ((EXISTS ( SELECT FROM conversation c WHERE ((c.organization_id = safety_alert.organization_id) AND (c.id = safety_alert.conversation_id)))));
alter policy patient_isolation on safety_alert
  using (((current_scope() = 'organization') OR (EXISTS ( SELECT FROM conversation c WHERE ((c.organization_id = safety_alert.organization_id) AND (c.id = safety_alert.conversation_id))))))
  with check ((current_scope() = 'organization'));
alter policy label_isolation on safety_dialogue
  using ((EXISTS ( SELECT FROM message m WHERE ((m.organization_id = safety_dialogue.organization_id) AND (m.id = safety_dialogue.message_id)))))
  with check ((EXISTS ( SELECT FROM message m WHERE ((m.organization_id = safety_dialogue.organization_id) AND (m.id = safety_dialogue.message_id)))));
alter policy label_isolation on safety_question
  using ((EXISTS ( SELECT FROM message m WHERE ((m.organization_id = safety_question.organization_id) AND (m.id = safety_question.asked_after)))))
  with check ((EXISTS ( SELECT FROM message m WHERE ((m.organization_id = safety_question.organization_id) AND (m.id = safety_question.asked_after)))));
alter policy label_isolation on safety_turn
  using ((EXISTS ( SELECT FROM message m WHERE ((m.organization_id = safety_turn.organization_id) AND (m.id = safety_turn.message_id)))))
  with check ((EXISTS ( SELECT FROM message m WHERE ((m.organization_id = safety_turn.organization_id) AND (m.id = safety_turn.message_id)))));
alter policy audience_isolation on saved_view
  using ((current_role_is('system') OR ((owner_id)::text = current_actor()) OR ((audience <> 'owner') AND ((audience = 'organization') OR current_role_is('supervisor') OR (EXISTS ( SELECT FROM queue_member m WHERE ((m.organization_id = saved_view.organization_id) AND (m.queue_id = saved_view.queue_id) AND ((m.staff_id)::text = current_actor())))) OR (EXISTS ( SELECT FROM staff_member s WHERE ((s.organization_id = saved_view.organization_id) AND ((s.id)::text = current_actor()) AND (s.site_id = saved_view.site_id))))))));
alter policy author_isolation on saved_view
  using ((current_role_is('system') OR CASE WHEN (audience = 'owner') THEN ((owner_id)::text = current_actor()) ELSE current_role_is('supervisor') END))
  with check ((current_role_is('system') OR CASE WHEN (audience = 'owner') THEN ((owner_id)::text = current_actor()) ELSE current_role_is('supervisor') END));
alter policy author_isolation_of_old on saved_view
  using ((current_role_is('system') OR CASE WHEN (audience = 'owner') THEN ((owner_id)::text = current_actor()) ELSE current_role_is('supervisor') END));
alter policy label_isolation on understanding
  using ((EXISTS ( SELECT FROM message m WHERE ((m.organization_id = understanding.organization_id) AND (m.id = understanding.message_id)))));
alter policy label_isolation on understanding_label
  using ((EXISTS ( SELECT FROM message m WHERE ((m.organization_id = understanding_label.organization_id) AND (m.id = understanding_label.message_id)))))
  with check ((EXISTS ( SELECT FROM message m WHERE ((m.organization_id = understanding_label.organization_id) AND (m.id = understanding_label.message_id)))));
alter policy label_isolation on voicemail
  using (CASE WHEN (message_id IS NOT NULL) THEN (EXISTS ( SELECT FROM message m WHERE ((m.organization_id = voicemail.organization_id) AND (m.id = voicemail.message_id)))) ELSE (EXISTS ( SELECT FROM call k WHERE ((k.organization_id = voicemail.organization_id) AND (k.id = voicemail.call_id) AND CASE WHEN (k.conversation_id IS NULL) THEN true ELSE (EXISTS ( SELECT FROM conversation c WHERE ((c.organization_id = k.organization_id) AND (c.id = k.conversation_id)))) END))) END)
  with check (CASE WHEN (message_id IS NOT NULL) THEN (EXISTS ( SELECT FROM message m WHERE ((m.organization_id = voicemail.organization_id) AND (m.id = voicemail.message_id)))) ELSE (EXISTS ( SELECT FROM call k WHERE ((k.organization_id = voicemail.organization_id) AND (k.id = voicemail.call_id) AND CASE WHEN (k.conversation_id IS NULL) THEN true ELSE (EXISTS ( SELECT FROM conversation c WHERE ((c.organization_id = k.organization_id) AND (c.id = k.conversation_id)))) END))) END);
