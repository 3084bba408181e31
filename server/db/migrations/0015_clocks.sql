-- migrate:up

create table calendar (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  version          integer not null check (version > 0),
  site_id          uuid,
  time_zone        text not null,
  weekly           jsonb not null,
  exceptions       jsonb not null default '[]',
  effective_at     timestamptz not null,
  saved_by         uuid,
  primary key (organization_id, id, version),
  constraint calendar_site foreign key (organization_id, site_id) references site (organization_id, id),
  constraint calendar_author foreign key (organization_id, saved_by) references staff_member (organization_id, id),
  constraint calendar_of_a_site_is_one unique (organization_id, site_id, version)
);
comment on table calendar is 'Opening hours of a site, or without a site of the organization, in versions: each counts from effective_at on (desk-D28).';

create table service_policy (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  version          integer not null check (version > 0),
  place            smallint not null,
  name             text not null check (char_length(name) between 1 and 80),
  conditions       jsonb not null default '{}',
  targets          jsonb not null,
  pauses_on        text[] not null default '{patient}' check (pauses_on <@ '{patient,payer,pharmacy,laboratory,other-office}'),
  is_around_the_clock boolean not null default false,
  assistant_answers boolean not null default false,
  effective_at     timestamptz not null,
  saved_by         uuid,
  primary key (organization_id, id, version),
  constraint service_policy_author foreign key (organization_id, saved_by) references staff_member (organization_id, id)
);
comment on table service_policy is 'Which clocks run and how long each may take, by urgency, in versions. The first by place that fits counts (desk-D27).';

insert into calendar (organization_id, id, version, site_id, time_zone, weekly, effective_at)
select organization_id, gen_random_uuid(), 1, id, time_zone, opening_hours, now() from site where opening_hours <> '{}';
alter table site drop column opening_hours;

do $$
declare t text;
begin
  foreach t in array array['calendar', 'service_policy'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy organization_isolation on %I using (organization_id = current_organization()) with check (organization_id = current_organization())', t);
    execute format('create policy organization_scope on %I as restrictive using (current_scope() = ''organization'') with check (current_scope() = ''organization'')', t);
    execute format('grant select, insert on %I to bedside_app', t);
  end loop;
end $$;

-- migrate:down
alter table site add column opening_hours jsonb not null default '{}';
update site s set opening_hours = c.weekly from calendar c
 where c.organization_id = s.organization_id and c.site_id = s.id
   and c.version = (select max(version) from calendar l where l.organization_id = c.organization_id and l.id = c.id);
drop table service_policy, calendar;
