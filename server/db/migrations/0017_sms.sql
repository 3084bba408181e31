-- migrate:up

create table sms_carrier (
  organization_id  uuid not null references organization (organization_id),
  account_id       uuid not null,
  carrier_account  text not null check (char_length(carrier_account) between 1 and 100),
  secret_sealed    bytea not null,
  api_url          text not null check (char_length(api_url) <= 500 and api_url ~ '^https?://'),
  changed_at       timestamptz not null,
  primary key (organization_id, account_id),
  constraint sms_carrier_account foreign key (organization_id, account_id) references channel_account (organization_id, id)
);
comment on table sms_carrier is 'By which account at a carrier one number of ours sends and receives text messages; its secret signs both ways (desk-D60).';

create table number_stop (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  address          text not null check (address ~ '^\+[0-9]{4,15}$'),
  kind             text not null check (kind in ('stop', 'doubt')),
  message_id       uuid not null,
  stopped_at       timestamptz not null,
  ended_at         timestamptz,
  ended_by         uuid,
  primary key (organization_id, id),
  constraint number_stop_message foreign key (organization_id, message_id) references message (organization_id, id),
  constraint number_stop_ended_by foreign key (organization_id, ended_by) references message (organization_id, id),
  constraint number_stop_ends_by_a_message check ((ended_at is null) = (ended_by is null))
);
comment on table number_stop is 'A number that asked for no automatic texts, with the message that said so and the one that took it back; it holds for everybody who shares the number (desk-D39).';
create unique index number_is_stopped_once on number_stop (organization_id, address) where ended_at is null;
create index delivery_to_number on delivery (organization_id, address) where channel = 'sms' and state in ('held', 'queued');

do $$
declare t text;
begin
  foreach t in array array['sms_carrier', 'number_stop'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy organization_isolation on %I using (organization_id = current_organization()) with check (organization_id = current_organization())', t);
    execute format('create policy organization_scope on %I as restrictive using (current_scope() = ''organization'') with check (current_scope() = ''organization'')', t);
    execute format('grant select, insert, update, delete on %I to bedside_app', t);
  end loop;
end $$;

-- migrate:down
drop index delivery_to_number;
drop table number_stop, sms_carrier;
