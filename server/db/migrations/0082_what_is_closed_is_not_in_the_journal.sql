-- migrate:up

-- Who speaks for a patient read in the journal that there is a conversation that is closed to them, and who was in it. The patient reads all of his own.
alter policy patient_isolation on journal
  using ((current_scope() = 'organization' or (current_scope() = 'patient' and (journal.patient_id = any (current_patients()) or exists (select from journal_patient where journal_patient.organization_id = journal.organization_id and journal_patient.at = journal.at and journal_patient.journal_id = journal.id and journal_patient.patient_id = any (current_patients()))) and (journal.conversation_id is null or (journal.patient_id = any (current_self()) or exists (select from journal_patient where journal_patient.organization_id = journal.organization_id and journal_patient.at = journal.at and journal_patient.journal_id = journal.id and journal_patient.patient_id = any (current_self()))) or exists (select from conversation where conversation.organization_id = journal.organization_id and conversation.id = journal.conversation_id)))));

-- migrate:down

alter policy patient_isolation on journal
  using ((current_scope() = 'organization' or (current_scope() = 'patient' and (journal.patient_id = any (current_patients()) or exists (select from journal_patient where journal_patient.organization_id = journal.organization_id and journal_patient.at = journal.at and journal_patient.journal_id = journal.id and journal_patient.patient_id = any (current_patients()))))));
