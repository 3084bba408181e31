-- migrate:up

alter table voice_line add column languages text[] not null default '{en,es}'
  check (languages <@ '{en,es,vi}' and cardinality(languages) between 1 and 4);
comment on column voice_line.languages is 'What callers choose from, in this order after the language of the site; an administrator adds one whose texts nobody has reviewed (decision 0187).';

alter table set_aside add column accepted jsonb;
comment on column set_aside.accepted is 'Of portal and chat: from whom it was accepted and when, as ids and the hash of a token, so that a replay stores it in that name (decision 0130). No words.';

create table reopening_rule (
  organization_id  uuid not null references organization (organization_id),
  version          int not null check (version > 0),
  days             smallint not null check (days between 1 and 14),
  author_id        uuid,
  at               timestamptz not null,
  primary key (organization_id, version),
  constraint reopening_rule_author foreign key (organization_id, author_id) references staff_member (organization_id, id)
);
comment on table reopening_rule is 'Versions of how many days after it was resolved a new message opens a conversation again. The highest counts; without one the 14 days of the house do (decision 0175).';

create table consent_text (
  organization_id  uuid not null references organization (organization_id),
  key              text not null check (char_length(key) between 1 and 40),
  version          int not null check (version > 0),
  texts            jsonb,
  author_id        uuid,
  at               timestamptz not null,
  primary key (organization_id, key, version),
  constraint consent_text_author foreign key (organization_id, author_id) references staff_member (organization_id, id)
);
comment on table consent_text is 'Versions of what an organization asks beside a question of consent, by language. The highest counts; without one, or with null, the words of the house do. A text that was asked is never changed: answers name its version (desk-D38).';

do $$
declare one text;
begin
  foreach one in array '{reopening_rule,consent_text}'::text[] loop
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
    execute format('grant select, insert on %I to bedside_app', one);
    execute format('create policy organization_isolation on %I using (organization_id = current_organization()) with check (organization_id = current_organization())', one);
    execute format('create policy organization_scope on %I as restrictive using (current_scope() = ''organization'') with check (current_scope() = ''organization'')', one);
  end loop;
end $$;

-- migrate:down

drop table consent_text;
drop table reopening_rule;

alter table set_aside drop column accepted;
alter table voice_line drop column languages;
