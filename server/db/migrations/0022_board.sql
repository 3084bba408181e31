-- migrate:up

-- The board counts what is open by queue; all it needs lies in the index, the columns of the policies too.
create index conversation_open_by_queue on conversation (organization_id, queue_id) include (unread_since, due_at, labels, patient_id, id)
  where state = 'open';
create index delivery_unknown on delivery (organization_id, conversation_id) include (changed_at) where state = 'unknown';

-- Policies are published as a whole: what one publication left as it was keeps its version.
alter table service_policy add column publication integer not null default 1 check (publication > 0);
comment on column service_policy.publication is 'The publication that brought this version. A set in force is, of each policy, the newest version of its publication or an earlier one; conditions that name no queue fit nothing: the policy is not there.';

alter table capacity_rule add column author_id uuid, add column changed_at timestamptz,
  add constraint capacity_rule_author foreign key (organization_id, author_id) references staff_member (organization_id, id);

create table shift_pattern (
  organization_id  uuid not null references organization (organization_id),
  staff_id         uuid not null,
  version          integer not null check (version > 0),
  time_zone        text not null,
  weekly           jsonb not null,
  exceptions       jsonb not null default '[]',
  author_id        uuid not null,
  at               timestamptz not null,
  planned_until    timestamptz not null,
  primary key (organization_id, staff_id, version),
  constraint shift_pattern_staff foreign key (organization_id, staff_id) references staff_member (organization_id, id),
  constraint shift_pattern_author foreign key (organization_id, author_id) references staff_member (organization_id, id)
);
comment on table shift_pattern is 'When somebody works in a week, with dates that are different, in versions; the highest counts. Its shifts are written down ahead until planned_until.';

create table hand_over (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  conversation_id  uuid not null,
  from_id          uuid not null,
  to_id            uuid not null,
  state            text not null check (state in ('open', 'accepted', 'declined', 'withdrawn')),
  offered_at       timestamptz not null,
  settled_at       timestamptz,
  primary key (organization_id, id),
  constraint hand_over_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id),
  constraint hand_over_from foreign key (organization_id, from_id) references staff_member (organization_id, id),
  constraint hand_over_to foreign key (organization_id, to_id) references staff_member (organization_id, id),
  constraint hand_over_is_to_another check (from_id <> to_id),
  constraint settled_hand_over_has_an_end check ((state = 'open') = (settled_at is null))
);
comment on table hand_over is 'At the end of a shift: a conversation that one person gives to another, who accepts it by name. Until then it stays with the first (desk-D34).';
create unique index conversation_is_handed_over_once on hand_over (organization_id, conversation_id) where state = 'open';
create index hand_over_open_to on hand_over (organization_id, to_id) where state = 'open';
create index hand_over_open_from on hand_over (organization_id, from_id) where state = 'open';

do $$
declare t text;
begin
  foreach t in array array['shift_pattern', 'hand_over'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy organization_isolation on %I using (organization_id = current_organization()) with check (organization_id = current_organization())', t);
    execute format('create policy organization_scope on %I as restrictive using (current_scope() = ''organization'') with check (current_scope() = ''organization'')', t);
    execute format('grant select, insert, update on %I to bedside_app', t);
  end loop;
end $$;

-- migrate:down
drop table hand_over, shift_pattern;
alter table capacity_rule drop constraint capacity_rule_author, drop column changed_at, drop column author_id;
alter table service_policy drop column publication;
drop index delivery_unknown;
drop index conversation_open_by_queue;
