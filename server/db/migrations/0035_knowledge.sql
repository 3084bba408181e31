-- migrate:up

create table article (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  owner_id         uuid not null,
  created_at       timestamptz not null,
  primary key (organization_id, id),
  constraint article_owner foreign key (organization_id, owner_id) references staff_member (organization_id, id)
);
comment on table article is 'What the clinic answers to one question; its versions say what, in which languages, until when. The owner is reminded before it expires.';

create table article_version (
  organization_id  uuid not null references organization (organization_id),
  article_id       uuid not null,
  version          int not null check (version > 0),
  state            text not null check (state in ('draft', 'in_review', 'approved', 'published', 'expired', 'withdrawn')),
  kind             text not null check (kind in ('administrative', 'clinical')),
  title            text not null check (char_length(title) between 1 and 120),
  audience         text[] not null check (audience <@ '{visitor,patient,related_person}'),
  site_ids         uuid[] not null default '{}',
  sources          jsonb not null default '[]',
  expires_on       date,
  waiver_reason    text check (char_length(waiver_reason) between 1 and 500),
  languages        text[] not null,
  is_hard          boolean not null,
  author_ids       uuid[] not null check (cardinality(author_ids) between 1 and 50),
  saved_at         timestamptz not null,
  reviewer_id      uuid,
  reviewed_at      timestamptz,
  published_by     uuid,
  published_at     timestamptz,
  ended_at         timestamptz,
  end_reason       text check (end_reason in ('expired', 'withdrawn', 'replaced')),
  primary key (organization_id, article_id, version),
  constraint article_version_of foreign key (organization_id, article_id) references article (organization_id, id),
  constraint article_version_reviewer foreign key (organization_id, reviewer_id) references staff_member (organization_id, id),
  constraint article_version_publisher foreign key (organization_id, published_by) references staff_member (organization_id, id),
  constraint nobody_reviews_what_they_wrote check (reviewer_id is null or reviewer_id <> all (author_ids)),
  constraint approved_version_was_reviewed check (state in ('draft', 'in_review') or (reviewer_id is not null and reviewed_at is not null)),
  constraint published_version_expires check (state <> 'published' or (published_at is not null and expires_on is not null)),
  constraint ended_version_has_a_reason check ((state in ('expired', 'withdrawn')) = (end_reason is not null))
);
comment on table article_version is 'One wording of an article: draft, in_review, approved, published, expired or withdrawn. What was published is never edited (understanding-D80).';
comment on column article_version.site_ids is 'Empty: every site.';
comment on column article_version.expires_on is 'The last day on which it is told, of UTC.';
comment on column article_version.is_hard is 'A text of it reads above grade 6, in its own measure.';
create unique index article_has_one_published_version on article_version (organization_id, article_id) where state = 'published';
create unique index article_is_written_once_at_a_time on article_version (organization_id, article_id) where state in ('draft', 'in_review');
create index article_version_published on article_version (organization_id, expires_on) where state = 'published';

create table article_text (
  organization_id  uuid not null references organization (organization_id),
  article_id       uuid not null,
  version          int not null,
  language         text not null check (language ~ '^[a-z]{2,3}$'),
  title            text not null check (char_length(title) between 1 and 120),
  body             text not null check (char_length(body) <= 10000),
  questions        text[] not null check (cardinality(questions) <= 30),
  is_machine       boolean not null,
  checked_by       uuid,
  checked_at       timestamptz,
  grade            numeric(4, 1),
  plain_questions  text not null,
  search           tsvector not null,
  primary key (organization_id, article_id, version, language),
  constraint article_text_of foreign key (organization_id, article_id, version) references article_version (organization_id, article_id, version),
  constraint article_text_checked_by foreign key (organization_id, checked_by) references staff_member (organization_id, id),
  constraint checked_text_says_when check ((checked_by is null) = (checked_at is null))
);
comment on table article_text is 'An article in one language, with the ways people ask for it there. A text of a machine is told to nobody until somebody who speaks the language checked it (45 CFR 92.201).';
create index article_text_by_words on article_text using gin (search);

create table article_comment (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  article_id       uuid not null,
  version          int not null,
  kind             text not null check (kind in ('comment', 'returned', 'approved')),
  body             text not null check (char_length(body) between 1 and 2000),
  author_id        uuid not null,
  at               timestamptz not null,
  primary key (organization_id, id),
  constraint article_comment_of foreign key (organization_id, article_id, version) references article_version (organization_id, article_id, version),
  constraint article_comment_author foreign key (organization_id, author_id) references staff_member (organization_id, id)
);
comment on table article_comment is 'What people say of a version while they review it.';
create index article_comment_by_version on article_comment (organization_id, article_id, version, at);

create table article_trial (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  article_id       uuid not null,
  question         text not null check (char_length(question) between 1 and 500),
  language         text not null check (language ~ '^[a-z]{2,3}$'),
  audience         text not null check (audience in ('visitor', 'patient', 'related_person')),
  site_id          uuid,
  saved_by         uuid not null,
  saved_at         timestamptz not null,
  primary key (organization_id, id),
  constraint article_trial_of foreign key (organization_id, article_id) references article (organization_id, id),
  constraint article_trial_site foreign key (organization_id, site_id) references site (organization_id, id),
  constraint article_trial_saved_by foreign key (organization_id, saved_by) references staff_member (organization_id, id)
);
comment on table article_trial is 'A question that this article has to win: asked again whenever the article is looked at (understanding-D82).';
create index article_trial_by_article on article_trial (organization_id, article_id, saved_at);

do $$
declare t text;
begin
  foreach t in array array['article', 'article_version', 'article_text', 'article_comment', 'article_trial'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update, delete on %I to bedside_app', t);
    execute format('create policy organization_isolation on %I using (organization_id = current_organization()) with check (organization_id = current_organization())', t);
    execute format('create policy organization_scope on %I as restrictive using (current_scope() = ''organization'') with check (current_scope() = ''organization'')', t);
  end loop;
end $$;
revoke update, delete on article_comment from bedside_app;
revoke delete on article, article_version from bedside_app;

-- What was published keeps its words, whoever asks: only a text of a draft is written over.
create function keep_published_words() returns trigger language plpgsql as $$
begin
  if not exists (select from article_version v where v.organization_id = old.organization_id and v.article_id = old.article_id
                    and v.version = old.version and v.state in ('draft', 'in_review')) then
    raise check_violation using message = 'only the texts of a draft are changed', constraint = 'published_words_stay';
  end if;
  return null;
end $$;
create trigger keep_published_words after update or delete on article_text for each row execute function keep_published_words();

-- migrate:down
drop table article_trial, article_comment, article_text, article_version, article;
drop function keep_published_words();
