-- migrate:up

-- A changed role kept labels and the duty of a red flag at night, and no screen showed them.
alter table staff_member no force row level security;
update staff_member set labels = '{}', sessions_from = now(), version = version + 1
 where labels <> '{}' and role not in ('nurse', 'clinician');
update staff_member set duties = array_remove(duties, 'on_call'), version = version + 1
 where 'on_call' = any (duties) and role not in ('nurse', 'clinician', 'supervisor');
alter table staff_member force row level security;

-- migrate:down
-- What was taken does not come back.
