-- migrate:up

alter table availability add column called_in_at timestamptz;
comment on column availability.called_in_at is 'When somebody who leads the desk last asked this person to come in; so that it is asked once in a quarter of an hour, and shown on the board.';
comment on column staff_member.on_call_number is 'Where this person is found outside work, by text message and by a call: when nobody accepts a red flag and the duty is on call, or when asked to come in (decisions 0229, 0235). Set by the person alone.';

alter table imap_folder add column next_try_at timestamptz;
comment on column imap_folder.next_try_at is 'After a look that failed: when the next one is. Null: the last look did not fail.';

-- migrate:down
alter table imap_folder drop column next_try_at;
comment on column staff_member.on_call_number is 'Where a text message finds this person outside work: asked when nobody accepts a red flag and the duty is on call (decision 0229). Set by the person alone.';
alter table availability drop column called_in_at;
