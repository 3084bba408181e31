-- migrate:up

-- Somebody whom a host names and we do not know was nobody: the next one signed in there had the same chat.
alter table visitor add column named_as bytea;
comment on column visitor.named_as is 'Keyed digest of the address or number by which the host named the visitor first; null: it named nobody.';

alter table delivery no force row level security;
alter table conversation no force row level security;
alter table contact_point no force row level security;
alter table message no force row level security;
alter table reminder_step no force row level security;
alter table visit_question no force row level security;
-- 0093 left out what was blocked: it can be sent again since, and is a link as it was written.
update delivery d set carries_text = false
  from conversation c
 where c.organization_id = d.organization_id and c.id = d.conversation_id and c.patient_id is not null
   and d.channel in ('email', 'sms') and not d.is_automatic and d.state = 'blocked' and d.carries_text
   and not exists (select from contact_point p where p.organization_id = d.organization_id and p.id = d.contact_point_id and p.allows_plain);
-- What tells a visit, or was asked about one, is where its message was moved to.
update reminder_step r set conversation_id = m.conversation_id
  from message m where m.organization_id = r.organization_id and m.id = r.message_id and m.conversation_id <> r.conversation_id;
update visit_question q set conversation_id = m.conversation_id
  from message m where m.organization_id = q.organization_id and m.id = q.message_id and m.conversation_id <> q.conversation_id and q.answered_at is null;
alter table delivery force row level security;
alter table conversation force row level security;
alter table contact_point force row level security;
alter table message force row level security;
alter table reminder_step force row level security;
alter table visit_question force row level security;

-- migrate:down
alter table visitor drop column named_as;
