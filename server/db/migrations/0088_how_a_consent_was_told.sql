-- migrate:up

alter table consent add column told text constraint consent_told_check check (told in ('in-person', 'phone', 'paper')),
  add constraint consent_is_told_to_staff check (told is null or given_by = 'staff');
comment on column consent.told is 'How staff were told what they wrote down (desk-D38); null: given in the portal or by a message, or it was not kept.';

-- migrate:down
alter table consent drop column told;
