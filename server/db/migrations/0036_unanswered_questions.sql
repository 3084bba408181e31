-- migrate:up

create table question_cluster (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  wording          text not null check (char_length(wording) between 1 and 500),
  words            text[] not null check (cardinality(words) between 1 and 60),
  state            text not null check (state in ('open', 'in_work', 'answered', 'not_ours')),
  article_id       uuid,
  questions        int not null default 0,
  first_seen_at    timestamptz not null,
  last_seen_at     timestamptz not null,
  primary key (organization_id, id),
  constraint question_cluster_article foreign key (organization_id, article_id) references article (organization_id, id),
  constraint cluster_in_work_has_an_article check (state not in ('in_work', 'answered') or article_id is not null)
);
comment on table question_cluster is 'Questions that are alike and that no article answered, under the wording of the first (understanding-D83).';
create index question_cluster_by_state on question_cluster (organization_id, state, last_seen_at desc, id desc);

create table unanswered_question (
  organization_id  uuid not null references organization (organization_id),
  id               uuid not null,
  cluster_id       uuid not null,
  wording          text not null check (char_length(wording) between 1 and 500),
  language         text not null check (language ~ '^[a-z]{2,3}$'),
  channel          text not null check (channel in ('portal-chat', 'widget', 'email', 'sms', 'voice', 'front-desk', 'desk')),
  outcome          text not null check (outcome in ('unknown', 'disagree', 'english_only', 'thumbs_down', 'then_person')),
  article_id       uuid,
  at               timestamptz not null,
  primary key (organization_id, id),
  constraint unanswered_question_of foreign key (organization_id, cluster_id) references question_cluster (organization_id, id) on delete cascade,
  constraint unanswered_question_article foreign key (organization_id, article_id) references article (organization_id, id)
);
comment on table unanswered_question is 'A question that got no answer, or none that helped, without what could name a person. It leads to no conversation and no patient. Kept for a year.';
create index unanswered_question_by_cluster on unanswered_question (organization_id, cluster_id, at desc, id desc);
create index unanswered_question_by_age on unanswered_question (organization_id, at);

do $$
declare t text;
begin
  foreach t in array array['question_cluster', 'unanswered_question'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update, delete on %I to bedside_app', t);
    execute format('create policy organization_isolation on %I using (organization_id = current_organization()) with check (organization_id = current_organization())', t);
    execute format('create policy organization_scope on %I as restrictive using (current_scope() = ''organization'') with check (current_scope() = ''organization'')', t);
  end loop;
end $$;

-- migrate:down
drop table unanswered_question, question_cluster;
