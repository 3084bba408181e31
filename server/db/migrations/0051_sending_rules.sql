-- migrate:up

create table sending_rules (
  organization_id  uuid not null references organization (organization_id),
  version          int not null check (version > 0),
  rules            jsonb not null,
  author_id        uuid,
  at               timestamptz not null,
  primary key (organization_id, version),
  constraint sending_rules_author foreign key (organization_id, author_id) references staff_member (organization_id, id)
);
comment on table sending_rules is 'Versions of how much an organization sends by itself and when it is night: stricter than the house, never looser (decision 0175). The highest counts; without one the rules of the house do.';

alter table sending_rules enable row level security;
alter table sending_rules force row level security;
grant select, insert on sending_rules to bedside_app;
create policy organization_isolation on sending_rules using (organization_id = current_organization()) with check (organization_id = current_organization());
create policy organization_scope on sending_rules as restrictive using (current_scope() = 'organization') with check (current_scope() = 'organization');

-- migrate:down

drop table sending_rules;
