-- migrate:up

-- A level belongs to one sender: who wrote last stands at the conversation, and a check counts only for the sender it was made of.
alter table conversation add column sender text check (char_length(sender) <= 400);
comment on column conversation.sender is 'Who wrote last, as its channel proved it: patient:<id>, related-person:<id>, visitor:<id>, address:<value>, unproven:<value>.';

alter table identity_check add column sender text;
alter table identity_check add column related_person_id uuid;
alter table identity_check add column contact_point_id uuid;
alter table identity_check add constraint identity_check_person
  foreign key (organization_id, related_person_id) references related_person (organization_id, id);
alter table identity_check add constraint identity_check_contact_point
  foreign key (organization_id, contact_point_id) references contact_point (organization_id, id);
comment on table identity_check is 'How sure we are who writes: one proof of one sender in one conversation. It counts until it expires, is ended, its contact point changes or its proxy grant ends.';

-- A visitor's request leaves the same row whether or not the person is on file; a job looks that up, and takes the question away.
alter table verification_code alter column code_hash drop not null;
alter table verification_code add column sender text;
alter table verification_code add column asked_contact text check (char_length(asked_contact) <= 400);
alter table verification_code add column asked_birth_date date;
create index verification_code_of_contact_point on verification_code (organization_id, contact_point_id, sent_at desc) where contact_point_id is not null;

create index verification_code_in_conversation on verification_code (organization_id, conversation_id, sent_at desc) where conversation_id is not null;

create table identity_tries (
  organization_id  uuid not null,
  conversation_id  uuid not null,
  tries            smallint not null,
  tried_at         timestamptz not null,
  paused_until     timestamptz,
  primary key (organization_id, conversation_id),
  constraint identity_tries_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id)
);
comment on table identity_tries is 'Wrong codes of one conversation: five, then a pause in which only a staff check works (desk-D10).';
alter table identity_tries enable row level security;
alter table identity_tries force row level security;
create policy organization_isolation on identity_tries
  using (organization_id = current_organization()) with check (organization_id = current_organization());
create policy organization_scope on identity_tries as restrictive
  using (current_scope() = 'organization') with check (current_scope() = 'organization');
grant select, insert, update, delete on identity_tries to bedside_app;

alter table contact_point add column moved_at timestamptz;
comment on column contact_point.moved_at is 'When an address stopped being used here: replaced or taken away. Two of one person cannot both move within a day (trust-D18).';

-- migrate:down
alter table contact_point drop column moved_at;
drop table identity_tries;
drop index verification_code_in_conversation, verification_code_of_contact_point;
alter table verification_code drop column asked_birth_date, drop column asked_contact, drop column sender;
delete from verification_code where code_hash is null;
alter table verification_code alter column code_hash set not null;
alter table identity_check drop constraint identity_check_contact_point, drop constraint identity_check_person;
alter table identity_check drop column contact_point_id, drop column related_person_id, drop column sender;
alter table conversation drop column sender;
