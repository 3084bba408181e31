-- migrate:up

alter table article_version add column revision integer not null default 1 constraint article_version_revision_check check (revision > 0);
comment on column article_version.revision is 'How often its words were written: a draft is written over under one number, and whoever writes, checks or reviews says which words they read (decision 0263).';

-- migrate:down
alter table article_version drop column revision;
