-- migrate:up

-- Several people may have one number, and each may be called back. That requests of one person join is kept under a lock of the number (call-back-store.ts).
drop index number_is_called_back_once;
create unique index conversation_calls_a_number_back_once on call_back (organization_id, address, conversation_id) where state = 'open';
comment on table call_back is 'A promise to call somebody back (FHIR Task): when, how often it was tried, how it ended. Requests of one person for one number join (desk-D62).';

-- migrate:down
comment on table call_back is 'A promise to call somebody back (FHIR Task): when, how often it was tried, how it ended. Requests for one number join (desk-D62).';
drop index conversation_calls_a_number_back_once;
create unique index number_is_called_back_once on call_back (organization_id, address) where state = 'open';
