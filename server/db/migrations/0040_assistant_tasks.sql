-- migrate:up

alter table message add column choices text[],
  add constraint message_choices_check check (cardinality(choices) <= 3);
comment on column message.choices is 'Words that the patient can send with one press, in a message of the assistant; empty: only the way to a person. Null: not of the assistant, or its last word.';

create table assistant_task (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  conversation_id  uuid not null,
  kind             text not null check (kind in ('callback', 'complaint', 'compliment', 'interpreter', 'transport', 'book', 'move', 'cancel', 'late', 'earlier', 'refill', 'bill', 'insurance', 'results', 'records', 'details')),
  state            text not null check (state in ('collecting', 'confirming', 'paused', 'doing', 'done', 'failed', 'abandoned', 'handed_off')),
  step             integer not null check (step >= 0),
  pending          text,
  offered          jsonb not null check (jsonb_array_length(offered) <= 3),
  tries            smallint not null check (tries between 0 and 3),
  asked            text[] not null check (cardinality(asked) <= 30),
  started_at       timestamptz not null,
  updated_at       timestamptz not null,
  primary key (organization_id, id),
  constraint assistant_task_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id)
);
create index assistant_task_by_conversation on assistant_task (organization_id, conversation_id, updated_at desc);
comment on table assistant_task is 'A request of a patient that the assistant collects (FHIR Task); at most three are open in a conversation, for thirty days.';

create table assistant_slot (
  organization_id  uuid not null references organization (organization_id),
  task_id          uuid not null,
  name             text not null,
  conversation_id  uuid not null,
  value            text not null check (char_length(value) between 1 and 500),
  shown            text not null check (char_length(shown) between 1 and 500),
  message_id       uuid not null,
  is_confirmed     boolean not null,
  primary key (organization_id, task_id, name),
  constraint assistant_slot_task foreign key (organization_id, task_id) references assistant_task (organization_id, id),
  constraint assistant_slot_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id),
  constraint assistant_slot_message foreign key (organization_id, message_id) references message (organization_id, id)
);
comment on table assistant_slot is 'One value of a request, in words of the patient, and the message that said it.';

create table assistant_effect (
  organization_id  uuid not null references organization (organization_id),
  task_id          uuid not null,
  step             integer not null,
  kind             text not null check (kind in ('call-back')),
  resource_id      uuid not null,
  at               timestamptz not null,
  primary key (organization_id, task_id, step),
  constraint assistant_effect_task foreign key (organization_id, task_id) references assistant_task (organization_id, id)
);
comment on table assistant_effect is 'What was done for a request, once for each of its steps.';

do $$
declare name text;
begin
  foreach name in array array['assistant_task', 'assistant_slot', 'assistant_effect'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy organization_isolation on %I using (organization_id = current_organization()) with check (organization_id = current_organization())', name);
    execute format('create policy organization_scope on %I as restrictive using (current_scope() = ''organization'') with check (current_scope() = ''organization'')', name);
    execute format('grant select, insert, update on %I to bedside_app', name);
  end loop;
  foreach name in array array['assistant_task', 'assistant_slot'] loop
    execute format('create policy label_isolation on %1$I as restrictive using (exists (select from conversation c where c.organization_id = %1$I.organization_id and c.id = %1$I.conversation_id)) with check (exists (select from conversation c where c.organization_id = %1$I.organization_id and c.id = %1$I.conversation_id))', name);
  end loop;
end $$;
grant delete on assistant_slot to bedside_app;

-- migrate:down

drop table assistant_effect, assistant_slot, assistant_task;
alter table message drop column choices;
