-- migrate:up

create table source_silence (
  organization_id  uuid not null references organization (organization_id),
  source           text not null check (char_length(source) <= 400),
  since            timestamptz not null,
  told_at          timestamptz not null,
  primary key (organization_id, source)
);
comment on table source_silence is 'A mailbox or number from which nothing comes that always came, by its own past weeks; told once, gone when something comes (trust-D71).';

alter table source_silence enable row level security;
alter table source_silence force row level security;
create policy organization_isolation on source_silence using (organization_id = current_organization()) with check (organization_id = current_organization());
create policy organization_scope on source_silence as restrictive using (current_scope() = 'organization') with check (current_scope() = 'organization');
grant select, insert, update, delete on source_silence to bedside_app;

-- migrate:down
drop table source_silence;
