-- migrate:up

create table rule (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  place            int not null check (place >= 0),
  off_reason       text check (off_reason in ('by-hand', 'over-budget')),
  changed_at       timestamptz not null,
  primary key (organization_id, id)
);
comment on table rule is 'What the desk does by itself; its versions say when and what. Rules are asked in the order of their places.';

create table rule_version (
  organization_id  uuid not null references organization (organization_id),
  rule_id          uuid not null,
  version          int not null check (version > 0),
  state            text not null check (state in ('draft', 'simulated', 'live', 'off')),
  name             text not null check (char_length(name) between 1 and 80),
  trigger          text not null check (trigger in ('message-arrived', 'conversation-changed', 'clock-warned', 'clock-breached', 'time-since')),
  hours            int check (hours between 1 and 720),
  definition       jsonb not null,
  author_id        uuid,
  saved_at         timestamptz not null,
  live_since       timestamptz,
  primary key (organization_id, rule_id, version),
  constraint rule_version_rule foreign key (organization_id, rule_id) references rule (organization_id, id),
  constraint rule_version_author foreign key (organization_id, author_id) references staff_member (organization_id, id),
  constraint hours_belong_to_time_since check ((hours is not null) = (trigger = 'time-since')),
  constraint live_version_has_a_beginning check (state <> 'live' or live_since is not null)
);
comment on table rule_version is 'One wording of a rule, never changed. It goes live only after a simulation of itself; the one that was live before is then off (desk-D69).';
create unique index rule_has_one_live_version on rule_version (organization_id, rule_id) where state = 'live';
create index rule_version_by_trigger on rule_version (organization_id, trigger) where state = 'live';

create table rule_mode (
  organization_id  uuid not null references organization (organization_id),
  trigger          text not null check (trigger in ('message-arrived', 'conversation-changed', 'clock-warned', 'clock-breached', 'time-since')),
  mode             text not null check (mode in ('first', 'all')),
  primary key (organization_id, trigger)
);
comment on table rule_mode is 'Whether of the rules of one trigger the first that matches acts, or all; without a row all.';

create table rule_cause (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  root_id          uuid not null,
  depth            int not null check (depth between 0 and 2),
  key              text not null check (char_length(key) <= 200),
  trigger          text not null check (trigger in ('message-arrived', 'conversation-changed', 'clock-warned', 'clock-breached', 'time-since')),
  conversation_id  uuid not null,
  message_id       uuid,
  changed          text check (changed in ('state', 'queue', 'urgency', 'assignee', 'tags', 'patient')),
  hours            int,
  is_automatic     boolean not null default false,
  before           jsonb,
  at               timestamptz not null,
  primary key (organization_id, id),
  constraint rule_cause_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id),
  constraint cause_is_told_once unique (organization_id, conversation_id, key)
);
comment on table rule_cause is 'What happened in a conversation that a live rule may answer to, with the chain that led to it: its first cause and how many rules lie between. Kept for 30 days.';
create index rule_cause_by_age on rule_cause (at);

create table rule_run (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  rule_id          uuid not null,
  version          int not null,
  root_id          uuid not null,
  conversation_id  uuid not null,
  cause_id         uuid not null,
  depth            int not null check (depth between 1 and 3),
  why              jsonb not null,
  outcomes         jsonb not null,
  at               timestamptz not null,
  primary key (organization_id, id),
  constraint rule_acts_once_for_a_cause unique (organization_id, rule_id, conversation_id, root_id),
  constraint rule_run_version foreign key (organization_id, rule_id, version) references rule_version (organization_id, rule_id, version),
  constraint rule_run_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id)
);
comment on table rule_run is 'A rule acted: on which conversation, for which cause, what was done and what was refused. Kept for 180 days.';
create index rule_run_newest on rule_run (organization_id, rule_id, at desc, id desc);
create index rule_run_by_age on rule_run (at);

