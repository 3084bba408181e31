-- migrate:up

create table macro (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  version          int not null check (version > 0),
  title            text not null check (char_length(title) between 1 and 120),
  topic            text check (char_length(topic) <= 60),
  is_clinical      boolean not null default false,
  owner_id         uuid,
  medical_owner_id uuid,
  valid_until      date,
  steps            jsonb not null,
  variants         jsonb not null default '[]',
  archived_at      timestamptz,
  primary key (organization_id, id),
  constraint macro_owner foreign key (organization_id, owner_id) references staff_member (organization_id, id),
  constraint macro_medical_owner foreign key (organization_id, medical_owner_id) references staff_member (organization_id, id)
);
comment on table macro is 'Steps that are taken in one go in a conversation, and the variants of its text by language and reading level (desk-D19). A clinical one counts only with a medical owner and until its date.';
create index macro_by_expiry on macro (organization_id, valid_until, id) where archived_at is null;

create table macro_version (
  organization_id  uuid not null,
  macro_id         uuid not null,
  version          int not null check (version > 0),
  content          jsonb not null,
  author_id        uuid,
  at               timestamptz not null,
  primary key (organization_id, macro_id, version),
  constraint macro_version_of foreign key (organization_id, macro_id) references macro (organization_id, id),
  constraint macro_version_author foreign key (organization_id, author_id) references staff_member (organization_id, id)
);
comment on table macro_version is 'Each version of a macro as it was saved; the newest is what the macro says.';

-- A canned reply is a macro with one text (decision 0091). The owner of the tables is held by their row security until it is lifted.
alter table canned_reply no force row level security;
alter table canned_reply_variant no force row level security;

create function one_variable(words text) returns text language sql immutable as $$
  select replace(replace(replace(replace(replace(replace(
    regexp_replace(words, '\{\{\s*([a-z_]{1,40})\s*\}\}', '{{\1}}', 'g'),
    '{{patient_first_name}}', '{patient.given}'), '{{site_name}}', '{site.name}'), '{{site_phone}}', '{site.phone}'),
    '{{site_address}}', '{site.address}'), '{{organization_name}}', '{organization.name}'), '{{staff_name}}', '{staff.name}')
$$;
insert into macro (organization_id, id, version, title, topic, is_clinical, owner_id, medical_owner_id, valid_until, steps, variants)
select r.organization_id, r.id, 1, left(r.title, 120), left(r.topic, 60), r.is_clinical, null, r.medical_owner_id, r.valid_until, '[{"do": "text"}]',
       coalesce((select jsonb_agg(jsonb_build_object('language', v.language, 'readingLevel', v.reading_level, 'text', one_variable(v.text),
                   'isReviewed', v.is_reviewed) order by v.language, v.reading_level)
         from canned_reply_variant v where v.organization_id = r.organization_id and v.canned_reply_id = r.id), '[]')
  from canned_reply r;
drop function one_variable(text);
insert into macro_version (organization_id, macro_id, version, content, author_id, at)
select organization_id, id, version,
       jsonb_build_object('title', title, 'topic', topic, 'isClinical', is_clinical, 'ownerId', owner_id, 'medicalOwnerId', medical_owner_id,
         'validUntil', to_char(valid_until, 'YYYY-MM-DD'), 'steps', steps, 'variants', variants), null, now()
  from macro;
drop table canned_reply_variant, canned_reply;

create table bulk_change (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  started_by       uuid not null,
  started_at       timestamptz not null,
  changes          jsonb not null,
  undo_until       timestamptz not null,
  undone_at        timestamptz,
  primary key (organization_id, id),
  constraint bulk_change_by foreign key (organization_id, started_by) references staff_member (organization_id, id)
);
comment on table bulk_change is 'One change of up to 500 conversations, item by item (desk-D20). Codes and ids, no words. Kept for a day; undone for 10 minutes.';
create index bulk_change_by_age on bulk_change (organization_id, started_at);

