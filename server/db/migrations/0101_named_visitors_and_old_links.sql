-- migrate:up

-- Somebody whom a host names and we do not know was nobody: the next one signed in there had the same chat.
alter table visitor add column named_as bytea;
comment on column visitor.named_as is 'Keyed digest of the address or number by which the host named the visitor first; null: it named nobody.';

-- migrate:down
alter table visitor drop column named_as;
