-- migrate:up

-- An entry about several patients is read with all of them (trust-D28). Its rows have one key here, so that the index takes 9 bytes a row.
create index journal_patient_of_entry on journal_patient (organization_id, at, journal_id);

-- migrate:down

drop index journal_patient_of_entry;
