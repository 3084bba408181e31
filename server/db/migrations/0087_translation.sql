-- migrate:up

alter table organization add column translates boolean not null default false;
comment on column organization.translates is 'Whether staff may have messages translated by the connected machine; not until somebody switches it on.';

create table message_translation (
  organization_id  uuid not null references organization (organization_id),
  message_id       uuid not null,
  language         text not null constraint message_translation_language_is_a_code check (language ~ '^[a-z]{2,3}$'),
  from_language    text not null constraint message_translation_from_is_a_code check (from_language ~ '^[a-z]{2,3}$'),
  text             text not null constraint message_translation_text_is_short check (char_length(text) between 1 and 40000),
  is_whole         boolean not null,
  made_by          uuid not null,
  made_at          timestamptz not null,
  primary key (organization_id, message_id, language),
  constraint message_translation_message foreign key (organization_id, message_id) references message (organization_id, id) on delete cascade,
  constraint message_translation_staff foreign key (organization_id, made_by) references staff_member (organization_id, id)
);
comment on table message_translation is 'What a machine made of a message for staff who do not read its language. It stands beside the original and is sent to nobody; it goes with its message.';
comment on column message_translation.is_whole is 'False: a name or a figure of the original is missing in it, or there twice.';

alter table message_translation enable row level security;
alter table message_translation force row level security;
grant select, insert, update on message_translation to bedside_app;
create policy organization_isolation on message_translation for all
  using (message_translation.organization_id = current_organization())
  with check (message_translation.organization_id = current_organization());
create policy organization_scope on message_translation as restrictive for all
  using (current_scope() = 'organization')
  with check (current_scope() = 'organization');
create policy label_isolation on message_translation as restrictive for all
  using (exists (select from message where message.organization_id = message_translation.organization_id and message.id = message_translation.message_id))
  with check (exists (select from message where message.organization_id = message_translation.organization_id and message.id = message_translation.message_id));

-- migrate:down
drop table message_translation;
alter table organization drop column translates;
