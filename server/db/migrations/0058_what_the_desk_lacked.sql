-- migrate:up

alter table voice_line add column languages text[] not null default '{en,es}'
  check (languages <@ '{en,es,vi}' and cardinality(languages) between 1 and 4);
comment on column voice_line.languages is 'What callers choose from, in this order after the language of the site; an administrator adds one whose texts nobody has reviewed (decision 0187).';

alter table set_aside add column accepted jsonb;
comment on column set_aside.accepted is 'Of portal and chat: from whom it was accepted and when, as ids and the hash of a token, so that a replay stores it in that name (decision 0130). No words.';

-- migrate:down

alter table set_aside drop column accepted;
alter table voice_line drop column languages;
