-- migrate:up

alter table organization add column assistant_channels text[] not null default '{}',
  add constraint organization_assistant_channels_check check (assistant_channels <@ '{portal-chat,widget}'::text[]);
comment on column organization.assistant_channels is 'Where the assistant answers patients; nowhere until somebody switches it on.';

create table assistant_session (
  organization_id  uuid not null references organization (organization_id),
  conversation_id  uuid not null,
  answered_seq     integer not null,
  is_introduced    boolean not null,
  failed           integer not null check (failed between 0 and 10),
  was_upset        boolean not null,
  is_handing_off   boolean not null,
  given_back_at    timestamptz,
  updated_at       timestamptz not null,
  primary key (organization_id, conversation_id),
  constraint assistant_session_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id)
);
comment on table assistant_session is 'Where the assistant stands in a conversation. It is silent wherever a person has answered or taken over since it was given back.';

create table hand_off (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  conversation_id  uuid not null,
  message_id       uuid not null,
  reason           text not null check (reason in ('asked', 'clinical', 'upset', 'task', 'complaint', 'privacy', 'not-understood', 'language', 'disagree', 'danger')),
  requested_at     timestamptz not null,
  closed_at        timestamptz,
  primary key (organization_id, id),
  constraint hand_off_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id),
  constraint hand_off_message foreign key (organization_id, message_id) references message (organization_id, id)
);
create unique index hand_off_is_open_once on hand_off (organization_id, conversation_id) where closed_at is null;
comment on table hand_off is 'The assistant brought a conversation to people (FHIR Task); it stays open until it is given back.';

do $$
declare name text;
begin
  foreach name in array array['assistant_session', 'hand_off'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy organization_isolation on %I using (organization_id = current_organization()) with check (organization_id = current_organization())', name);
    execute format('create policy organization_scope on %I as restrictive using (current_scope() = ''organization'') with check (current_scope() = ''organization'')', name);
    execute format('grant select, insert, update on %I to bedside_app', name);
  end loop;
end $$;

-- migrate:down

drop table hand_off;
drop table assistant_session;
alter table organization drop column assistant_channels;
