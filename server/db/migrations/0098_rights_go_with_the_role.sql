-- migrate:up

-- A changed role kept labels and the duty of a red flag at night, and no screen showed them.
alter table staff_member no force row level security;
alter table conversation no force row level security;
update staff_member set labels = '{}', sessions_from = now(), version = version + 1
 where labels <> '{}' and role not in ('nurse', 'clinician');
update staff_member set duties = array_remove(duties, 'on_call'), version = version + 1
 where 'on_call' = any (duties) and role not in ('nurse', 'clinician', 'supervisor');
-- What they had in hand and cannot open any more goes back to those who can.
update conversation c set assignee_id = null, assignment = 'unassigned', version = c.version + 1
  from staff_member s
 where s.organization_id = c.organization_id and s.id = c.assignee_id and c.labels <> '{}' and s.role not in ('nurse', 'clinician')
   and c.state not in ('closed', 'merged');
alter table conversation force row level security;
alter table staff_member force row level security;

-- migrate:down
-- What was taken does not come back.
