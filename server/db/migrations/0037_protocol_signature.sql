-- migrate:up

create table protocol_signature (
  organization_id  uuid not null references organization (organization_id),
  version          text not null check (char_length(version) between 1 and 60),
  signed_by        uuid not null,
  signed_at        timestamptz not null,
  primary key (organization_id, version),
  constraint protocol_signature_by_whom foreign key (organization_id, signed_by) references staff_member (organization_id, id)
);
comment on table protocol_signature is 'Which version of the triage protocol a clinician of the organization signed. While the running one is not, nothing is left to self-care (understanding-D34, decision 0154). A signature is never changed or taken back; the next version replaces it.';
alter table protocol_signature enable row level security;
alter table protocol_signature force row level security;
create policy organization_isolation on protocol_signature using (organization_id = current_organization()) with check (organization_id = current_organization());
create policy organization_scope on protocol_signature as restrictive using (current_scope() = 'organization') with check (current_scope() = 'organization');
grant select, insert on protocol_signature to bedside_app;

-- migrate:down
drop table protocol_signature;
