-- migrate:up

-- Unlogged: a crash forgets at most one hour of counts, and nothing else depends on them.
create unlogged table auth.rate_count (
  key              bytea not null,
  ends_at          timestamptz not null,
  count            integer not null check (count >= 0),
  primary key (key, ends_at)
);
comment on table auth.rate_count is 'How often somebody did something in a minute or an hour, counted over all processes; each under a keyed hash.';
create index rate_count_by_end on auth.rate_count (ends_at);
grant select, insert, update, delete on auth.rate_count to bedside_app;

-- A file that belongs to no message yet can be put into a message by the person who sent it up, and by nobody else.
alter table attachment add column uploaded_by text check (char_length(uploaded_by) <= 80);
comment on column attachment.uploaded_by is 'Kind and id of the person who sent it up; null for what came with a message.';

-- Readiness asks how far the database is.
grant usage on schema migration to bedside_app;
grant select on migration.migration to bedside_app;

-- migrate:down
revoke select on migration.migration from bedside_app;
revoke usage on schema migration from bedside_app;
alter table attachment drop column uploaded_by;
drop table auth.rate_count;
