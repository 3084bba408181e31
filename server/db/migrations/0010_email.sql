-- migrate:up

-- One indexed look-up from a receiving address to its mailbox, before any organization is known.
create table auth.mailbox_door (
  address          text not null check (address = lower(address) and char_length(address) between 3 and 320),
  domain           text not null generated always as (substring(address from '[^@]*$')) stored,
  organization_id  uuid not null,
  account_id       uuid not null,
  constraint mailbox_is_bound_once primary key (address)
);
comment on table auth.mailbox_door is 'Which mailbox an address of ours leads to; kept by a trigger of channel_account.';
create index mailbox_door_of_domain on auth.mailbox_door (domain);
create index mailbox_door_of_account on auth.mailbox_door (organization_id, account_id);
grant select, insert, update, delete on auth.mailbox_door to bedside_app;

create function keep_mailbox_door() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    delete from auth.mailbox_door where organization_id = old.organization_id and account_id = old.id;
  end if;
  if tg_op <> 'DELETE' and new.channel = 'email' and new.is_live then
    insert into auth.mailbox_door (address, organization_id, account_id) values (lower(new.address), new.organization_id, new.id);
  end if;
  return null;
end $$;
create trigger keep_mailbox_door after insert or update or delete on channel_account
  for each row execute function keep_mailbox_door();

alter table channel_account no force row level security;
insert into auth.mailbox_door (address, organization_id, account_id)
  select lower(address), organization_id, id from channel_account where channel = 'email' and is_live;
alter table channel_account force row level security;

create table mail_arrival (
  organization_id  uuid not null references organization (organization_id),
  source           text not null,
  arrival_key      text not null check (char_length(arrival_key) <= 200),
  seen_at          timestamptz not null,
  alarmed_at       timestamptz,
  primary key (organization_id, source, arrival_key)
);
comment on table mail_arrival is 'Mail that was seen at a mailbox and is not settled yet. A row that stays is a difference of the reconciliation (desk-D58).';
create index mail_arrival_by_age on mail_arrival (organization_id, seen_at);

create table mail_body (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  address          text not null check (char_length(address) <= 320),
  body_digest      bytea not null,
  at               timestamptz not null,
  primary key (organization_id, id)
);
comment on table mail_body is 'Bodies of the last hour by sender, to see a storm of equal mails (desk-D52). Digests only.';
create index mail_body_of_sender on mail_body (organization_id, address, body_digest, at);

create table imap_folder (
  organization_id  uuid not null references organization (organization_id),
  account_id       uuid not null,
  folder           text not null,
  uid_validity     bigint,
  last_uid         bigint not null default 0,
  connected_at     timestamptz not null,
  last_success_at  timestamptz,
  failure          text check (char_length(failure) <= 60),
  failed_since     timestamptz,
  lease_owner      uuid,
  lease_until      timestamptz,
  primary key (organization_id, account_id, folder),
  constraint imap_folder_account foreign key (organization_id, account_id) references channel_account (organization_id, id)
);
comment on table imap_folder is 'How far a folder was read over IMAP. One server process at a time reads it: the holder of the lease.';

do $$
declare t text;
begin
  foreach t in array array['mail_arrival', 'mail_body', 'imap_folder'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy organization_isolation on %I using (organization_id = current_organization()) with check (organization_id = current_organization())', t);
    execute format('create policy organization_scope on %I as restrictive using (current_scope() = ''organization'') with check (current_scope() = ''organization'')', t);
    execute format('grant select, insert, update, delete on %I to bedside_app', t);
  end loop;
end $$;

alter table set_aside add column sender text check (char_length(sender) <= 320);
comment on column set_aside.sender is 'Of a storm or a loop: whose, so that the alarm is raised once.';

-- The budgets of automatic mail are asked at each acknowledgement (desk-D42).
create index delivery_automatic on delivery (organization_id, address, changed_at) where is_automatic;
create index message_automatic_of_account on message (organization_id, channel_account_id, received_at) where author_kind = 'system' and channel_account_id is not null;
create index attachment_waiting on attachment (organization_id, received_at) where verdict = 'waiting';

-- migrate:down
drop index attachment_waiting;
drop index message_automatic_of_account;
alter table set_aside drop column sender;
drop index delivery_automatic;
drop table imap_folder, mail_body, mail_arrival;
drop trigger keep_mailbox_door on channel_account;
drop function keep_mailbox_door();
drop table auth.mailbox_door;
