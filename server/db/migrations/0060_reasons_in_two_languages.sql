-- migrate:up

alter table conversation add column urgency_reason_es text check (char_length(urgency_reason_es) <= 1000);
comment on column conversation.urgency_reason_es is 'The same reason for a reader of Spanish; null: as urgency_reason has it, which is what people wrote, or of a time before (decision 0190).';
alter table safety_alert add column reason_es text check (char_length(reason_es) <= 1000);
comment on column safety_alert.reason_es is 'The same reason for a reader of Spanish; null: as reason has it (decision 0190).';

-- migrate:down

alter table safety_alert drop column reason_es;
alter table conversation drop column urgency_reason_es;
