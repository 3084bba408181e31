-- migrate:up

create table routing_policy (
  organization_id  uuid not null references organization (organization_id),
  version          int not null check (version > 0),
  is_automatic     boolean not null,
  policy           jsonb not null,
  queue_skills     jsonb not null default '{}',
  author_id        uuid,
  at               timestamptz not null,
  primary key (organization_id, version),
  constraint routing_policy_author foreign key (organization_id, author_id) references staff_member (organization_id, id)
);
comment on table routing_policy is 'Versions of an organization''s routing: whether conversations are given out by themselves, weights and limits, skills that a queue asks for. The highest counts; without one nothing is given out.';

create table availability (
  organization_id  uuid not null references organization (organization_id),
  staff_id         uuid not null,
  away_reason      text check (away_reason in ('break', 'meal', 'meeting', 'training', 'paperwork', 'other')),
  away_since       timestamptz,
  seen_at          timestamptz,
  returned_at      timestamptz,
  primary key (organization_id, staff_id),
  constraint availability_staff foreign key (organization_id, staff_id) references staff_member (organization_id, id),
  constraint away_has_a_beginning check ((away_reason is null) = (away_since is null))
);
comment on table availability is 'Whether somebody can be given work: the last heartbeat of the desk, and why and since when a person is away.';

create table capacity_rule (
  organization_id  uuid not null references organization (organization_id),
  staff_id         uuid not null,
  capacity         int not null check (capacity between 0 and 1000),
  skills           jsonb not null default '{}',
  version          int not null default 1,
  primary key (organization_id, staff_id),
  constraint capacity_rule_staff foreign key (organization_id, staff_id) references staff_member (organization_id, id)
);
comment on table capacity_rule is 'How many points of work a member of staff takes at once, and levels by skill. Without a row: 100, and no skill.';

create table shift (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  staff_id         uuid not null,
  starts_at        timestamptz not null,
  ends_at          timestamptz not null,
  primary key (organization_id, id),
  constraint shift_staff foreign key (organization_id, staff_id) references staff_member (organization_id, id),
  constraint shift_lasts_at_most_a_day check (ends_at > starts_at and ends_at <= starts_at + interval '24 hours')
);
comment on table shift is 'When somebody works. An organization without shifts takes who is signed in and accepting.';
create index shift_by_end on shift (organization_id, ends_at, staff_id);

create table routing_snapshot (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  conversation_id  uuid not null,
  input            jsonb not null,
  outcome          jsonb not null,
  at               timestamptz not null,
  primary key (organization_id, id),
  constraint routing_snapshot_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id)
);
comment on table routing_snapshot is 'What one decision was made from and what it said, named by the journal: ids, codes and numbers. Kept for 30 days.';
create index routing_snapshot_newest on routing_snapshot (organization_id, conversation_id, at desc);
create index routing_snapshot_by_age on routing_snapshot (at);

create table routing_offer (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  conversation_id  uuid not null,
  staff_id         uuid not null,
  snapshot_id      uuid not null,
  state            text not null check (state in ('offered', 'accepted', 'passed', 'withdrawn')),
  offered_at       timestamptz not null,
  expires_at       timestamptz not null,
  settled_at       timestamptz,
  primary key (organization_id, id),
  constraint routing_offer_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id),
  constraint routing_offer_staff foreign key (organization_id, staff_id) references staff_member (organization_id, id),
  constraint settled_offer_has_an_end check ((state = 'offered') = (settled_at is null))
);
comment on table routing_offer is 'A conversation that was held out to somebody until a moment; then it goes to the next.';
create unique index conversation_is_offered_once on routing_offer (organization_id, conversation_id) where state = 'offered';
create index routing_offer_by_staff on routing_offer (organization_id, staff_id, offered_at);

create table work_span (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null default uuidv7(),
  conversation_id  uuid not null,
  staff_id         uuid not null,
  from_at          timestamptz not null,
  to_at            timestamptz,
  primary key (organization_id, id),
  constraint work_span_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id),
  constraint work_span_staff foreign key (organization_id, staff_id) references staff_member (organization_id, id)
);
comment on table work_span is 'From when until when an open conversation was in somebody''s hands, for load and rest. Kept by the trigger in_whose_hands; what ended is kept for a day.';
create unique index conversation_is_in_one_hand on work_span (organization_id, conversation_id) where to_at is null;
create index work_span_by_staff on work_span (organization_id, staff_id, to_at);
create index work_span_of_conversation on work_span (organization_id, conversation_id, to_at);

-- A conversation changes hands in many ways: taken, answered, accepted as a red flag, resolved, given back. Each passes here.
create function in_whose_hands() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if old.assignment = 'offered' and (new.assignment, new.assignee_id) is distinct from (old.assignment, old.assignee_id) then
      update routing_offer
         set state = case when new.assignee_id = old.assignee_id then 'accepted' else 'withdrawn' end, settled_at = clock_timestamp()
       where organization_id = new.organization_id and conversation_id = new.id and state = 'offered';
    end if;
    if new.assignee_id is not distinct from old.assignee_id and (new.state = 'open') = (old.state = 'open') then
      return null;
    end if;
    update work_span set to_at = clock_timestamp()
     where organization_id = new.organization_id and conversation_id = new.id and to_at is null;
  end if;
  if new.assignee_id is not null and new.state = 'open' then
    insert into work_span (organization_id, conversation_id, staff_id, from_at)
    values (new.organization_id, new.id, new.assignee_id, clock_timestamp());
  end if;
  return null;
end $$;

create trigger conversation_comes_to_hand after insert on conversation
  for each row when (new.assignee_id is not null and new.state = 'open') execute function in_whose_hands();
create trigger conversation_changes_hands after update on conversation
  for each row when (old.assignee_id is distinct from new.assignee_id or old.assignment <> new.assignment
    or (old.state = 'open') <> (new.state = 'open')) execute function in_whose_hands();

do $$
declare t text;
begin
  foreach t in array array['routing_policy', 'availability', 'capacity_rule', 'shift', 'routing_snapshot', 'routing_offer', 'work_span'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update, delete on %I to bedside_app', t);
    execute format('create policy organization_isolation on %I using (organization_id = current_organization()) with check (organization_id = current_organization())', t);
    execute format('create policy organization_scope on %I as restrictive using (current_scope() = ''organization'') with check (current_scope() = ''organization'')', t);
  end loop;
end $$;

-- migrate:down
drop trigger conversation_changes_hands on conversation;
drop trigger conversation_comes_to_hand on conversation;
drop function in_whose_hands;
drop table work_span, routing_offer, routing_snapshot, shift, capacity_rule, availability, routing_policy;
