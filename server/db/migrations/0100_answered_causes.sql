-- migrate:up

-- A job that came twice found the rules that had acted, and let others act in their place.
alter table rule_cause add column answered_at timestamptz;
comment on column rule_cause.answered_at is 'When the rules were asked: a cause is answered once, with what they did in the same transaction.';

-- migrate:down
alter table rule_cause drop column answered_at;
