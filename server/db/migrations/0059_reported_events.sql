-- migrate:up

create table event_source (
  organization_id   uuid not null references organization (organization_id),
  id                uuid not null,
  name              text not null check (char_length(name) between 1 and 80),
  kinds             text[] not null check (kinds <@ '{result-filed,authorization-decided,form-returned,visit-done}' and cardinality(kinds) > 0),
  secret_sealed     bytea not null,
  old_secret_sealed bytea,
  old_secret_until  timestamptz,
  created_at        timestamptz not null,
  last_reported_at  timestamptz,
  primary key (organization_id, id),
  constraint old_secret_has_an_end check ((old_secret_sealed is null) = (old_secret_until is null))
);
comment on table event_source is 'A system outside that reports what happened to a patient: a laboratory, a payer, a form service. Its secret is sealed (decision 0188).';

create table reported_event (
  organization_id  uuid not null references organization (organization_id),
  source_id        uuid not null,
  report_id        text not null check (char_length(report_id) between 1 and 200),
  content_digest   bytea not null,
  kind             text not null check (kind in ('result-filed', 'authorization-decided', 'form-returned', 'visit-done')),
  received_at      timestamptz not null,
  primary key (organization_id, source_id, report_id),
  constraint reported_event_source foreign key (organization_id, source_id) references event_source (organization_id, id) on delete cascade
);
comment on table reported_event is 'What was reported, by the id of its sender, so that it has its effect once; about whom stands in the journal. Forgotten after 30 days.';
create index reported_event_by_age on reported_event (organization_id, source_id, received_at);

do $$
declare one text;
begin
  foreach one in array '{event_source,reported_event}'::text[] loop
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
    execute format('grant select, insert, update, delete on %I to bedside_app', one);
    execute format('create policy organization_isolation on %I using (organization_id = current_organization()) with check (organization_id = current_organization())', one);
    execute format('create policy organization_scope on %I as restrictive using (current_scope() = ''organization'') with check (current_scope() = ''organization'')', one);
  end loop;
end $$;

alter table rule_version drop constraint rule_version_trigger_check,
  add constraint rule_version_trigger_check check (trigger in ('message-arrived', 'conversation-changed', 'clock-warned', 'clock-breached', 'time-since', 'event-reported'));
alter table rule_mode drop constraint rule_mode_trigger_check,
  add constraint rule_mode_trigger_check check (trigger in ('message-arrived', 'conversation-changed', 'clock-warned', 'clock-breached', 'time-since', 'event-reported'));
alter table rule_cause drop constraint rule_cause_trigger_check,
  add constraint rule_cause_trigger_check check (trigger in ('message-arrived', 'conversation-changed', 'clock-warned', 'clock-breached', 'time-since', 'event-reported')),
  add column reported text check (reported in ('result-filed', 'authorization-decided', 'form-returned', 'visit-done'));
comment on column rule_cause.reported is 'What a system outside reported, for the trigger of that name.';

-- migrate:down

alter table rule_cause drop column reported;
drop table reported_event;
drop table event_source;
