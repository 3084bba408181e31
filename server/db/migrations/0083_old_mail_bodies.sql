-- migrate:up

-- What is older than the hour is looked for every minute, whoever sent it.
create index mail_body_by_age on mail_body (organization_id, at);

-- migrate:down
drop index mail_body_by_age;
