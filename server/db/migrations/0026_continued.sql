-- migrate:up

-- What tells of an unread answer counts as automatic, and a text that replies to it goes on where the answer waits (desk-D42, D45).
create index delivery_continued on delivery (organization_id, address, changed_at) where idempotency_key like '%:continuity';

-- migrate:down
drop index delivery_continued;
