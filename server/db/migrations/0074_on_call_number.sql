-- migrate:up

alter table staff_member add column on_call_number text
  constraint staff_on_call_number_is_e164 check (on_call_number ~ '^\+[1-9][0-9]{6,14}$');
comment on column staff_member.on_call_number is 'Where a text message finds this person outside work: asked when nobody accepts a red flag and the duty is on call (decision 0229). Set by the person alone.';

-- migrate:down
alter table staff_member drop column on_call_number;
