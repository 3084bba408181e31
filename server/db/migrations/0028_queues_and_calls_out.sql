-- migrate:up

alter table queue
  add column retired_at timestamptz,
  add column successor_id uuid,
  add constraint queue_successor foreign key (organization_id, successor_id) references queue (organization_id, id),
  add constraint retired_queue_names_who_goes_on check ((retired_at is null) = (successor_id is null) and successor_id <> id);
comment on column queue.successor_id is 'Where the work of a queue that was taken out of use goes on (decision 0120). Its name stays for what is over.';

alter table call_back add column is_booked boolean not null default false;
comment on column call_back.is_booked is 'Its time was chosen by a person; else it is the turn in the line.';

alter table call
  add column first_leg text check (first_leg in ('agent', 'patient')),
  add column agent_number text check (agent_number ~ '^\+[0-9]{4,15}$'),
  add column dialed_by uuid,
  add constraint call_dialed_by foreign key (organization_id, dialed_by) references staff_member (organization_id, id),
  add constraint call_that_is_dialed_rings_somebody check ((first_leg is null) = (agent_number is null) and (first_leg is null) = (dialed_by is null));
comment on column call.first_leg is 'A call that the carrier dials for us (decision 0121): whose telephone rings first.';
create unique index call_back_is_dialed_once on call (organization_id, call_back_id) where ended_at is null and first_leg is not null;
create index call_dialed_by_whom on call (organization_id, dialed_by, started_at) where dialed_by is not null;

create table carrier_look_back (
  organization_id  uuid not null,
  account_id       uuid not null,
  claimed_at       timestamptz not null,
  compared_to      timestamptz not null,
  is_failed        boolean not null default false,
  listed           integer not null default 0,
  taken_in         integer not null default 0,
  missing          text[] not null default '{}' check (cardinality(missing) <= 100),
  primary key (organization_id, account_id),
  constraint carrier_look_back_account foreign key (organization_id, account_id) references channel_account (organization_id, id)
);
comment on table carrier_look_back is 'The last daily comparison of a number with what its carrier lists (desk-D58, decision 0122): up to when, how much, and what could not be taken in.';
alter table carrier_look_back enable row level security;
alter table carrier_look_back force row level security;
create policy organization_isolation on carrier_look_back using (organization_id = current_organization()) with check (organization_id = current_organization());
create policy organization_scope on carrier_look_back as restrictive using (current_scope() = 'organization') with check (current_scope() = 'organization');
grant select, insert, update, delete on carrier_look_back to bedside_app;

-- migrate:down
drop table carrier_look_back;
drop index call_dialed_by_whom, call_back_is_dialed_once;
alter table call drop column dialed_by, drop column agent_number, drop column first_leg;
alter table call_back drop column is_booked;
alter table queue drop column successor_id, drop column retired_at;
