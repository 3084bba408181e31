-- migrate:up

-- Codes to one contact are counted together, whatever they are for (trust-D57).
create index notice_code_to_address on notice (organization_id, address, made_at) where template like '%-code';

-- migrate:down

drop index notice_code_to_address;
