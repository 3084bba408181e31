-- migrate:up

create function current_actor() returns text language sql stable parallel safe
return nullif(current_setting('app.actor', true), '');
create function current_role_is(role text) returns boolean language sql stable parallel safe
return coalesce(current_setting('app.role', true) = role, false);

create table saved_view (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  version          int not null check (version > 0),
  owner_id         uuid not null,
  name             text not null check (char_length(name) between 1 and 60),
  conditions       jsonb not null,
  sorted           text not null check (sorted in ('newest', 'oldest')),
  audience         text not null check (audience in ('owner', 'queue', 'site', 'organization')),
  queue_id         uuid,
  site_id          uuid,
  saved_at         timestamptz not null,
  removed_at       timestamptz,
  primary key (organization_id, id),
  constraint saved_view_names_its_audience check ((audience = 'queue') = (queue_id is not null) and (audience = 'site') = (site_id is not null)),
  constraint saved_view_owner foreign key (organization_id, owner_id) references staff_member (organization_id, id),
  constraint saved_view_queue foreign key (organization_id, queue_id) references queue (organization_id, id),
  constraint saved_view_site foreign key (organization_id, site_id) references site (organization_id, id)
);
comment on table saved_view is 'A view of the inbox that somebody made: conditions over conversations and an order (desk-D11). Its owner''s alone, or for the members of a queue, the people of a site, or everybody; what is read through it is what its reader may see anyway. Removed ones are kept for a day, for undo.';
create index saved_view_by_owner on saved_view (organization_id, owner_id);
create index saved_view_shared on saved_view (organization_id) where audience <> 'owner';

create table saved_view_order (
  organization_id  uuid not null references organization (organization_id),
  staff_id         uuid not null,
  view_ids         uuid[] not null check (cardinality(view_ids) <= 100),
  primary key (organization_id, staff_id),
  constraint saved_view_order_of foreign key (organization_id, staff_id) references staff_member (organization_id, id)
);
comment on table saved_view_order is 'In which order somebody has their saved views; what is not named stands behind, by name. An id may name a view that is gone, so it has no foreign key.';

do $$
declare one text;
begin
  foreach one in array '{saved_view,saved_view_order}'::text[] loop
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
    execute format('grant select, insert, update, delete on %I to bedside_app', one);
    execute format('create policy organization_isolation on %I using (organization_id = current_organization()) with check (organization_id = current_organization())', one);
    execute format('create policy organization_scope on %I as restrictive using (current_scope() = ''organization'') with check (current_scope() = ''organization'')', one);
  end loop;
end $$;

-- The same decisions as server/modules/saved-view/policy.ts; a test holds the two together.
create policy audience_isolation on saved_view as restrictive for select
  using (current_role_is('system') or owner_id::text = current_actor() or audience <> 'owner' and (
    audience = 'organization' or current_role_is('supervisor')
    or exists (select from queue_member m where m.organization_id = saved_view.organization_id and m.queue_id = saved_view.queue_id and m.staff_id::text = current_actor())
    or exists (select from staff_member s where s.organization_id = saved_view.organization_id and s.id::text = current_actor() and s.site_id = saved_view.site_id)));
create policy author_isolation_of_new on saved_view as restrictive for insert
  with check (current_role_is('system') or owner_id::text = current_actor() and (audience = 'owner' or current_role_is('supervisor')));
create policy author_isolation on saved_view as restrictive for update
  using (current_role_is('system') or case when audience = 'owner' then owner_id::text = current_actor() else current_role_is('supervisor') end)
  with check (current_role_is('system') or case when audience = 'owner' then owner_id::text = current_actor() else current_role_is('supervisor') end);
create policy author_isolation_of_old on saved_view as restrictive for delete
  using (current_role_is('system') or case when audience = 'owner' then owner_id::text = current_actor() else current_role_is('supervisor') end);
create policy staff_isolation on saved_view_order as restrictive
  using (current_role_is('system') or staff_id::text = current_actor()) with check (current_role_is('system') or staff_id::text = current_actor());

-- migrate:down

drop table saved_view_order, saved_view;
drop function current_role_is(text);
drop function current_actor();
