-- migrate:up

alter table delivery add column carries_text boolean not null default true;
comment on column delivery.carries_text is 'Whether the words themselves were to leave when this was written; false: a link. Words leave only where it was so then and still is (decision 0257).';

-- What was written before this and may still leave, as it would leave now.
alter table delivery no force row level security;
alter table conversation no force row level security;
alter table contact_point no force row level security;
update delivery d set carries_text = false
  from conversation c
 where c.organization_id = d.organization_id and c.id = d.conversation_id and c.patient_id is not null
   and d.channel in ('email', 'sms') and not d.is_automatic and d.state in ('held', 'queued', 'sending', 'unknown', 'failed')
   and not exists (select from contact_point p where p.organization_id = d.organization_id and p.id = d.contact_point_id and p.allows_plain);
alter table delivery force row level security;
alter table conversation force row level security;
alter table contact_point force row level security;

-- migrate:down
alter table delivery drop column carries_text;
