-- migrate:up

create index rule_webhook_call_waiting on rule_webhook_call (organization_id, webhook_id) where state = 'queued';

-- migrate:down

drop index rule_webhook_call_waiting;
