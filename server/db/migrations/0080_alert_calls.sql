-- migrate:up

create table alert_call (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  alert_id         uuid not null,
  staff_id         uuid not null,
  -- The tries of one person each time an alert asks have a written limit (decision 0235).
  try              smallint not null check (try between 1 and 3),
  number           text not null check (number ~ '^\+[1-9][0-9]{6,14}$'),
  language         text not null check (language in ('en', 'es')),
  account_id       uuid not null,
  state            text not null default 'asked'
    check (state in ('asked', 'ringing', 'accepted', 'had', 'no_key', 'no_answer', 'failed', 'dropped')),
  carrier_call_id  text check (char_length(carrier_call_id) <= 64),
  asked_at         timestamptz not null,
  due_at           timestamptz not null,
  answered_at      timestamptz,
  ended_at         timestamptz,
  primary key (organization_id, id),
  constraint alert_call_is_tried_once unique (organization_id, alert_id, staff_id, asked_at, try),
  constraint alert_call_alert foreign key (organization_id, alert_id) references safety_alert (organization_id, id),
  constraint alert_call_staff foreign key (organization_id, staff_id) references staff_member (organization_id, id),
  constraint alert_call_line foreign key (organization_id, account_id) references channel_account (organization_id, id),
  constraint alert_call_is_over_or_not check ((ended_at is null) = (state in ('asked', 'ringing')))
);
comment on table alert_call is 'Calls to whoever is on call when nobody accepts a red flag (desk-D3, decision 0235): about an alert and without a patient. A key on the telephone accepts.';

alter table alert_call enable row level security;
alter table alert_call force row level security;
create policy organization_isolation on alert_call using (organization_id = current_organization()) with check (organization_id = current_organization());
create policy organization_scope on alert_call as restrictive using (current_scope() = 'organization') with check (current_scope() = 'organization');
grant select, insert, update, delete on alert_call to bedside_app;

alter table safety_alert add column accepted_by_phone boolean not null default false;
comment on column safety_alert.accepted_by_phone is 'Accepted by a key on the telephone of whoever is on call, not at the desk (decision 0235).';

-- migrate:down
alter table safety_alert drop column accepted_by_phone;
drop table alert_call;
