-- migrate:up

alter table message add column origin_id uuid;
alter table message add constraint message_origin foreign key (organization_id, origin_id) references conversation (organization_id, id);
comment on column message.origin_id is 'The conversation that the message was first written in, or that its reply token names, when it stands in another now (desk-D22).';

create table conversation_move (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  kind             text not null check (kind in ('merge', 'split')),
  source_id        uuid not null,
  target_id        uuid not null,
  moved_by         uuid not null,
  moved_at         timestamptz not null,
  undo_until       timestamptz not null,
  undone_at        timestamptz,
  undone_by        uuid,
  was              jsonb not null,
  primary key (organization_id, id),
  constraint conversation_move_source foreign key (organization_id, source_id) references conversation (organization_id, id),
  constraint conversation_move_target foreign key (organization_id, target_id) references conversation (organization_id, id),
  constraint conversation_move_by foreign key (organization_id, moved_by) references staff_member (organization_id, id),
  constraint conversation_move_leads_elsewhere check (source_id <> target_id),
  constraint conversation_move_is_undone_by_somebody check ((undone_at is null) = (undone_by is null))
);
comment on table conversation_move is 'A merge or a split of conversations, with what undo needs to give back (desk-D22). Codes and instants, no words of a patient.';
create index conversation_move_from on conversation_move (organization_id, source_id);
create index conversation_move_to on conversation_move (organization_id, target_id);

create table moved_message (
  organization_id  uuid not null,
  move_id          uuid not null,
  message_id       uuid not null,
  source_seq       integer not null,
  target_seq       integer not null,
  placeholder_id   uuid not null,
  primary key (organization_id, move_id, message_id),
  constraint moved_message_move foreign key (organization_id, move_id) references conversation_move (organization_id, id),
  constraint moved_message_message foreign key (organization_id, message_id) references message (organization_id, id)
);
comment on table moved_message is 'Where a moved message stood and stands, and the event that keeps its place where it is not, so that seq stays gapless (decision 0075).';
create index moved_message_by_placeholder on moved_message (organization_id, placeholder_id);

do $$
declare t text;
begin
  foreach t in array array['conversation_move', 'moved_message'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy organization_isolation on %I using (organization_id = current_organization()) with check (organization_id = current_organization())', t);
    execute format('create policy organization_scope on %I as restrictive using (current_scope() = ''organization'') with check (current_scope() = ''organization'')', t);
    execute format('grant select, insert, update, delete on %I to bedside_app', t);
  end loop;
end $$;

-- migrate:down
drop table moved_message, conversation_move;
delete from message where direction = 'event' and flags @> '{moved}';
alter table message drop column origin_id;
