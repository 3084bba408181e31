-- migrate:up

create table report_state (
  organization_id  uuid primary key references organization (organization_id),
  definition       text not null,
  edition          int not null default 0,
  walked_to        uuid,
  done             int not null default 0,
  total            int not null default 0,
  place_xid        xid8 not null default '0',
  place_seq        bigint not null default 0,
  terms_at         timestamptz,
  derived_at       timestamptz
);
comment on table report_state is 'How far the reports of an organization are counted (decision 0127): up to which place of the journal, or, while everything is counted anew, up to which conversation.';
comment on column report_state.definition is 'A digest of what the numbers depend on beside the conversations: our own rules, time zones, and the first versions of promises. Another one: everything is counted anew.';
comment on column report_state.edition is 'Rises with each new counting. What an earlier one added up is not taken from the days of this one.';
comment on column report_state.walked_to is 'While everything is counted anew: the last conversation that was. Null: all are.';
comment on column report_state.derived_at is 'Everything up to here is counted.';

create table report_course (
  organization_id  uuid not null references organization (organization_id),
  conversation_id  uuid not null,
  edition          int not null,
  site_id          uuid,
  queue_id         uuid,
  channel          text not null,
  labels           text[] not null,
  begun_at         timestamptz not null,
  open_during      tstzmultirange not null,
  over_at          timestamptz not null,
  is_running       boolean not null,
  again_at         timestamptz,
  derived_at       timestamptz not null,
  primary key (organization_id, conversation_id)
);
comment on table report_course is 'What reports narrow a conversation by, when it was open, and when it may count otherwise without an event. What was merged or is spam has no row. No foreign key: it would lock conversations while they are counted.';
comment on column report_course.over_at is 'The end of open_during; infinity while it is open.';
comment on column report_course.is_running is 'A clock of it is not over: new promises may change what becomes of it.';
create index report_course_by_end on report_course (organization_id, over_at, begun_at);
create index report_course_again on report_course (organization_id, again_at) where again_at is not null;

create table report_mark (
  organization_id  uuid not null,
  measure          text not null,
  column_key       text not null,
  row_key          text not null check (char_length(row_key) <= 100),
  at               timestamptz not null,
  conversation_id  uuid not null,
  waits_min        int[],
  primary key (organization_id, measure, column_key, row_key, at, conversation_id)
);
comment on table report_mark is 'What a conversation did that reports count, and when (desk-D71): a number opens the conversations with a mark of its cell in its time. They come and go with the conversation''s row of report_course; there are many, so no foreign key is asked.';
create index report_mark_of_conversation on report_mark (organization_id, conversation_id);

create table report_sum (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null default gen_random_uuid(),
  time_zone        text not null,
  unit             text not null check (unit in ('day', 'month')),
  day              date not null,
  site_id          uuid,
  queue_id         uuid,
  channel          text not null,
  labels           text[] not null,
  cells            json not null,
  primary key (organization_id, id),
  constraint report_sum_is_one unique nulls not distinct (organization_id, time_zone, unit, day, site_id, queue_id, channel, labels)
);
comment on table report_sum is 'The marks of one local day or month, added up, apart by what reports narrow by and by who may read; engines/report/day-sums.ts says how. A month has the date of its first day.';

do $$
declare t text;
begin
  foreach t in array array['report_state', 'report_course', 'report_mark', 'report_sum'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy organization_isolation on %I using (organization_id = current_organization()) with check (organization_id = current_organization())', t);
    execute format('create policy organization_scope on %I as restrictive using (current_scope() = ''organization'') with check (current_scope() = ''organization'')', t);
    execute format('grant select, insert, update, delete on %I to bedside_app', t);
  end loop;
  foreach t in array array['report_course', 'report_sum'] loop
    execute format('create policy label_isolation on %I as restrictive using (case when labels = ''{}'' then true else labels <@ current_labels() end) with check (labels <@ current_labels())', t);
  end loop;
end $$;

-- migrate:down
drop table report_sum, report_mark, report_course, report_state;
