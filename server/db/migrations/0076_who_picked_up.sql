-- migrate:up

alter table call_back add column identity_check text
  constraint call_back_identity_check_check check (identity_check = any ('{confirmed,not_confirmed,not_asked}'::text[]));
comment on column call_back.identity_check is 'Whether it was checked who picked up, and how that ended (desk-D62); null: nobody was reached, or that was before it was asked.';

-- migrate:down
alter table call_back drop column identity_check;
