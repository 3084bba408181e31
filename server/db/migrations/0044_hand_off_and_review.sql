-- migrate:up

alter table hand_off
  add column state text not null default 'requested' constraint hand_off_state_check
    check (state in ('requested', 'offered', 'accepted', 'closed', 'withdrawn')),
  add column accepted_at timestamptz,
  add column accepted_by uuid,
  add column deadline_at timestamptz,
  add column widened smallint not null default 0 check (widened between 0 and 2),
  add column audience uuid[] not null default '{}',
  add column tell_at timestamptz,
  add column told text,
  add column told_count smallint not null default 0 check (told_count between 0 and 20);
comment on column hand_off.deadline_at is 'When it is brought to more people, if nobody has accepted it by then; null: nobody more is asked.';
comment on column hand_off.widened is '0: those it came to; 1: a wider circle; 2: supervisors.';
comment on column hand_off.tell_at is 'When the patient is told again, if place or time have changed; null: nothing more is told.';
comment on column hand_off.told is 'Place and time that the patient was told last, as numbers.';

alter table hand_off no force row level security;
alter table conversation no force row level security;
update hand_off h set state = case when h.closed_at is not null then 'closed' when c.assignment = 'assigned' then 'accepted'
    when c.assignment = 'offered' then 'offered' else 'requested' end,
  accepted_by = case when h.closed_at is null and c.assignment = 'assigned' then c.assignee_id end,
  accepted_at = case when h.closed_at is null and c.assignment = 'assigned' then now() end
  from conversation c where c.organization_id = h.organization_id and c.id = h.conversation_id;
alter table conversation force row level security;
alter table hand_off force row level security;

alter table hand_off
  add constraint hand_off_is_over_with_its_state check ((closed_at is null) = (state in ('requested', 'offered', 'accepted'))),
  add constraint hand_off_is_accepted_by_somebody check ((accepted_by is null) = (accepted_at is null));
create index hand_off_of_conversation on hand_off (organization_id, conversation_id, requested_at);

-- A conversation changes hands in many ways (see in_whose_hands). Whoever has it has accepted what the assistant brought; that stays.
create function hand_off_follows() returns trigger language plpgsql as $$
begin
  update hand_off
     set state = case new.assignment when 'assigned' then 'accepted' when 'offered' then 'offered' else 'requested' end,
         accepted_by = case when new.assignment = 'assigned' then new.assignee_id end,
         accepted_at = case when new.assignment = 'assigned' then greatest(clock_timestamp(), requested_at) end,
         deadline_at = case when new.assignment = 'assigned' then null else deadline_at end,
         tell_at = case when new.assignment = 'assigned' then null else tell_at end
   where organization_id = new.organization_id and conversation_id = new.id and state in ('requested', 'offered');
  return null;
end $$;
create trigger hand_off_follows after update on conversation
  for each row when (old.assignment <> new.assignment or old.assignee_id is distinct from new.assignee_id) execute function hand_off_follows();

alter table assistant_session
  add column begun_at timestamptz,
  add column first_understood boolean;
comment on column assistant_session.begun_at is 'When it took its first turn here; null: it never did.';
create index assistant_session_by_age on assistant_session (organization_id, begun_at);

create table decision_review (
  organization_id  uuid not null references organization (organization_id),
  message_id       uuid not null,
  conversation_id  uuid not null,
  because          text not null check (because in ('emergency', 'self-care', 'sample')),
  agrees           boolean not null,
  wrong            text[] not null default '{}' check (wrong <@ '{urgency,language,meaning,tone,answer}'::text[]),
  reason           text check (char_length(reason) between 1 and 1000),
  reviewer_id      uuid not null,
  reviewed_at      timestamptz not null,
  primary key (organization_id, message_id),
  constraint decision_review_conversation foreign key (organization_id, conversation_id) references conversation (organization_id, id),
  constraint decision_review_message foreign key (organization_id, message_id) references message (organization_id, id),
  constraint decision_review_reviewer foreign key (organization_id, reviewer_id) references staff_member (organization_id, id),
  constraint who_disagrees_says_why check (agrees or (reason is not null and wrong <> '{}'))
);
comment on table decision_review is 'What a person said of what software made of one message. What is to be reviewed is computed: see understanding_to_review.';
create index decision_review_by_day on decision_review (organization_id, reviewed_at);

-- Of each message what the engines said is kept; every emergency, every self-care and two of a hundred are looked at by a person (D75).
create index understanding_to_review on understanding (organization_id, at desc)
  where version = 1 and (triage_urgency in ('emergency', 'self_care') or mod(hashtextextended(message_id::text, 0), 50) = 0);

alter table decision_review enable row level security;
alter table decision_review force row level security;
create policy organization_isolation on decision_review using (organization_id = current_organization()) with check (organization_id = current_organization());
create policy organization_scope on decision_review as restrictive using (current_scope() = 'organization') with check (current_scope() = 'organization');
create policy label_isolation on decision_review as restrictive
  using (exists (select from conversation c where c.organization_id = decision_review.organization_id and c.id = decision_review.conversation_id))
  with check (exists (select from conversation c where c.organization_id = decision_review.organization_id and c.id = decision_review.conversation_id));
grant select, insert on decision_review to bedside_app;

-- migrate:down

drop index understanding_to_review;
drop table decision_review;
drop index assistant_session_by_age;
alter table assistant_session drop column begun_at, drop column first_understood;
drop trigger hand_off_follows on conversation;
drop function hand_off_follows;
drop index hand_off_of_conversation;
alter table hand_off
  drop constraint hand_off_is_over_with_its_state, drop constraint hand_off_is_accepted_by_somebody,
  drop column state, drop column accepted_at, drop column accepted_by, drop column deadline_at, drop column widened, drop column audience,
  drop column tell_at, drop column told, drop column told_count;