create table rule_simulation (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  rule_id          uuid not null,
  version          int not null,
  days             int not null check (days between 1 and 90),
  state            text not null check (state in ('waiting', 'running', 'done', 'cancelled', 'failed')),
  conversations    int not null default 0,
  conversations_read int not null default 0,
  events_read      int not null default 0,
  is_cut           boolean not null default false,
  asked_by         uuid not null,
  asked_at         timestamptz not null,
  ended_at         timestamptz,
  primary key (organization_id, id),
  constraint rule_simulation_version foreign key (organization_id, rule_id, version) references rule_version (organization_id, rule_id, version),
  constraint rule_simulation_asked_by foreign key (organization_id, asked_by) references staff_member (organization_id, id),
  constraint ended_simulation_has_an_end check ((state in ('waiting', 'running')) = (ended_at is null))
);
comment on table rule_simulation is 'A version tried on past days without any effect (desk-D69).';
create unique index version_is_simulated_once_at_a_time on rule_simulation (organization_id, rule_id) where state in ('waiting', 'running');
create index rule_simulation_newest on rule_simulation (organization_id, rule_id, asked_at desc);

create table rule_simulation_hit (
  organization_id  uuid not null references organization (organization_id),
  simulation_id    uuid not null,
  n                int not null check (n between 1 and 1000),
  conversation_id  uuid not null,
  at               timestamptz not null,
  outcomes         jsonb not null,
  primary key (organization_id, simulation_id, n),
  constraint simulation_hit_simulation foreign key (organization_id, simulation_id) references rule_simulation (organization_id, id) on delete cascade,
  constraint simulation_hit_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id)
);
comment on table rule_simulation_hit is 'Where the rule would have acted, newest first, and what the gate would have said to its messages.';

create table rule_webhook (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  name             text not null check (char_length(name) between 1 and 80),
  url              text not null check (char_length(url) <= 500),
  secret_sealed    bytea not null,
  state            text not null check (state in ('active', 'disabled')),
  disabled_cause   text check (disabled_cause in ('by-hand', 'gone', 'failing')),
  failing_since    timestamptz,
  created_at       timestamptz not null,
  primary key (organization_id, id),
  constraint disabled_webhook_has_a_cause check ((state = 'disabled') = (disabled_cause is not null))
);
comment on table rule_webhook is 'An address elsewhere that rules tell of a conversation, ids only, signed with its secret (trust-D59).';

create table rule_webhook_call (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  webhook_id       uuid not null,
  run_id           uuid not null,
  state            text not null check (state in ('queued', 'delivered', 'failed')),
  attempts         int not null default 0,
  answer           text check (char_length(answer) <= 40),
  not_before       timestamptz not null,
  changed_at       timestamptz not null,
  primary key (organization_id, id),
  constraint rule_webhook_call_webhook foreign key (organization_id, webhook_id) references rule_webhook (organization_id, id),
  constraint rule_webhook_call_run foreign key (organization_id, run_id) references rule_run (organization_id, id) on delete cascade
);
comment on table rule_webhook_call is 'One telling of one run; tried ten times over about three days. The receiver knows a repeat by the id.';
create index rule_webhook_call_newest on rule_webhook_call (organization_id, webhook_id, changed_at desc);
create index rule_webhook_call_of_run on rule_webhook_call (organization_id, run_id);

do $$
declare t text;
begin
  foreach t in array array['rule', 'rule_version', 'rule_mode', 'rule_cause', 'rule_run', 'rule_simulation', 'rule_simulation_hit', 'rule_webhook', 'rule_webhook_call'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update, delete on %I to bedside_app', t);
    execute format('create policy organization_isolation on %I using (organization_id = current_organization()) with check (organization_id = current_organization())', t);
    execute format('create policy organization_scope on %I as restrictive using (current_scope() = ''organization'') with check (current_scope() = ''organization'')', t);
  end loop;
end $$;

-- migrate:down
drop table rule_webhook_call, rule_webhook, rule_simulation_hit, rule_simulation, rule_run, rule_cause, rule_mode, rule_version, rule;
