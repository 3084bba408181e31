-- migrate:up

-- What the gate lets leave only after a person said yes (desk-D36): such a delivery is held with the question as its cause.
alter table delivery add column agreed text[] not null default '{}'
  check (agreed <@ array['SHARED_ADDRESS', 'OTHER_LANGUAGE']);
comment on column delivery.agreed is 'Questions of the gate that a person answered with yes (desk-D36); the last is the latest.';
create index delivery_asked on delivery (organization_id, changed_at) where state = 'held' and cause in ('SHARED_ADDRESS', 'OTHER_LANGUAGE');

-- migrate:down

drop index delivery_asked;
alter table delivery drop column agreed;
