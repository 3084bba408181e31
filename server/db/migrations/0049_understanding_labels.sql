-- migrate:up

create table understanding_label (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  message_id       uuid not null,
  conversation_id  uuid not null,
  what             text not null check (what in ('intent', 'language', 'tone')),
  value            text check (value ~ '^[a-z_]{2,40}$'),
  staff_id         uuid not null,
  at               timestamptz not null,
  primary key (organization_id, id),
  constraint understanding_label_message foreign key (organization_id, message_id) references message (organization_id, id),
  constraint understanding_label_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id),
  constraint understanding_label_staff foreign key (organization_id, staff_id) references staff_member (organization_id, id)
);
comment on table understanding_label is 'What a person would have read in a message, beside what the engines read. Never changed: the newest of a message and what counts.';
comment on column understanding_label.value is 'A name of the closed list; null: what the engines read is right after all.';
create index understanding_label_of_message on understanding_label (organization_id, message_id, what, at desc, id desc);
create index understanding_label_by_age on understanding_label (organization_id, at desc);

alter table understanding_label enable row level security;
alter table understanding_label force row level security;
create policy organization_isolation on understanding_label using (organization_id = current_organization()) with check (organization_id = current_organization());
create policy organization_scope on understanding_label as restrictive using (current_scope() = 'organization') with check (current_scope() = 'organization');
create policy label_isolation on understanding_label as restrictive
  using (exists (select from conversation c where c.organization_id = understanding_label.organization_id and c.id = understanding_label.conversation_id))
  with check (exists (select from conversation c where c.organization_id = understanding_label.organization_id and c.id = understanding_label.conversation_id));
grant select, insert on understanding_label to bedside_app;

-- migrate:down

drop table understanding_label;
