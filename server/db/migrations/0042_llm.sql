-- migrate:up

alter table organization add column llm_uses text[] not null default '{}',
  add constraint organization_llm_uses_check check (llm_uses <@ '{raise,phrase,draft}'::text[]);
comment on column organization.llm_uses is 'For what the connected language model is asked; nothing until somebody switches it on.';

create table llm_day (
  organization_id  uuid not null references organization (organization_id),
  day              date not null,
  tokens           integer not null check (tokens >= 0),
  calls            integer not null check (calls >= 0),
  primary key (organization_id, day)
);
comment on table llm_day is 'What an organization has spent of its daily budget for the language model: tokens that were set aside or used, and calls (understanding-D79).';

create table llm_draft (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  conversation_id  uuid not null,
  staff_id         uuid not null,
  text             text not null check (char_length(text) between 1 and 2000),
  provider         text not null,
  model            text not null,
  version          text not null,
  made_at          timestamptz not null,
  primary key (organization_id, id),
  constraint llm_draft_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id),
  constraint llm_draft_staff foreign key (organization_id, staff_id) references staff_member (organization_id, id)
);
comment on table llm_draft is 'What a language model wrote for a person to answer with. It is sent by nobody; beside it stands what the person sent (understanding-D76).';
create index llm_draft_by_conversation on llm_draft (organization_id, conversation_id, made_at desc);

do $$
declare name text;
begin
  foreach name in array array['llm_day', 'llm_draft'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy organization_isolation on %I using (organization_id = current_organization()) with check (organization_id = current_organization())', name);
    execute format('create policy organization_scope on %I as restrictive using (current_scope() = ''organization'') with check (current_scope() = ''organization'')', name);
    execute format('grant select, insert, update on %I to bedside_app', name);
  end loop;
end $$;
create policy label_isolation on llm_draft as restrictive
  using (exists (select from conversation c where c.organization_id = llm_draft.organization_id and c.id = llm_draft.conversation_id))
  with check (exists (select from conversation c where c.organization_id = llm_draft.organization_id and c.id = llm_draft.conversation_id));

-- migrate:down

drop table llm_draft;
drop table llm_day;
alter table organization drop constraint organization_llm_uses_check, drop column llm_uses;