create table bulk_change_item (
  organization_id  uuid not null,
  bulk_change_id   uuid not null,
  place            int not null check (place between 0 and 499),
  conversation_id  uuid not null,
  seen_version     int not null,
  outcome          text not null check (outcome in ('waiting', 'done', 'same', 'refused', 'undone', 'kept')),
  refusal          text,
  version_after    int,
  undos            jsonb,
  primary key (organization_id, bulk_change_id, place),
  constraint bulk_change_changes_each_once unique (organization_id, bulk_change_id, conversation_id),
  constraint bulk_change_item_of foreign key (organization_id, bulk_change_id) references bulk_change (organization_id, id) on delete cascade
);
comment on table bulk_change_item is 'What became of one conversation. Its id may name none that there is: that is the answer then, so it has no foreign key.';

do $$
declare t text;
begin
  foreach t in array array['macro', 'macro_version', 'bulk_change', 'bulk_change_item'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy organization_isolation on %I using (organization_id = current_organization()) with check (organization_id = current_organization())', t);
    execute format('create policy organization_scope on %I as restrictive using (current_scope() = ''organization'') with check (current_scope() = ''organization'')', t);
    execute format('grant select, insert, update, delete on %I to bedside_app', t);
  end loop;
end $$;
revoke update, delete on macro_version from bedside_app;

-- migrate:down
drop table bulk_change_item, bulk_change;

create table canned_reply (
  organization_id  uuid not null,
  id               uuid not null,
  key              text not null check (key ~ '^[a-z0-9-]{2,60}$'),
  title            text not null,
  topic            text,
  is_clinical      boolean not null default false,
  medical_owner_id uuid,
  valid_until      date,
  version          integer not null default 1,
  primary key (organization_id, id),
  constraint canned_reply_key_is_used_once unique (organization_id, key),
  constraint canned_reply_owner foreign key (organization_id, medical_owner_id) references staff_member (organization_id, id)
);
create table canned_reply_variant (
  organization_id  uuid not null,
  canned_reply_id  uuid not null,
  language         text not null,
  reading_level    text not null default 'plain' check (reading_level in ('plain', 'standard')),
  text             text not null check (char_length(text) between 1 and 10000),
  is_reviewed      boolean not null default false,
  primary key (organization_id, canned_reply_id, language, reading_level),
  constraint canned_reply_variant_of foreign key (organization_id, canned_reply_id) references canned_reply (organization_id, id)
);
alter table macro no force row level security;
insert into canned_reply (organization_id, id, key, title, topic, is_clinical, medical_owner_id, valid_until)
select organization_id, id, 'reply-' || id, title, topic, is_clinical, medical_owner_id, valid_until from macro
 where archived_at is null and jsonb_array_length(variants) > 0;
insert into canned_reply_variant (organization_id, canned_reply_id, language, reading_level, text, is_reviewed)
select m.organization_id, m.id, v->>'language', v->>'readingLevel',
       replace(replace(replace(replace(replace(replace(v->>'text', '{patient.given}', '{{patient_first_name}}'), '{site.name}', '{{site_name}}'),
         '{site.phone}', '{{site_phone}}'), '{site.address}', '{{site_address}}'), '{organization.name}', '{{organization_name}}'),
         '{staff.name}', '{{staff_name}}'), (v->>'isReviewed')::boolean
  from macro m, jsonb_array_elements(m.variants) v where m.archived_at is null;
drop table macro_version, macro;

do $$
declare t text;
begin
  foreach t in array array['canned_reply', 'canned_reply_variant'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy organization_isolation on %I using (organization_id = current_organization()) with check (organization_id = current_organization())', t);
    execute format('create policy organization_scope on %I as restrictive using (current_scope() = ''organization'') with check (current_scope() = ''organization'')', t);
    execute format('grant select, insert, update, delete on %I to bedside_app', t);
  end loop;
end $$;
