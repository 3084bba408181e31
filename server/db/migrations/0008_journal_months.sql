-- migrate:up

-- The patients of a row live and go with the row: by month, like the journal itself (trust-D30).
alter table journal_patient rename to journal_patient_before;
alter table journal_patient_before no force row level security;
alter index journal_patient_pkey rename to journal_patient_before_pkey;
create table journal_patient (
  organization_id  uuid not null,
  patient_id       uuid not null,
  at               timestamptz not null,
  journal_id       uuid not null,
  primary key (organization_id, patient_id, at, journal_id)
) partition by range (at);
comment on table journal_patient is 'The patients of a journal row that is about several (a list, a search).';
create table journal_patient_default partition of journal_patient default;
insert into journal_patient select organization_id, patient_id, at, journal_id from journal_patient_before;
-- Policies of other tables ask this one; they are made anew below.
drop policy patient_isolation on journal;
drop table journal_patient_before;

alter table journal_patient enable row level security;
alter table journal_patient force row level security;
create policy organization_isolation on journal_patient
  using (organization_id = current_organization()) with check (organization_id = current_organization());
create policy patient_isolation on journal_patient as restrictive for select
  using (current_scope() = 'organization' or (current_scope() = 'patient' and patient_id = any (current_patients())));
create policy patient_isolation on journal as restrictive for select
  using (current_scope() = 'organization' or (current_scope() = 'patient' and (patient_id = any (current_patients()) or exists (
    select from journal_patient p where p.organization_id = journal.organization_id and p.at = journal.at and p.journal_id = journal.id
      and p.patient_id = any (current_patients())))));
grant select, insert on journal_patient to bedside_app;
grant select on journal_patient to bedside_linker;

-- A partition is reached through its parent only. Asked directly it is still held, and shows a patient nothing.
do $$
declare partition regclass;
begin
  for partition in select inhrelid::regclass from pg_inherits where inhparent in ('journal'::regclass, 'journal_patient'::regclass) loop
    execute format('alter table %s enable row level security', partition);
    execute format('alter table %s force row level security', partition);
    execute format('drop policy if exists organization_isolation on %s', partition);
    execute format('create policy organization_isolation on %s using (organization_id = current_organization()) with check (organization_id = current_organization())', partition);
    execute format('create policy patient_isolation on %s as restrictive for select using (current_scope() = ''organization'')', partition);
  end loop;
end $$;

-- migrate:down
do $$
declare partition regclass;
begin
  for partition in select inhrelid::regclass from pg_inherits where inhparent = 'journal'::regclass loop
    execute format('drop policy patient_isolation on %s', partition);
  end loop;
end $$;
alter table journal_patient no force row level security;
create table journal_patient_after as table journal_patient;
drop policy patient_isolation on journal;
drop table journal_patient;
create table journal_patient (
  organization_id  uuid not null,
  patient_id       uuid not null,
  at               timestamptz not null,
  journal_id       uuid not null,
  primary key (organization_id, patient_id, at, journal_id)
);
comment on table journal_patient is 'The patients of a journal row that is about several (a list, a search).';
insert into journal_patient table journal_patient_after;
drop table journal_patient_after;
alter table journal_patient enable row level security;
alter table journal_patient force row level security;
create policy organization_isolation on journal_patient
  using (organization_id = current_organization()) with check (organization_id = current_organization());
create policy patient_isolation on journal_patient as restrictive for select
  using (current_scope() = 'organization' or (current_scope() = 'patient' and patient_id = any (current_patients())));
create policy patient_isolation on journal as restrictive for select
  using (current_scope() = 'organization' or (current_scope() = 'patient' and (patient_id = any (current_patients()) or exists (
    select from journal_patient p where p.organization_id = journal.organization_id and p.at = journal.at and p.journal_id = journal.id
      and p.patient_id = any (current_patients())))));
grant select, insert on journal_patient to bedside_app;
grant select on journal_patient to bedside_linker;
