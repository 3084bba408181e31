-- migrate:up

create table mail_webhook (
  organization_id   uuid not null references organization (organization_id),
  id                uuid not null,
  account_id        uuid not null,
  secret_sealed     bytea not null,
  old_secret_sealed bytea,
  old_secret_until  timestamptz,
  created_at        timestamptz not null,
  rotated_at        timestamptz,
  primary key (organization_id, id),
  constraint mailbox_has_one_webhook unique (organization_id, account_id),
  constraint mail_webhook_account foreign key (organization_id, account_id) references channel_account (organization_id, id),
  constraint old_secret_has_an_end check ((old_secret_sealed is null) = (old_secret_until is null))
);
comment on table mail_webhook is 'An address to which a mail provider pushes the mail of one mailbox, with the secret that signs it. The old secret is valid beside it for a while (trust-D55).';

create table mail_hand_over (
  organization_id  uuid not null references organization (organization_id),
  webhook_id       uuid not null,
  hand_over_id     text not null check (char_length(hand_over_id) between 1 and 200),
  content_digest   bytea not null,
  outcome          text not null check (outcome in ('stored', 'duplicate', 'refused', 'set_aside')),
  received_at      timestamptz not null,
  primary key (organization_id, webhook_id, hand_over_id, content_digest),
  constraint mail_hand_over_webhook foreign key (organization_id, webhook_id) references mail_webhook (organization_id, id) on delete cascade
);
comment on table mail_hand_over is 'Ids under which a provider handed mail over, kept for 7 days so that a repeat has no effect.';
create index mail_hand_over_by_age on mail_hand_over (organization_id, webhook_id, received_at);

create table mail_picture (
  organization_id  uuid not null references organization (organization_id),
  message_id       uuid not null,
  url_digest       bytea not null,
  url              text not null check (char_length(url) <= 2000),
  type             text not null check (type in ('image/jpeg', 'image/png', 'image/webp')),
  size             int not null,
  storage_key      text not null,
  fetched_at       timestamptz not null,
  primary key (organization_id, message_id, url_digest),
  constraint mail_picture_message foreign key (organization_id, message_id) references message (organization_id, id)
);
comment on table mail_picture is 'Pictures that a mail shows from elsewhere, fetched once after somebody at the desk asked for them, and made new (desk-D56).';

do $$
declare t text;
begin
  foreach t in array array['mail_webhook', 'mail_hand_over', 'mail_picture'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy organization_isolation on %I using (organization_id = current_organization()) with check (organization_id = current_organization())', t);
    execute format('create policy organization_scope on %I as restrictive using (current_scope() = ''organization'') with check (current_scope() = ''organization'')', t);
    execute format('grant select, insert, update, delete on %I to bedside_app', t);
  end loop;
end $$;

-- migrate:down
drop table mail_picture, mail_hand_over, mail_webhook;
