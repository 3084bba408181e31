-- The schema as the migrations make it. Written by `npm run schema`; a test compares it with the migrated database.

set check_function_bodies = off;

-- Extensions

create extension if not exists btree_gist schema public;
create extension if not exists pg_trgm schema public;
create extension if not exists unaccent schema public;

-- Schemas

create schema auth;

-- Functions

CREATE OR REPLACE FUNCTION public.current_actor()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('app.actor'::text, true), ''::text);

CREATE OR REPLACE FUNCTION public.current_conversations()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (string_to_array(NULLIF(current_setting('app.conversations'::text, true), ''::text), ','::text))::uuid[];

CREATE OR REPLACE FUNCTION public.current_labels()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN string_to_array(NULLIF(current_setting('app.labels'::text, true), ''::text), ','::text);

CREATE OR REPLACE FUNCTION public.current_organization()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.organization'::text, true), ''::text))::uuid;
comment on function current_organization() is 'The one organization whose rows this transaction may see and write.';

CREATE OR REPLACE FUNCTION public.current_patients()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (string_to_array(NULLIF(current_setting('app.patients'::text, true), ''::text), ','::text))::uuid[];

CREATE OR REPLACE FUNCTION public.current_role_is(role text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((current_setting('app.role'::text, true) = role), false);

CREATE OR REPLACE FUNCTION public.current_scope()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('app.scope'::text, true), ''::text);

CREATE OR REPLACE FUNCTION public.current_self()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (string_to_array(NULLIF(current_setting('app.self'::text, true), ''::text), ','::text))::uuid[];
comment on function current_self() is 'The patient and the related persons that the caller is himself, not those he speaks for.';

CREATE OR REPLACE FUNCTION public.hand_labels_to_messages()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update message set labels = new.labels where organization_id = new.organization_id and conversation_id = new.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.hand_off_follows()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update hand_off
     set state = case new.assignment when 'assigned' then 'accepted' when 'offered' then 'offered' else 'requested' end,
         accepted_by = case when new.assignment = 'assigned' then new.assignee_id end,
         accepted_at = case when new.assignment = 'assigned' then greatest(clock_timestamp(), requested_at) end,
         deadline_at = case when new.assignment = 'assigned' then null else deadline_at end,
         tell_at = case when new.assignment = 'assigned' then null else tell_at end
   where organization_id = new.organization_id and conversation_id = new.id and state in ('requested', 'offered');
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.hand_off_moves()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update hand_off h
     set state = 'closed', closed_at = greatest(clock_timestamp(), h.requested_at), deadline_at = null, tell_at = null
   where h.organization_id = new.organization_id and h.conversation_id = old.conversation_id and h.message_id = new.id and h.closed_at is null
     and exists (select from hand_off o where o.organization_id = new.organization_id and o.conversation_id = new.conversation_id and o.closed_at is null);
  update hand_off h
     set conversation_id = new.conversation_id,
         state = case when h.state not in ('requested', 'offered') then h.state
                      when c.assignment = 'assigned' then 'accepted' when c.assignment = 'offered' then 'offered' else 'requested' end,
         accepted_by = case when h.state in ('requested', 'offered') and c.assignment = 'assigned' then c.assignee_id else h.accepted_by end,
         accepted_at = case when h.state in ('requested', 'offered') and c.assignment = 'assigned' then greatest(clock_timestamp(), h.requested_at) else h.accepted_at end,
         deadline_at = case when c.assignment = 'assigned' then null else h.deadline_at end,
         tell_at = case when c.assignment = 'assigned' then null else h.tell_at end
    from conversation c
   where c.organization_id = new.organization_id and c.id = new.conversation_id
     and h.organization_id = new.organization_id and h.conversation_id = old.conversation_id and h.message_id = new.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.in_whose_hands()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' then
    if old.assignment = 'offered' and (new.assignment, new.assignee_id) is distinct from (old.assignment, old.assignee_id) then
      update routing_offer
         set state = case when new.assignee_id = old.assignee_id then 'accepted' else 'withdrawn' end, settled_at = clock_timestamp()
       where organization_id = new.organization_id and conversation_id = new.id and state = 'offered';
    end if;
    if new.assignee_id is not distinct from old.assignee_id and (new.state = 'open') = (old.state = 'open') then
      return null;
    end if;
    update work_span set to_at = clock_timestamp()
     where organization_id = new.organization_id and conversation_id = new.id and to_at is null;
  end if;
  if new.assignee_id is not null and new.state = 'open' then
    insert into work_span (organization_id, conversation_id, staff_id, from_at)
    values (new.organization_id, new.id, new.assignee_id, clock_timestamp());
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_mailbox_door()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op <> 'INSERT' then
    delete from auth.mailbox_door where organization_id = old.organization_id and account_id = old.id;
  end if;
  if tg_op <> 'DELETE' and new.channel = 'email' and new.is_live then
    insert into auth.mailbox_door (address, organization_id, account_id) values (lower(new.address), new.organization_id, new.id);
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_published_words()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from article_version v where v.organization_id = old.organization_id and v.article_id = old.article_id
                    and v.version = old.version and v.state in ('draft', 'in_review')) then
    raise check_violation using message = 'only the texts of a draft are changed', constraint = 'published_words_stay';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.patient_of_privacy_follows()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update conversation_privacy set patient_id = new.patient_id
   where organization_id = new.organization_id and conversation_id = new.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.plain_words(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(unaccent('unaccent'::regdictionary, words));

CREATE OR REPLACE FUNCTION public.take_labels_of_conversation()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  select c.labels into new.labels from conversation c where c.organization_id = new.organization_id and c.id = new.conversation_id;
  -- Whoever does not see a conversation writes nothing into it: it would be without its labels.
  if not found then
    raise insufficient_privilege using message = 'a message stands in a conversation that its writer sees';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.tell_door_of_routing()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update auth.organization_door set gives_out_work = new.is_automatic where organization_id = new.organization_id;
  return null;
end $function$;


-- Table auth.account

create table auth.account (
  id text not null,
  kind text not null,
  email text,
  password_hash text,
  totp_sealed bytea,
  totp_pending bytea,
  totp_last_step bigint default 0 not null,
  state text default 'active'::text not null,
  sessions_from timestamp with time zone default '-infinity'::timestamp with time zone not null,
  created_at timestamp with time zone not null,
  constraint account_pkey PRIMARY KEY (id),
  constraint account_email_key UNIQUE (email),
  constraint account_email_check CHECK (email = lower(email)),
  constraint account_kind_check CHECK (kind = ANY (ARRAY['staff'::text, 'patient'::text])),
  constraint account_of_a_patient_holds_no_address CHECK (kind = 'staff'::text OR email IS NULL AND password_hash IS NULL),
  constraint account_state_check CHECK (state = ANY (ARRAY['active'::text, 'disabled'::text, 'closed'::text]))
);
comment on table auth.account is 'Who can sign in. A patient''s account is only an id: the person stands in portal_account.';
comment on column auth.account.totp_last_step is 'The newest time step whose code was used: a code works once.';
comment on column auth.account.sessions_from is 'Sessions issued before it are over, in every organization: how one signs out everywhere.';

-- Table auth.guess

create table auth.guess (
  key bytea not null,
  failures integer not null,
  next_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  constraint guess_pkey PRIMARY KEY (key)
);
create index guess_by_age on auth.guess using btree (last_at);
comment on table auth.guess is 'Wrong tries per account and per source, each under a keyed hash; known and unknown accounts alike.';

-- Table auth.mailbox_door

create table auth.mailbox_door (
  address text not null,
  domain text generated always as ("substring"(address, '[^@]*$'::text)) stored not null,
  organization_id uuid not null,
  account_id uuid not null,
  constraint mailbox_is_bound_once PRIMARY KEY (address),
  constraint mailbox_door_address_check CHECK (address = lower(address) AND char_length(address) >= 3 AND char_length(address) <= 320)
);
create index mailbox_door_of_account on auth.mailbox_door using btree (organization_id, account_id);
create index mailbox_door_of_domain on auth.mailbox_door using btree (domain);
comment on table auth.mailbox_door is 'Which mailbox an address of ours leads to; kept by a trigger of channel_account.';

-- Table auth.membership

create table auth.membership (
  account_id text not null,
  organization_id uuid not null,
  constraint membership_pkey PRIMARY KEY (account_id, organization_id)
);
comment on table auth.membership is 'Where a member of staff may have a role; whether the role is live says staff_member.';

-- Table auth.organization_door

create table auth.organization_door (
  slug text not null,
  organization_id uuid not null,
  is_demonstration boolean default false not null,
  gives_out_work boolean default false not null,
  constraint organization_door_pkey PRIMARY KEY (slug),
  constraint organization_door_organization_id_key UNIQUE (organization_id),
  constraint organization_door_slug_check CHECK (slug ~ '^[a-z0-9-]{2,60}$'::text)
);
comment on table auth.organization_door is 'Which organization an address of ours leads to; asked before anybody is known.';
comment on column auth.organization_door.gives_out_work is 'As the newest routing_policy has it; kept by a trigger there.';

-- Table auth.passkey

create table auth.passkey (
  id uuid not null,
  account_id text not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] default '{}'::text[] not null,
  name text not null,
  added_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  constraint passkey_pkey PRIMARY KEY (id),
  constraint passkey_credential_id_key UNIQUE (credential_id),
  constraint passkey_name_check CHECK (char_length(name) >= 1 AND char_length(name) <= 60)
);
create index passkey_by_account on auth.passkey using btree (account_id);

-- Table auth.passkey_challenge

create table auth.passkey_challenge (
  id uuid not null,
  challenge text not null,
  purpose text not null,
  account_id text,
  expires_at timestamp with time zone not null,
  constraint passkey_challenge_pkey PRIMARY KEY (id),
  constraint passkey_challenge_purpose_check CHECK (purpose = ANY (ARRAY['sign-in'::text, 'add'::text, 'step-up'::text]))
);
create index passkey_challenge_by_end on auth.passkey_challenge using btree (expires_at);
comment on table auth.passkey_challenge is 'Good once: using one deletes it.';

-- Table auth.password_reset

create table auth.password_reset (
  id uuid not null,
  email text not null,
  token_hash bytea,
  account_id text,
  requested_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint password_reset_pkey PRIMARY KEY (id),
  constraint password_reset_token_hash_key UNIQUE (token_hash),
  constraint password_reset_email_check CHECK (char_length(email) <= 320)
);
create index password_reset_by_age on auth.password_reset using btree (requested_at);
create index password_reset_by_email on auth.password_reset using btree (email, requested_at DESC);
comment on table auth.password_reset is 'A new password was asked for. Known and unknown e-mails leave the same row; the hash comes with the sending.';

-- Table auth.rate_count

create table auth.rate_count (
  key bytea not null,
  ends_at timestamp with time zone not null,
  count integer not null,
  constraint rate_count_pkey PRIMARY KEY (key, ends_at),
  constraint rate_count_count_check CHECK (count >= 0)
);
create index rate_count_by_end on auth.rate_count using btree (ends_at);
comment on table auth.rate_count is 'How often somebody did something in a minute or an hour, counted over all processes; each under a keyed hash.';

-- Table auth.recovery_code

create table auth.recovery_code (
  account_id text not null,
  code_hash bytea not null,
  used_at timestamp with time zone,
  constraint recovery_code_pkey PRIMARY KEY (account_id, code_hash)
);

-- Table auth.setup_link

create table auth.setup_link (
  token_hash bytea not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint setup_link_pkey PRIMARY KEY (token_hash)
);
comment on table auth.setup_link is 'The one-time link that the first start prints: whoever holds it makes the first organization.';

-- Table alert_call

create table alert_call (
  organization_id uuid not null,
  id uuid not null,
  alert_id uuid not null,
  staff_id uuid not null,
  try smallint not null,
  number text not null,
  language text not null,
  account_id uuid not null,
  state text default 'asked'::text not null,
  carrier_call_id text,
  asked_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint alert_call_pkey PRIMARY KEY (organization_id, id),
  constraint alert_call_is_tried_once UNIQUE (organization_id, alert_id, staff_id, asked_at, try),
  constraint alert_call_carrier_call_id_check CHECK (char_length(carrier_call_id) <= 64),
  constraint alert_call_is_over_or_not CHECK ((ended_at IS NULL) = (state = ANY (ARRAY['asked'::text, 'ringing'::text]))),
  constraint alert_call_language_check CHECK (language = ANY (ARRAY['en'::text, 'es'::text])),
  constraint alert_call_number_check CHECK (number ~ '^\+[1-9][0-9]{6,14}$'::text),
  constraint alert_call_state_check CHECK (state = ANY (ARRAY['asked'::text, 'ringing'::text, 'accepted'::text, 'had'::text, 'no_key'::text, 'no_answer'::text, 'failed'::text, 'dropped'::text])),
  constraint alert_call_try_check CHECK (try >= 1 AND try <= 3)
);
comment on table alert_call is 'Calls to whoever is on call when nobody accepts a red flag (desk-D3, decision 0235): about an alert and without a patient. A key on the telephone accepts.';

-- Table appointment

create table appointment (
  organization_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  site_id uuid not null,
  what text not null,
  status text not null,
  start_at timestamp with time zone not null,
  end_at timestamp with time zone not null,
  wall_time text not null,
  time_zone text not null,
  booked_at timestamp with time zone not null,
  booked_by uuid,
  cancelled_at timestamp with time zone,
  cancelled_by text,
  cancel_reason text,
  version integer default 1 not null,
  sequence integer default 0 not null,
  constraint appointment_pkey PRIMARY KEY (organization_id, id),
  constraint patient_is_at_one_visit EXCLUDE USING gist (organization_id WITH =, patient_id WITH =, tstzrange(start_at, end_at) WITH &&) WHERE (status = 'booked'::text),
  constraint appointment_cancel_reason_check CHECK (cancel_reason = ANY (ARRAY['illness'::text, 'transport'::text, 'cost'::text, 'time'::text, 'better'::text, 'elsewhere'::text, 'clinic'::text, 'other'::text])),
  constraint appointment_cancelled_by_check CHECK (cancelled_by = ANY (ARRAY['staff'::text, 'portal'::text, 'sms'::text])),
  constraint appointment_cancelled_says_how CHECK ((status = 'cancelled'::text) = (cancelled_at IS NOT NULL) AND (cancelled_at IS NULL) = (cancelled_by IS NULL) AND (cancelled_at IS NULL) = (cancel_reason IS NULL)),
  constraint appointment_ends_after_it_starts CHECK (end_at > start_at),
  constraint appointment_status_check CHECK (status = ANY (ARRAY['booked'::text, 'cancelled'::text])),
  constraint appointment_wall_time_is_local CHECK (wall_time ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$'::text),
  constraint appointment_what_is_short CHECK (char_length(what) >= 1 AND char_length(what) <= 80)
);
create index appointment_of_patient on public.appointment using btree (organization_id, patient_id, start_at);
comment on table appointment is 'A visit of a patient as staff noted it (FHIR Appointment). Which times are free is known by the clinic''s book, outside (decision 0251).';
comment on column appointment.what is 'What it is for, in words of staff: behind sign-in only, in no text message.';
comment on column appointment.wall_time is 'What the clock of the site shows at the start: what was promised, should rules of the zone change.';
comment on column appointment.sequence is 'How often start, end or status changed, as calendar files count it.';

-- Table article

create table article (
  organization_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  created_at timestamp with time zone not null,
  constraint article_pkey PRIMARY KEY (organization_id, id)
);
comment on table article is 'What the clinic answers to one question; its versions say what, in which languages, until when. The owner is reminded before it expires.';

-- Table article_comment

create table article_comment (
  organization_id uuid not null,
  id uuid not null,
  article_id uuid not null,
  version integer not null,
  kind text not null,
  body text not null,
  author_id uuid not null,
  at timestamp with time zone not null,
  constraint article_comment_pkey PRIMARY KEY (organization_id, id),
  constraint article_comment_body_check CHECK (char_length(body) >= 1 AND char_length(body) <= 2000),
  constraint article_comment_kind_check CHECK (kind = ANY (ARRAY['comment'::text, 'returned'::text, 'approved'::text]))
);
create index article_comment_by_version on public.article_comment using btree (organization_id, article_id, version, at);
comment on table article_comment is 'What people say of a version while they review it.';

-- Table article_text

create table article_text (
  organization_id uuid not null,
  article_id uuid not null,
  version integer not null,
  language text not null,
  title text not null,
  body text not null,
  questions text[] not null,
  is_machine boolean not null,
  checked_by uuid,
  checked_at timestamp with time zone,
  grade numeric(4,1),
  plain_questions text not null,
  search tsvector not null,
  constraint article_text_pkey PRIMARY KEY (organization_id, article_id, version, language),
  constraint article_text_body_check CHECK (char_length(body) <= 10000),
  constraint article_text_language_check CHECK (language ~ '^[a-z]{2,3}$'::text),
  constraint article_text_questions_check CHECK (cardinality(questions) <= 30),
  constraint article_text_title_check CHECK (char_length(title) >= 1 AND char_length(title) <= 120),
  constraint checked_text_says_when CHECK ((checked_by IS NULL) = (checked_at IS NULL))
);
create index article_text_by_words on public.article_text using gin (search);
comment on table article_text is 'An article in one language, with the ways people ask for it there. A text of a machine is told to nobody until somebody who speaks the language checked it (45 CFR 92.201).';

-- Table article_trial

create table article_trial (
  organization_id uuid not null,
  id uuid not null,
  article_id uuid not null,
  question text not null,
  language text not null,
  audience text not null,
  site_id uuid,
  saved_by uuid not null,
  saved_at timestamp with time zone not null,
  constraint article_trial_pkey PRIMARY KEY (organization_id, id),
  constraint article_trial_audience_check CHECK (audience = ANY (ARRAY['visitor'::text, 'patient'::text, 'related_person'::text])),
  constraint article_trial_language_check CHECK (language ~ '^[a-z]{2,3}$'::text),
  constraint article_trial_question_check CHECK (char_length(question) >= 1 AND char_length(question) <= 500)
);
create index article_trial_by_article on public.article_trial using btree (organization_id, article_id, saved_at);
comment on table article_trial is 'A question that this article has to win: asked again whenever the article is looked at (understanding-D82).';

-- Table article_version

create table article_version (
  organization_id uuid not null,
  article_id uuid not null,
  version integer not null,
  state text not null,
  kind text not null,
  title text not null,
  audience text[] not null,
  site_ids uuid[] default '{}'::uuid[] not null,
  sources jsonb default '[]'::jsonb not null,
  expires_on date,
  waiver_reason text,
  languages text[] not null,
  is_hard boolean not null,
  author_ids uuid[] not null,
  saved_at timestamp with time zone not null,
  reviewer_id uuid,
  reviewed_at timestamp with time zone,
  published_by uuid,
  published_at timestamp with time zone,
  ended_at timestamp with time zone,
  end_reason text,
  revision integer default 1 not null,
  constraint article_version_pkey PRIMARY KEY (organization_id, article_id, version),
  constraint approved_version_was_reviewed CHECK ((state = ANY (ARRAY['draft'::text, 'in_review'::text])) OR reviewer_id IS NOT NULL AND reviewed_at IS NOT NULL),
  constraint article_version_audience_check CHECK (audience <@ '{visitor,patient,related_person}'::text[]),
  constraint article_version_author_ids_check CHECK (cardinality(author_ids) >= 1 AND cardinality(author_ids) <= 50),
  constraint article_version_end_reason_check CHECK (end_reason = ANY (ARRAY['expired'::text, 'withdrawn'::text, 'replaced'::text])),
  constraint article_version_kind_check CHECK (kind = ANY (ARRAY['administrative'::text, 'clinical'::text])),
  constraint article_version_revision_check CHECK (revision > 0),
  constraint article_version_state_check CHECK (state = ANY (ARRAY['draft'::text, 'in_review'::text, 'approved'::text, 'published'::text, 'expired'::text, 'withdrawn'::text])),
  constraint article_version_title_check CHECK (char_length(title) >= 1 AND char_length(title) <= 120),
  constraint article_version_version_check CHECK (version > 0),
  constraint article_version_waiver_reason_check CHECK (char_length(waiver_reason) >= 1 AND char_length(waiver_reason) <= 500),
  constraint ended_version_has_a_reason CHECK ((state = ANY (ARRAY['expired'::text, 'withdrawn'::text])) = (end_reason IS NOT NULL)),
  constraint nobody_reviews_what_they_wrote CHECK (reviewer_id IS NULL OR (reviewer_id <> ALL (author_ids))),
  constraint published_version_expires CHECK (state <> 'published'::text OR published_at IS NOT NULL AND expires_on IS NOT NULL)
);
create unique index article_has_one_published_version on public.article_version using btree (organization_id, article_id) where (state = 'published'::text);
create unique index article_is_written_once_at_a_time on public.article_version using btree (organization_id, article_id) where (state = ANY (ARRAY['draft'::text, 'in_review'::text]));
create index article_version_published on public.article_version using btree (organization_id, expires_on) where (state = 'published'::text);
comment on table article_version is 'One wording of an article: draft, in_review, approved, published, expired or withdrawn. What was published is never edited (understanding-D80).';
comment on column article_version.site_ids is 'Empty: every site.';
comment on column article_version.expires_on is 'The last day on which it is told, of UTC.';
comment on column article_version.is_hard is 'A text of it reads above grade 6, in its own measure.';
comment on column article_version.revision is 'How often its words were written: a draft is written over under one number, and whoever writes, checks or reviews says which words they read (decision 0263).';

-- Table assistant_answer

create table assistant_answer (
  organization_id uuid not null,
  message_id uuid not null,
  question_id uuid not null,
  article_id uuid not null,
  article_version integer not null,
  thumb text,
  thumb_at timestamp with time zone,
  is_noted boolean default false not null,
  constraint assistant_answer_pkey PRIMARY KEY (organization_id, message_id),
  constraint a_thumb_has_a_time CHECK ((thumb IS NULL) = (thumb_at IS NULL)),
  constraint assistant_answer_thumb_check CHECK (thumb = ANY (ARRAY['up'::text, 'down'::text]))
);
create index assistant_answer_down on public.assistant_answer using btree (organization_id, thumb_at DESC) where (thumb = 'down'::text);
create index assistant_answer_of_question on public.assistant_answer using btree (organization_id, question_id);
comment on table assistant_answer is 'Which approved article answered which message in a chat, and whether it helped. Whoever was answered may say so and take it back.';
comment on column assistant_answer.is_noted is 'That it did not help stands in the report of unanswered questions.';

-- Table assistant_effect

create table assistant_effect (
  organization_id uuid not null,
  task_id uuid not null,
  step integer not null,
  kind text not null,
  resource_id uuid not null,
  at timestamp with time zone not null,
  constraint assistant_effect_pkey PRIMARY KEY (organization_id, task_id, step),
  constraint assistant_effect_kind_check CHECK (kind = 'call-back'::text)
);
comment on table assistant_effect is 'What was done for a request, once for each of its steps.';

-- Table assistant_session

create table assistant_session (
  organization_id uuid not null,
  conversation_id uuid not null,
  answered_seq integer not null,
  is_introduced boolean not null,
  failed integer not null,
  was_upset boolean not null,
  is_handing_off boolean not null,
  given_back_at timestamp with time zone,
  updated_at timestamp with time zone not null,
  begun_at timestamp with time zone,
  first_understood boolean,
  constraint assistant_session_pkey PRIMARY KEY (organization_id, conversation_id),
  constraint assistant_session_failed_check CHECK (failed >= 0 AND failed <= 10)
);
create index assistant_session_by_age on public.assistant_session using btree (organization_id, begun_at);
comment on table assistant_session is 'Where the assistant stands in a conversation. It is silent wherever a person has answered or taken over since it was given back.';
comment on column assistant_session.begun_at is 'When it took its first turn here; null: it never did.';

-- Table assistant_slot

create table assistant_slot (
  organization_id uuid not null,
  task_id uuid not null,
  name text not null,
  conversation_id uuid not null,
  value text not null,
  shown text not null,
  message_id uuid not null,
  is_confirmed boolean not null,
  constraint assistant_slot_pkey PRIMARY KEY (organization_id, task_id, name),
  constraint assistant_slot_shown_check CHECK (char_length(shown) >= 1 AND char_length(shown) <= 500),
  constraint assistant_slot_value_check CHECK (char_length(value) >= 1 AND char_length(value) <= 500)
);
comment on table assistant_slot is 'One value of a request, in words of the patient, and the message that said it.';

-- Table assistant_task

create table assistant_task (
  organization_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  kind text not null,
  state text not null,
  step integer not null,
  pending text,
  offered jsonb not null,
  tries smallint not null,
  asked text[] not null,
  started_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint assistant_task_pkey PRIMARY KEY (organization_id, id),
  constraint assistant_task_asked_check CHECK (cardinality(asked) <= 30),
  constraint assistant_task_kind_check CHECK (kind = ANY (ARRAY['callback'::text, 'complaint'::text, 'compliment'::text, 'interpreter'::text, 'transport'::text, 'book'::text, 'move'::text, 'cancel'::text, 'late'::text, 'earlier'::text, 'refill'::text, 'bill'::text, 'insurance'::text, 'results'::text, 'records'::text, 'details'::text])),
  constraint assistant_task_offered_check CHECK (jsonb_array_length(offered) <= 3),
  constraint assistant_task_state_check CHECK (state = ANY (ARRAY['collecting'::text, 'confirming'::text, 'paused'::text, 'doing'::text, 'done'::text, 'failed'::text, 'abandoned'::text, 'handed_off'::text])),
  constraint assistant_task_step_check CHECK (step >= 0),
  constraint assistant_task_tries_check CHECK (tries >= 0 AND tries <= 3)
);
create index assistant_task_by_conversation on public.assistant_task using btree (organization_id, conversation_id, updated_at DESC);
comment on table assistant_task is 'A request of a patient that the assistant collects (FHIR Task); at most three are open in a conversation, for thirty days.';

-- Table attachment

create table attachment (
  organization_id uuid not null,
  id uuid not null,
  conversation_id uuid,
  message_id uuid,
  draft_id uuid,
  name text not null,
  type text not null,
  size integer not null,
  sha256 bytea not null,
  verdict text not null,
  reason text,
  disposition text default 'attachment'::text not null,
  content_id text,
  storage_key text,
  received_at timestamp with time zone not null,
  uploaded_by text,
  constraint attachment_pkey PRIMARY KEY (organization_id, id),
  constraint attachment_disposition_check CHECK (disposition = ANY (ARRAY['attachment'::text, 'inline'::text])),
  constraint attachment_name_check CHECK (char_length(name) >= 1 AND char_length(name) <= 255),
  constraint attachment_size_check CHECK (size >= 0),
  constraint attachment_uploaded_by_check CHECK (char_length(uploaded_by) <= 80),
  constraint attachment_verdict_check CHECK (verdict = ANY (ARRAY['waiting'::text, 'clean'::text, 'infected'::text, 'refused'::text, 'unreadable'::text])),
  constraint file_of_a_message_is_of_its_conversation CHECK (message_id IS NULL OR conversation_id IS NOT NULL)
);
create index attachment_of_draft on public.attachment using btree (organization_id, draft_id) where (draft_id IS NOT NULL);
create index attachment_of_message on public.attachment using btree (organization_id, message_id) where (message_id IS NOT NULL);
create index attachment_unused on public.attachment using btree (organization_id, received_at) where ((message_id IS NULL) AND (draft_id IS NULL));
create index attachment_waiting on public.attachment using btree (organization_id, received_at) where (verdict = 'waiting'::text);
comment on column attachment.uploaded_by is 'Kind and id of the person who sent it up; null for what came with a message.';

-- Table availability

create table availability (
  organization_id uuid not null,
  staff_id uuid not null,
  away_reason text,
  away_since timestamp with time zone,
  seen_at timestamp with time zone,
  returned_at timestamp with time zone,
  called_in_at timestamp with time zone,
  constraint availability_pkey PRIMARY KEY (organization_id, staff_id),
  constraint availability_away_reason_check CHECK (away_reason = ANY (ARRAY['break'::text, 'meal'::text, 'meeting'::text, 'training'::text, 'paperwork'::text, 'other'::text])),
  constraint away_has_a_beginning CHECK ((away_reason IS NULL) = (away_since IS NULL))
);
comment on table availability is 'Whether somebody can be given work: the last heartbeat of the desk, and why and since when a person is away.';
comment on column availability.called_in_at is 'When somebody who leads the desk last asked this person to come in; so that it is asked once in a quarter of an hour, and shown on the board.';

-- Table bulk_change

create table bulk_change (
  organization_id uuid not null,
  id uuid not null,
  started_by uuid not null,
  started_at timestamp with time zone not null,
  changes jsonb not null,
  undo_until timestamp with time zone not null,
  undone_at timestamp with time zone,
  constraint bulk_change_pkey PRIMARY KEY (organization_id, id)
);
create index bulk_change_by_age on public.bulk_change using btree (organization_id, started_at);
comment on table bulk_change is 'One change of up to 500 conversations, item by item (desk-D20). Codes and ids, no words. Kept for a day; undone for 10 minutes.';

-- Table bulk_change_item

create table bulk_change_item (
  organization_id uuid not null,
  bulk_change_id uuid not null,
  place integer not null,
  conversation_id uuid not null,
  seen_version integer not null,
  outcome text not null,
  refusal text,
  version_after integer,
  undos jsonb,
  constraint bulk_change_item_pkey PRIMARY KEY (organization_id, bulk_change_id, place),
  constraint bulk_change_changes_each_once UNIQUE (organization_id, bulk_change_id, conversation_id),
  constraint bulk_change_item_outcome_check CHECK (outcome = ANY (ARRAY['waiting'::text, 'done'::text, 'same'::text, 'refused'::text, 'undone'::text, 'kept'::text])),
  constraint bulk_change_item_place_check CHECK (place >= 0 AND place <= 499)
);
comment on table bulk_change_item is 'What became of one conversation. Its id may name none that there is: that is the answer then, so it has no foreign key.';

-- Table calendar

create table calendar (
  organization_id uuid not null,
  id uuid not null,
  version integer not null,
  site_id uuid,
  time_zone text not null,
  weekly jsonb not null,
  exceptions jsonb default '[]'::jsonb not null,
  effective_at timestamp with time zone not null,
  saved_by uuid,
  constraint calendar_pkey PRIMARY KEY (organization_id, id, version),
  constraint calendar_of_a_site_is_one UNIQUE (organization_id, site_id, version),
  constraint calendar_version_check CHECK (version > 0)
);
comment on table calendar is 'Opening hours of a site, or without a site of the organization, in versions: each counts from effective_at on (desk-D28).';

-- Table call

create table call (
  organization_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  direction text not null,
  carrier_call_id text,
  address text not null,
  is_usable boolean not null,
  state text not null,
  flow jsonb not null,
  turn integer default 0 not null,
  language text not null,
  consent text,
  consent_at timestamp with time zone,
  conversation_id uuid,
  call_back_id uuid,
  started_at timestamp with time zone not null,
  queued_at timestamp with time zone,
  ringing_at timestamp with time zone,
  ended_at timestamp with time zone,
  first_leg text,
  agent_number text,
  dialed_by uuid,
  answered_at timestamp with time zone,
  answered_by uuid,
  outcome_at timestamp with time zone,
  held_at timestamp with time zone,
  desk_number text,
  asked text,
  asked_at timestamp with time zone,
  transfer_to uuid,
  transfer_queue uuid,
  transfer_number text,
  constraint call_pkey PRIMARY KEY (organization_id, id),
  constraint call_is_taken_once UNIQUE (organization_id, account_id, carrier_call_id),
  constraint call_address_check CHECK (char_length(address) <= 100),
  constraint call_agent_number_check CHECK (agent_number ~ '^\+[0-9]{4,15}$'::text),
  constraint call_asked_check CHECK (asked = ANY (ARRAY['hold'::text, 'go-on'::text, 'transfer'::text])),
  constraint call_asked_has_its_time CHECK ((asked IS NULL) = (asked_at IS NULL)),
  constraint call_carrier_call_id_check CHECK (carrier_call_id ~ '^[A-Za-z0-9]{2,64}$'::text),
  constraint call_consent_check CHECK (consent = ANY (ARRAY['given'::text, 'refused'::text, 'told'::text])),
  constraint call_consent_has_its_time CHECK ((consent IS NULL) = (consent_at IS NULL)),
  constraint call_desk_number_check CHECK (desk_number ~ '^\+[0-9]{4,15}$'::text),
  constraint call_direction_check CHECK (direction = ANY (ARRAY['in'::text, 'out'::text])),
  constraint call_ends_once CHECK ((state = ANY (ARRAY['menu'::text, 'queued'::text, 'ringing'::text, 'talking'::text, 'held'::text, 'recording'::text])) = (ended_at IS NULL)),
  constraint call_first_leg_check CHECK (first_leg = ANY (ARRAY['agent'::text, 'patient'::text])),
  constraint call_is_passed_on_to_one CHECK (num_nonnulls(transfer_to, transfer_queue) = num_nonnulls(transfer_number)),
  constraint call_outcome_is_of_somebody CHECK (outcome_at IS NULL OR answered_by IS NOT NULL),
  constraint call_state_check CHECK (state = ANY (ARRAY['menu'::text, 'queued'::text, 'ringing'::text, 'talking'::text, 'held'::text, 'recording'::text, 'talked'::text, 'voicemail'::text, 'call_back'::text, 'hung_up'::text, 'abandoned'::text, 'no_answer'::text, 'busy'::text, 'machine'::text, 'failed'::text])),
  constraint call_that_is_dialed_rings_somebody CHECK ((first_leg IS NULL) = (agent_number IS NULL) AND (first_leg IS NULL) = (dialed_by IS NULL)),
  constraint call_that_waits_waits_since CHECK ((state <> ALL (ARRAY['queued'::text, 'ringing'::text, 'talking'::text, 'held'::text])) OR queued_at IS NOT NULL),
  constraint call_transfer_number_check CHECK (transfer_number ~ '^\+[0-9]{4,15}$'::text)
);
create unique index call_back_is_dialed_once on public.call using btree (organization_id, call_back_id) where ((ended_at IS NULL) AND (first_leg IS NOT NULL));
create index call_dialed_by_whom on public.call using btree (organization_id, dialed_by, started_at) where (dialed_by IS NOT NULL);
create index call_of_call_back on public.call using btree (organization_id, call_back_id, started_at) where (call_back_id IS NOT NULL);
create index call_of_conversation on public.call using btree (organization_id, conversation_id) where (conversation_id IS NOT NULL);
create index call_of_line on public.call using btree (organization_id, account_id, started_at);
create index call_open on public.call using btree (organization_id, account_id, queued_at) where (ended_at IS NULL);
create index call_without_outcome on public.call using btree (organization_id, answered_by) where ((answered_by IS NOT NULL) AND (outcome_at IS NULL));
comment on table call is 'Every attempt to call, in or out, with how it ended (desk-D63). What was said is in messages of its conversation, never here.';
comment on column call.state is 'machine: a call of ours that a voicemail box picked up; nobody was reached.';
comment on column call.first_leg is 'A call that the carrier dials for us (decision 0121): whose telephone rings first.';
comment on column call.answered_at is 'When a telephone of ours picked up, as the carrier told.';
comment on column call.answered_by is 'Who said that he has this call on the telephone. The carrier knows telephones and no people.';
comment on column call.outcome_at is 'When that person said what came of it, or that there is nothing to note.';
comment on column call.held_at is 'Since when the caller is on hold.';
comment on column call.desk_number is 'The telephone of whoever has the call: it rings again after a hold, and where a transfer is answered by nobody.';
comment on column call.asked is 'What the desk asked of the carrier and the carrier has not come back about.';
comment on column call.transfer_number is 'The telephone that rings for whom it is passed on to, until somebody there has pressed the key.';

-- Table call_back

create table call_back (
  organization_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  address text not null,
  language text not null,
  state text not null,
  place_since timestamp with time zone not null,
  due_at timestamp with time zone not null,
  tries smallint default 0 not null,
  requests smallint default 1 not null,
  reached_at timestamp with time zone,
  outcome text,
  settled_by uuid,
  settled_at timestamp with time zone,
  version integer default 1 not null,
  is_booked boolean default false not null,
  identity_check text,
  constraint call_back_pkey PRIMARY KEY (organization_id, id),
  constraint call_back_address_check CHECK (address ~ '^\+[0-9]{4,15}$'::text),
  constraint call_back_identity_check_check CHECK (identity_check = ANY ('{confirmed,not_confirmed,not_asked}'::text[])),
  constraint call_back_is_settled_once CHECK ((state = 'open'::text) = (settled_at IS NULL)),
  constraint call_back_outcome_check CHECK (char_length(outcome) >= 1 AND char_length(outcome) <= 500),
  constraint call_back_requests_check CHECK (requests > 0),
  constraint call_back_state_check CHECK (state = ANY (ARRAY['open'::text, 'done'::text, 'given_up'::text, 'cancelled'::text])),
  constraint call_back_tries_check CHECK (tries >= 0 AND tries <= 3)
);
create index call_back_due on public.call_back using btree (organization_id, due_at, id) where (state = 'open'::text);
create index call_back_of_conversation on public.call_back using btree (organization_id, conversation_id);
create unique index conversation_calls_a_number_back_once on public.call_back using btree (organization_id, address, conversation_id) where (state = 'open'::text);
comment on table call_back is 'A promise to call somebody back (FHIR Task): when, how often it was tried, how it ended. Requests of one person for one number join (desk-D62).';
comment on column call_back.is_booked is 'Its time was chosen by a person; else it is the turn in the line.';
comment on column call_back.identity_check is 'Whether it was checked who picked up, and how that ended (desk-D62); null: nobody was reached, or that was before it was asked.';

-- Table call_event

create table call_event (
  organization_id uuid not null,
  call_id uuid not null,
  event_key text not null,
  at timestamp with time zone not null,
  kind text not null,
  detail text,
  constraint call_event_pkey PRIMARY KEY (organization_id, call_id, event_key),
  constraint call_event_detail_check CHECK (char_length(detail) <= 60),
  constraint call_event_event_key_check CHECK (char_length(event_key) <= 120),
  constraint call_event_kind_check CHECK (kind = ANY (ARRAY['arrived'::text, 'pressed'::text, 'said'::text, 'silent'::text, 'asked'::text, 'queued'::text, 'rang'::text, 'recorded'::text, 'transcribed'::text, 'ended'::text]))
);
comment on table call_event is 'What a carrier told of a call, once: the same told again finds its key. Codes and keys pressed, no words.';

-- Table capacity_rule

create table capacity_rule (
  organization_id uuid not null,
  staff_id uuid not null,
  capacity integer not null,
  skills jsonb default '{}'::jsonb not null,
  version integer default 1 not null,
  author_id uuid,
  changed_at timestamp with time zone,
  constraint capacity_rule_pkey PRIMARY KEY (organization_id, staff_id),
  constraint capacity_rule_capacity_check CHECK (capacity >= 0 AND capacity <= 1000)
);
comment on table capacity_rule is 'How many points of work a member of staff takes at once, and levels by skill. Without a row: 100, and no skill.';

-- Table carrier_look_back

create table carrier_look_back (
  organization_id uuid not null,
  account_id uuid not null,
  claimed_at timestamp with time zone not null,
  compared_to timestamp with time zone not null,
  is_failed boolean default false not null,
  listed integer default 0 not null,
  taken_in integer default 0 not null,
  missing text[] default '{}'::text[] not null,
  constraint carrier_look_back_pkey PRIMARY KEY (organization_id, account_id),
  constraint carrier_look_back_missing_check CHECK (cardinality(missing) <= 100)
);
comment on table carrier_look_back is 'The last daily comparison of a number with what its carrier lists (desk-D58, decision 0122): up to when, how much, and what could not be taken in.';

-- Table channel_account

create table channel_account (
  organization_id uuid not null,
  id uuid not null,
  channel text not null,
  name text not null,
  address text not null,
  site_id uuid,
  is_live boolean default true not null,
  settings jsonb default '{}'::jsonb not null,
  constraint channel_account_pkey PRIMARY KEY (organization_id, id),
  constraint channel_account_address_is_bound_once UNIQUE (organization_id, channel, address),
  constraint channel_account_channel_check CHECK (channel = ANY (ARRAY['portal-chat'::text, 'widget'::text, 'email'::text, 'sms'::text, 'voice'::text]))
);
comment on table channel_account is 'A door of the organization: a mailbox, a widget key, a number.';

-- Table check_in_code

create table check_in_code (
  organization_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  code_hash bytea not null,
  method text not null,
  issued_by uuid not null,
  issued_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  tries smallint default 0 not null,
  used_at timestamp with time zone,
  constraint check_in_code_pkey PRIMARY KEY (organization_id, id),
  constraint check_in_code_method_check CHECK (method = ANY (ARRAY['document-in-person'::text, 'two-facts-and-call-back'::text])),
  constraint check_in_code_tries_check CHECK (tries >= 0 AND tries <= 5)
);
create index check_in_code_by_age on public.check_in_code using btree (organization_id, expires_at);
create unique index check_in_code_is_open_once on public.check_in_code using btree (organization_id, code_hash) where (used_at IS NULL);
comment on table check_in_code is 'A code that staff gave to a person whom they checked; with the birth date it checks the person in at a kiosk, once (decision 0086).';

-- Table consent

create table consent (
  organization_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  contact_point_id uuid,
  kind text default 'channel_purpose'::text not null,
  purpose text not null,
  channel text not null,
  provision text not null,
  state text default 'active'::text not null,
  text_version text not null,
  language text not null,
  given_at timestamp with time zone not null,
  given_by text not null,
  ended_at timestamp with time zone,
  channel_account_id uuid,
  message_id uuid,
  ended_message_id uuid,
  recorded_by uuid,
  related_person_id uuid,
  told text,
  constraint consent_pkey PRIMARY KEY (organization_id, id),
  constraint consent_channel_check CHECK (channel = ANY (ARRAY['portal-chat'::text, 'widget'::text, 'email'::text, 'sms'::text, 'voice'::text])),
  constraint consent_ends_by_a_message_only_once_ended CHECK (ended_message_id IS NULL OR ended_at IS NOT NULL),
  constraint consent_for_a_line_is_for_a_purpose CHECK (channel_account_id IS NULL OR kind = 'channel_purpose'::text),
  constraint consent_is_told_to_staff CHECK (told IS NULL OR given_by = 'staff'::text),
  constraint consent_kind_check CHECK (kind = ANY (ARRAY['channel_purpose'::text, 'plain_mail'::text, 'disclosure'::text, 'research'::text, 'recording'::text])),
  constraint consent_provision_check CHECK (provision = ANY (ARRAY['permit'::text, 'deny'::text])),
  constraint consent_purpose_check CHECK (purpose = ANY (ARRAY['reply'::text, 'care'::text, 'billing'::text, 'feedback'::text, 'outreach'::text, 'security'::text, 'emergency'::text])),
  constraint consent_state_check CHECK (state = ANY (ARRAY['active'::text, 'inactive'::text, 'entered_in_error'::text])),
  constraint consent_told_check CHECK (told = ANY (ARRAY['in-person'::text, 'phone'::text, 'paper'::text]))
);
create unique index consent_is_one_per_purpose_channel_and_line on public.consent using btree (organization_id, patient_id, kind, purpose, channel, channel_account_id) NULLS NOT DISTINCT where (state = 'active'::text);
comment on table consent is 'FHIR Consent: what the person agreed to, per purpose, channel and, if it was narrowed, sender line, with the text version and language shown and what proves it (desk-D38).';
comment on column consent.channel_account_id is 'The number or mailbox of ours for which it was said; null: for all of them. What was said for one goes before what holds for all.';
comment on column consent.message_id is 'The message of the patient by which it was given; null: in the portal, or told to staff.';
comment on column consent.ended_message_id is 'The STOP that ended it; START from the same number gives it again (decision 0234).';
comment on column consent.recorded_by is 'Who wrote down what was said.';
comment on column consent.related_person_id is 'Who gave it or told it, speaking for the patient; null: the patient.';
comment on column consent.told is 'How staff were told what they wrote down (desk-D38); null: given in the portal or by a message, or it was not kept.';

-- Table consent_text

create table consent_text (
  organization_id uuid not null,
  key text not null,
  version integer not null,
  texts jsonb,
  author_id uuid,
  at timestamp with time zone not null,
  constraint consent_text_pkey PRIMARY KEY (organization_id, key, version),
  constraint consent_text_key_check CHECK (char_length(key) >= 1 AND char_length(key) <= 40),
  constraint consent_text_version_check CHECK (version > 0)
);
comment on table consent_text is 'Versions of what an organization asks beside a question of consent, by language. The highest counts; without one, or with null, the words of the house do. A text that was asked is never changed: answers name its version (desk-D38).';

-- Table contact_point

create table contact_point (
  organization_id uuid not null,
  id uuid not null,
  patient_id uuid,
  related_person_id uuid,
  system text not null,
  value text not null,
  use text default 'home'::text not null,
  rank smallint default 1 not null,
  state text default 'active'::text not null,
  verified_at timestamp with time zone,
  changed_at timestamp with time zone not null,
  allows_plain boolean default false not null,
  version integer default 1 not null,
  replaces_id uuid,
  changed_by text default 'staff'::text not null,
  moved_at timestamp with time zone,
  constraint contact_point_pkey PRIMARY KEY (organization_id, id),
  constraint contact_point_changed_by_check CHECK (changed_by = ANY (ARRAY['staff'::text, 'self'::text])),
  constraint contact_point_is_one_persons CHECK (num_nonnulls(patient_id, related_person_id) = 1),
  constraint contact_point_state_check CHECK (state = ANY (ARRAY['active'::text, 'bouncing'::text, 'blocked'::text, 'reassigned'::text, 'detached'::text])),
  constraint contact_point_system_check CHECK (system = ANY (ARRAY['email'::text, 'sms'::text, 'phone'::text])),
  constraint contact_point_use_check CHECK (use = ANY (ARRAY['home'::text, 'mobile'::text, 'work'::text, 'old'::text])),
  constraint contact_point_value_check CHECK (char_length(value) >= 3 AND char_length(value) <= 320)
);
create index contact_point_by_patient on public.contact_point using btree (organization_id, patient_id);
create index contact_point_by_person on public.contact_point using btree (organization_id, related_person_id);
create index contact_point_by_value on public.contact_point using btree (organization_id, system, value);
comment on table contact_point is 'FHIR ContactPoint. Value is normalized: lower-case mail address, E.164 number. Several persons may share one.';
comment on column contact_point.allows_plain is 'The person agreed to health content in plain mail or text here; otherwise a link is sent (desk-D37).';
comment on column contact_point.changed_by is 'A person changes one address at the portal per sign-in, and a sign-in lasts 24 hours at most (trust-D18).';
comment on column contact_point.moved_at is 'When an address stopped being used here: replaced or taken away. Two of one person cannot both move within a day (trust-D18).';

-- Table conversation

create table conversation (
  organization_id uuid not null,
  id uuid not null,
  number text not null,
  subject text default ''::text not null,
  state text default 'open'::text not null,
  waiting_on text,
  assignment text default 'unassigned'::text not null,
  urgency text default 'routine'::text not null,
  urgency_rank smallint generated always as (
CASE urgency
    WHEN 'stat'::text THEN 3
    WHEN 'asap'::text THEN 2
    WHEN 'urgent'::text THEN 1
    ELSE 0
END) stored,
  urgency_reason text,
  topic text,
  language text default 'und'::text not null,
  tone text,
  queue_id uuid,
  assignee_id uuid,
  patient_id uuid,
  related_person_id uuid,
  visitor_id uuid,
  site_id uuid,
  channel text not null,
  labels text[] default '{}'::text[] not null,
  tags text[] default '{}'::text[] not null,
  last_seq integer default 0 not null,
  last_words text default ''::text not null,
  last_direction text default 'in'::text not null,
  last_message_at timestamp with time zone not null,
  first_message_at timestamp with time zone not null,
  unread_since timestamp with time zone,
  due_at timestamp with time zone,
  snoozed_until timestamp with time zone,
  snoozed_for text,
  resolved_at timestamp with time zone,
  merged_into uuid,
  follows uuid,
  may_belong_to uuid,
  may_belong_reason text,
  version integer default 1 not null,
  sender text,
  look_at timestamp with time zone,
  urgency_reason_es text,
  constraint conversation_pkey PRIMARY KEY (organization_id, id),
  constraint conversation_number_is_used_once UNIQUE (organization_id, number),
  constraint conversation_assignment_check CHECK (assignment = ANY (ARRAY['unassigned'::text, 'offered'::text, 'assigned'::text])),
  constraint conversation_channel_check CHECK (channel = ANY (ARRAY['portal-chat'::text, 'widget'::text, 'email'::text, 'sms'::text, 'voice'::text, 'front-desk'::text])),
  constraint conversation_is_assigned_to_somebody CHECK ((assignment = 'unassigned'::text) = (assignee_id IS NULL)),
  constraint conversation_last_words_check CHECK (char_length(last_words) <= 200),
  constraint conversation_number_check CHECK (number ~ '^[0-9A-HJKMNP-TV-Z]{10}$'::text),
  constraint conversation_sender_check CHECK (char_length(sender) <= 400),
  constraint conversation_sleeps_until CHECK (state <> 'snoozed'::text OR snoozed_until IS NOT NULL),
  constraint conversation_snoozed_for_check CHECK (snoozed_for = ANY (ARRAY['result-filed'::text, 'authorization-decided'::text, 'form-returned'::text, 'visit-done'::text])),
  constraint conversation_state_check CHECK (state = ANY (ARRAY['open'::text, 'waiting'::text, 'snoozed'::text, 'resolved'::text, 'closed'::text, 'spam'::text, 'merged'::text])),
  constraint conversation_subject_check CHECK (char_length(subject) <= 500),
  constraint conversation_urgency_check CHECK (urgency = ANY (ARRAY['routine'::text, 'urgent'::text, 'asap'::text, 'stat'::text])),
  constraint conversation_urgency_reason_check CHECK (char_length(urgency_reason) <= 1000),
  constraint conversation_urgency_reason_es_check CHECK (char_length(urgency_reason_es) <= 1000),
  constraint conversation_waiting_on_check CHECK (waiting_on = ANY (ARRAY['patient'::text, 'clinician'::text, 'payer'::text, 'pharmacy'::text, 'laboratory'::text, 'other-office'::text])),
  constraint conversation_waits_for_somebody CHECK ((state = 'waiting'::text) = (waiting_on IS NOT NULL))
);
create index conversation_active_by_channel on public.conversation using btree (organization_id, channel, last_message_at DESC, id DESC) where (state = ANY (ARRAY['open'::text, 'waiting'::text, 'snoozed'::text]));
create index conversation_by_age on public.conversation using btree (organization_id, last_message_at DESC, id DESC) INCLUDE (labels, patient_id);
create index conversation_by_assignee on public.conversation using btree (organization_id, assignee_id, last_message_at DESC, id DESC) where ((state = ANY (ARRAY['open'::text, 'waiting'::text, 'snoozed'::text])) AND (assignee_id IS NOT NULL));
create index conversation_by_patient on public.conversation using btree (organization_id, patient_id, last_message_at DESC) where (patient_id IS NOT NULL);
create index conversation_by_related_person on public.conversation using btree (organization_id, related_person_id) where (related_person_id IS NOT NULL);
create index conversation_by_visitor on public.conversation using btree (organization_id, visitor_id) where (visitor_id IS NOT NULL);
create index conversation_due on public.conversation using btree (organization_id, due_at, id) where ((due_at IS NOT NULL) AND (state = ANY (ARRAY['open'::text, 'waiting'::text, 'snoozed'::text])));
create index conversation_open_by_queue on public.conversation using btree (organization_id, queue_id) INCLUDE (unread_since, due_at, labels, patient_id, id) where (state = 'open'::text);
create index conversation_red_flag on public.conversation using btree (organization_id, last_message_at DESC, id DESC) where ((urgency = 'stat'::text) AND (state = ANY (ARRAY['open'::text, 'waiting'::text, 'snoozed'::text])));
create index conversation_snoozed on public.conversation using btree (organization_id, snoozed_until, id) where (state = 'snoozed'::text);
create index conversation_to_look_at on public.conversation using btree (organization_id, look_at) where (look_at IS NOT NULL);
create index conversation_unassigned on public.conversation using btree (organization_id, last_message_at DESC, id DESC) where ((state = 'open'::text) AND (assignee_id IS NULL));
create index conversation_waiting on public.conversation using btree (organization_id, last_message_at DESC, id DESC) where (state = 'waiting'::text);
comment on table conversation is 'One matter of one person over all channels (FHIR Communication of a topic). The number is never an access right.';
comment on column conversation.last_words is 'The first 200 characters of the newest message that is not a note, for the list.';
comment on column conversation.sender is 'Who wrote last, as its channel proved it: patient:<id>, related-person:<id>, visitor:<id>, walk-in:<id>, address:<value>, unproven:<value>, call:<call>:<number>, unproven-call:<call>:<value>.';
comment on column conversation.look_at is 'When its clocks are looked at again: at its next warning or deadline, at once where a change put one into the past (decision 0112).';
comment on column conversation.urgency_reason_es is 'The same reason for a reader of Spanish; null: as urgency_reason has it, which is what people wrote, or of a time before (decision 0190).';

-- Table conversation_move

create table conversation_move (
  organization_id uuid not null,
  id uuid not null,
  kind text not null,
  source_id uuid not null,
  target_id uuid not null,
  moved_by uuid not null,
  moved_at timestamp with time zone not null,
  undo_until timestamp with time zone not null,
  undone_at timestamp with time zone,
  undone_by uuid,
  was jsonb not null,
  constraint conversation_move_pkey PRIMARY KEY (organization_id, id),
  constraint conversation_move_is_undone_by_somebody CHECK ((undone_at IS NULL) = (undone_by IS NULL)),
  constraint conversation_move_kind_check CHECK (kind = ANY (ARRAY['merge'::text, 'split'::text])),
  constraint conversation_move_leads_elsewhere CHECK (source_id <> target_id)
);
create index conversation_move_from on public.conversation_move using btree (organization_id, source_id);
create index conversation_move_to on public.conversation_move using btree (organization_id, target_id);
comment on table conversation_move is 'A merge or a split of conversations, with what undo needs to give back (desk-D22). Codes and instants, no words of a patient.';

-- Table conversation_privacy

create table conversation_privacy (
  organization_id uuid not null,
  conversation_id uuid not null,
  patient_id uuid,
  reader_id uuid,
  since timestamp with time zone not null,
  lifted_at timestamp with time zone,
  lifted_by uuid,
  lifted_reason text,
  constraint conversation_privacy_pkey PRIMARY KEY (organization_id, conversation_id),
  constraint conversation_privacy_lifted_reason_check CHECK (char_length(lifted_reason) >= 1 AND char_length(lifted_reason) <= 300),
  constraint lifted_by_somebody_with_a_reason CHECK ((lifted_at IS NULL) = (lifted_by IS NULL) AND (lifted_at IS NULL) = (lifted_reason IS NULL))
);
comment on table conversation_privacy is 'Of those on the patient''s side only one reads such a conversation (understanding-D39, decision 0179). reader_id: the patient or the related person who wrote there of a danger; null: whoever turns out to be its patient. patient_id follows the conversation''s, by a trigger.';
comment on column conversation_privacy.lifted_at is 'Since then it is read as before: a nurse or a clinician found that no danger was told (decision 0192). New words of danger close it again.';
comment on column conversation_privacy.lifted_reason is 'Words of staff, for staff.';

-- Table conversation_seen

create table conversation_seen (
  organization_id uuid not null,
  conversation_id uuid not null,
  reader_kind text not null,
  reader_id uuid not null,
  seq integer not null,
  at timestamp with time zone not null,
  constraint conversation_seen_pkey PRIMARY KEY (organization_id, conversation_id, reader_kind, reader_id),
  constraint conversation_seen_reader_kind_check CHECK (reader_kind = ANY (ARRAY['staff'::text, 'patient'::text, 'visitor'::text]))
);
comment on table conversation_seen is 'How far a person has read.';

-- Table decision_review

create table decision_review (
  organization_id uuid not null,
  message_id uuid not null,
  because text not null,
  agrees boolean not null,
  wrong text[] default '{}'::text[] not null,
  reason text,
  reviewer_id uuid not null,
  reviewed_at timestamp with time zone not null,
  constraint decision_review_pkey PRIMARY KEY (organization_id, message_id),
  constraint decision_review_because_check CHECK (because = ANY (ARRAY['emergency'::text, 'self-care'::text, 'sample'::text, 'thumbs-down'::text])),
  constraint decision_review_reason_check CHECK (char_length(reason) >= 1 AND char_length(reason) <= 1000),
  constraint decision_review_wrong_check CHECK (wrong <@ '{urgency,language,meaning,tone,answer}'::text[]),
  constraint who_disagrees_says_why CHECK (agrees OR reason IS NOT NULL AND wrong <> '{}'::text[])
);
create index decision_review_by_day on public.decision_review using btree (organization_id, reviewed_at);
comment on table decision_review is 'What a person said of what software made of one message. What is to be reviewed is computed: see understanding_to_review.';

-- Table delivery

create table delivery (
  organization_id uuid not null,
  id uuid not null,
  message_id uuid not null,
  conversation_id uuid not null,
  party_id uuid,
  contact_point_id uuid,
  channel text not null,
  address text,
  purpose text not null,
  is_automatic boolean default false not null,
  state text not null,
  cause text,
  not_before timestamp with time zone not null,
  attempt integer default 0 not null,
  lease_until timestamp with time zone,
  provider_ref text,
  idempotency_key text not null,
  changed_at timestamp with time zone not null,
  night_reason text,
  agreed text[] default '{}'::text[] not null,
  carries_text boolean default true not null,
  constraint delivery_pkey PRIMARY KEY (organization_id, id),
  constraint delivery_is_made_once UNIQUE (organization_id, idempotency_key),
  constraint delivery_agreed_check CHECK (agreed <@ ARRAY['SHARED_ADDRESS'::text, 'OTHER_LANGUAGE'::text]),
  constraint delivery_channel_check CHECK (channel = ANY (ARRAY['portal-chat'::text, 'widget'::text, 'email'::text, 'sms'::text, 'voice'::text])),
  constraint delivery_night_reason_check CHECK (night_reason = ANY (ARRAY['asked-for'::text, 'cannot-wait'::text])),
  constraint delivery_purpose_check CHECK (purpose = ANY (ARRAY['reply'::text, 'care'::text, 'billing'::text, 'feedback'::text, 'outreach'::text, 'security'::text, 'emergency'::text])),
  constraint delivery_state_check CHECK (state = ANY (ARRAY['held'::text, 'queued'::text, 'sending'::text, 'handed_over'::text, 'delivered'::text, 'seen'::text, 'blocked'::text, 'cancelled'::text, 'failed'::text, 'unknown'::text]))
);
create index delivery_asked on public.delivery using btree (organization_id, changed_at) where ((state = 'held'::text) AND (cause = ANY (ARRAY['SHARED_ADDRESS'::text, 'OTHER_LANGUAGE'::text])));
create index delivery_automatic on public.delivery using btree (organization_id, address, changed_at) where is_automatic;
create index delivery_continued on public.delivery using btree (organization_id, address, changed_at) where (idempotency_key ~~ '%:continuity'::text);
create index delivery_of_message on public.delivery using btree (organization_id, message_id);
create index delivery_open on public.delivery using btree (organization_id, not_before) where (state = ANY (ARRAY['held'::text, 'queued'::text, 'sending'::text]));
create index delivery_to_check on public.delivery using btree (organization_id, changed_at) where (state = ANY (ARRAY['unknown'::text, 'failed'::text, 'blocked'::text]));
create index delivery_to_number on public.delivery using btree (organization_id, address) where ((channel = 'sms'::text) AND (state = ANY (ARRAY['held'::text, 'queued'::text])));
create index delivery_unknown on public.delivery using btree (organization_id, conversation_id) INCLUDE (changed_at) where (state = 'unknown'::text);
comment on table delivery is 'The outbox and the ledger''s head: one row per outbound message, recipient and channel. States go forward only.';
comment on column delivery.night_reason is 'Why a person lets it leave although it is night for the receiver (desk-D41); null: it waits.';
comment on column delivery.agreed is 'Questions of the gate that a person answered with yes (desk-D36); the last is the latest.';
comment on column delivery.carries_text is 'Whether the words themselves were to leave when this was written; false: a link. Words leave only where it was so then and still is (decision 0257).';

-- Table delivery_step

create table delivery_step (
  organization_id uuid not null,
  delivery_id uuid not null,
  at timestamp with time zone not null,
  id uuid not null,
  state text not null,
  cause text,
  attempt integer default 0 not null,
  constraint delivery_step_pkey PRIMARY KEY (organization_id, delivery_id, at, id)
);
comment on table delivery_step is 'The ledger: what was reported of a delivery, in order of arrival; a late lower status is kept and changes nothing.';

-- Table draft

create table draft (
  organization_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  conversation_id uuid not null,
  mode text not null,
  text text not null,
  device_version bigint default 0 not null,
  saved_at timestamp with time zone not null,
  other_text text,
  other_saved_at timestamp with time zone,
  constraint draft_pkey PRIMARY KEY (organization_id, id),
  constraint draft_is_one_per_person_conversation_and_mode UNIQUE (organization_id, staff_id, conversation_id, mode),
  constraint draft_mode_check CHECK (mode = ANY (ARRAY['reply'::text, 'note'::text])),
  constraint draft_text_check CHECK (char_length(text) <= 100000)
);

-- Table event_source

create table event_source (
  organization_id uuid not null,
  id uuid not null,
  name text not null,
  kinds text[] not null,
  secret_sealed bytea not null,
  old_secret_sealed bytea,
  old_secret_until timestamp with time zone,
  created_at timestamp with time zone not null,
  last_reported_at timestamp with time zone,
  constraint event_source_pkey PRIMARY KEY (organization_id, id),
  constraint event_source_kinds_check CHECK (kinds <@ '{result-filed,authorization-decided,form-returned,visit-done}'::text[] AND cardinality(kinds) > 0),
  constraint event_source_name_check CHECK (char_length(name) >= 1 AND char_length(name) <= 80),
  constraint old_secret_has_an_end CHECK ((old_secret_sealed IS NULL) = (old_secret_until IS NULL))
);
comment on table event_source is 'A system outside that reports what happened to a patient: a laboratory, a payer, a form service. Its secret is sealed (decision 0188).';

-- Table front_desk_count

create table front_desk_count (
  organization_id uuid not null,
  site_id uuid not null,
  day date not null,
  letter text not null,
  last_number integer not null,
  constraint front_desk_count_pkey PRIMARY KEY (organization_id, site_id, day, letter),
  constraint front_desk_count_last_number_check CHECK (last_number >= 1 AND last_number <= 9999),
  constraint front_desk_count_letter_check CHECK (letter ~ '^[A-Z]$'::text)
);
comment on table front_desk_count is 'The last queue number that was given at a site on its local day; counted up in the transaction of the turn, so that no number is missing (decision 0085).';

-- Table front_desk_device

create table front_desk_device (
  organization_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  kind text not null,
  name text not null,
  code_hash bytea,
  code_until timestamp with time zone,
  secret_hash bytea,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  opened_at timestamp with time zone,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint front_desk_device_pkey PRIMARY KEY (organization_id, id),
  constraint device_code_has_an_end CHECK ((code_hash IS NULL) = (code_until IS NULL)),
  constraint front_desk_device_kind_check CHECK (kind = ANY (ARRAY['kiosk'::text, 'display'::text])),
  constraint front_desk_device_name_check CHECK (char_length(name) >= 1 AND char_length(name) <= 60),
  constraint revoked_device_opens_nothing CHECK (revoked_at IS NULL OR code_hash IS NULL AND secret_hash IS NULL)
);
comment on table front_desk_device is 'A kiosk or a public display of one site. Its code opens one browser once; that browser then holds a secret in a cookie. Only hashes are kept (desk-D64).';

-- Table front_desk_turn

create table front_desk_turn (
  organization_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  day date not null,
  letter text not null,
  number integer not null,
  queue_id uuid not null,
  conversation_id uuid not null,
  message_id uuid,
  is_first boolean not null,
  reason text not null,
  urgency text not null,
  urgency_rank smallint generated always as (
CASE urgency
    WHEN 'stat'::text THEN 3
    WHEN 'asap'::text THEN 2
    WHEN 'urgent'::text THEN 1
    ELSE 0
END) stored,
  language text not null,
  state text not null,
  ahead smallint not null,
  calls smallint default 0 not null,
  room text,
  device_id uuid,
  taken_by uuid,
  taken_at timestamp with time zone not null,
  first_called_at timestamp with time zone,
  called_at timestamp with time zone,
  serving_at timestamp with time zone,
  staff_id uuid,
  ended_at timestamp with time zone,
  constraint front_desk_turn_pkey PRIMARY KEY (organization_id, id),
  constraint called_turn_has_a_room CHECK ((state <> ALL (ARRAY['called'::text, 'serving'::text])) OR room IS NOT NULL AND called_at IS NOT NULL AND staff_id IS NOT NULL AND first_called_at IS NOT NULL),
  constraint ended_turn_has_an_end CHECK ((state = ANY (ARRAY['done'::text, 'left'::text, 'moved'::text])) = (ended_at IS NOT NULL)),
  constraint front_desk_turn_ahead_check CHECK (ahead >= 0),
  constraint front_desk_turn_calls_check CHECK (calls >= 0 AND calls <= 3),
  constraint front_desk_turn_letter_check CHECK (letter ~ '^[A-Z]$'::text),
  constraint front_desk_turn_number_check CHECK (number >= 1 AND number <= 9999),
  constraint front_desk_turn_reason_check CHECK (reason = ANY (ARRAY['visit'::text, 'unwell'::text, 'billing'::text, 'other'::text])),
  constraint front_desk_turn_room_check CHECK (char_length(room) >= 1 AND char_length(room) <= 20),
  constraint front_desk_turn_state_check CHECK (state = ANY (ARRAY['waiting'::text, 'called'::text, 'serving'::text, 'done'::text, 'left'::text, 'moved'::text])),
  constraint front_desk_turn_urgency_check CHECK (urgency = ANY (ARRAY['routine'::text, 'urgent'::text, 'asap'::text, 'stat'::text])),
  constraint served_turn_has_a_beginning CHECK ((state <> ALL (ARRAY['serving'::text, 'done'::text])) OR serving_at IS NOT NULL)
);
create index front_desk_turn_by_staff on public.front_desk_turn using btree (organization_id, staff_id, serving_at) where (serving_at IS NOT NULL);
create index front_desk_turn_left on public.front_desk_turn using btree (organization_id, site_id, day, ended_at DESC, id DESC) where (state = 'left'::text);
create index front_desk_turn_of_conversation on public.front_desk_turn using btree (organization_id, conversation_id);
create index front_desk_turn_open on public.front_desk_turn using btree (organization_id, site_id, day, taken_at, id) where (state = ANY (ARRAY['waiting'::text, 'called'::text, 'serving'::text]));
create index front_desk_turn_pace on public.front_desk_turn using btree (organization_id, site_id, queue_id, first_called_at DESC) where ((state = ANY (ARRAY['serving'::text, 'done'::text])) AND (message_id IS NOT NULL));
create unique index queue_number_is_given_once on public.front_desk_turn using btree (organization_id, site_id, day, letter, number) where (state <> 'moved'::text);
create unique index turn_is_taken_once on public.front_desk_turn using btree (organization_id, message_id) where (message_id IS NOT NULL);
comment on table front_desk_turn is 'Somebody at the front desk with a queue number. Who it is stands in the conversation, never here; a moved turn goes on in another row with the same number (decision 0085).';

-- Table hand_off

create table hand_off (
  organization_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  message_id uuid not null,
  reason text not null,
  requested_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  state text default 'requested'::text not null,
  accepted_at timestamp with time zone,
  accepted_by uuid,
  deadline_at timestamp with time zone,
  widened smallint default 0 not null,
  audience uuid[] default '{}'::uuid[] not null,
  tell_at timestamp with time zone,
  told text,
  told_count smallint default 0 not null,
  constraint hand_off_pkey PRIMARY KEY (organization_id, id),
  constraint hand_off_is_accepted_by_somebody CHECK ((accepted_by IS NULL) = (accepted_at IS NULL)),
  constraint hand_off_is_over_with_its_state CHECK ((closed_at IS NULL) = (state = ANY (ARRAY['requested'::text, 'offered'::text, 'accepted'::text]))),
  constraint hand_off_reason_check CHECK (reason = ANY (ARRAY['asked'::text, 'clinical'::text, 'upset'::text, 'task'::text, 'complaint'::text, 'privacy'::text, 'not-understood'::text, 'language'::text, 'disagree'::text, 'danger'::text])),
  constraint hand_off_state_check CHECK (state = ANY (ARRAY['requested'::text, 'offered'::text, 'accepted'::text, 'closed'::text, 'withdrawn'::text])),
  constraint hand_off_told_count_check CHECK (told_count >= 0 AND told_count <= 20),
  constraint hand_off_widened_check CHECK (widened >= 0 AND widened <= 2)
);
create unique index hand_off_is_open_once on public.hand_off using btree (organization_id, conversation_id) where (closed_at IS NULL);
create index hand_off_of_conversation on public.hand_off using btree (organization_id, conversation_id, requested_at);
comment on table hand_off is 'The assistant brought a conversation to people (FHIR Task); it stays open until it is given back.';
comment on column hand_off.deadline_at is 'When it is brought to more people, if nobody has accepted it by then; null: nobody more is asked.';
comment on column hand_off.widened is '0: those it came to; 1: a wider circle; 2: supervisors.';
comment on column hand_off.tell_at is 'When the patient is told again, if place or time have changed; null: nothing more is told.';
comment on column hand_off.told is 'Place and time that the patient was told last, as numbers.';

-- Table hand_over

create table hand_over (
  organization_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  state text not null,
  offered_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint hand_over_pkey PRIMARY KEY (organization_id, id),
  constraint hand_over_is_to_another CHECK (from_id <> to_id),
  constraint hand_over_state_check CHECK (state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text])),
  constraint settled_hand_over_has_an_end CHECK ((state = 'open'::text) = (settled_at IS NULL))
);
create unique index conversation_is_handed_over_once on public.hand_over using btree (organization_id, conversation_id) where (state = 'open'::text);
create index hand_over_open_from on public.hand_over using btree (organization_id, from_id) where (state = 'open'::text);
create index hand_over_open_to on public.hand_over using btree (organization_id, to_id) where (state = 'open'::text);
comment on table hand_over is 'At the end of a shift: a conversation that one person gives to another, who accepts it by name. Until then it stays with the first (desk-D34).';

-- Table held_safety_text

create table held_safety_text (
  organization_id uuid not null,
  message_id uuid not null,
  text text not null,
  language text not null,
  send_at timestamp with time zone not null,
  outcome text,
  settled_at timestamp with time zone,
  constraint held_safety_text_pkey PRIMARY KEY (organization_id, message_id),
  constraint held_safety_text_outcome_check CHECK (outcome = ANY (ARRAY['sent'::text, 'opened'::text, 'repeated'::text])),
  constraint held_safety_text_text_check CHECK (char_length(text) <= 4000),
  constraint outcome_has_its_moment CHECK ((outcome IS NULL) = (settled_at IS NULL))
);
comment on table held_safety_text is 'The safety text of a danger that was told to a person who has the conversation: it is sent if nobody opened it in time (understanding-D73).';

-- Table identity_check

create table identity_check (
  organization_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  party_id uuid,
  level text not null,
  method text not null,
  for_patient_id uuid,
  checked_by uuid,
  at timestamp with time zone not null,
  expires_at timestamp with time zone,
  ended_at timestamp with time zone,
  sender text,
  related_person_id uuid,
  contact_point_id uuid,
  constraint identity_check_pkey PRIMARY KEY (organization_id, id),
  constraint identity_check_level_check CHECK (level = ANY (ARRAY['none'::text, 'matched'::text, 'verified'::text, 'verified_for'::text]))
);
create index identity_check_of_conversation on public.identity_check using btree (organization_id, conversation_id) where (ended_at IS NULL);
comment on table identity_check is 'How sure we are who writes: one proof of one sender in one conversation. It counts until it expires, is ended, its contact point changes or its proxy grant ends.';

-- Table identity_tries

create table identity_tries (
  organization_id uuid not null,
  conversation_id uuid not null,
  tries smallint not null,
  tried_at timestamp with time zone not null,
  paused_until timestamp with time zone,
  constraint identity_tries_pkey PRIMARY KEY (organization_id, conversation_id)
);
comment on table identity_tries is 'Wrong codes of one conversation: five, then a pause in which only a staff check works (desk-D10).';

-- Table imap_folder

create table imap_folder (
  organization_id uuid not null,
  account_id uuid not null,
  folder text not null,
  uid_validity bigint,
  last_uid bigint default 0 not null,
  connected_at timestamp with time zone not null,
  last_success_at timestamp with time zone,
  failure text,
  failed_since timestamp with time zone,
  lease_owner uuid,
  lease_until timestamp with time zone,
  next_try_at timestamp with time zone,
  constraint imap_folder_pkey PRIMARY KEY (organization_id, account_id, folder),
  constraint imap_folder_failure_check CHECK (char_length(failure) <= 60)
);
comment on table imap_folder is 'How far a folder was read over IMAP. One server process at a time reads it: the holder of the lease.';
comment on column imap_folder.next_try_at is 'After a look that failed: when the next one is. Null: the last look did not fail.';

-- Table inbox_entry

create table inbox_entry (
  organization_id uuid not null,
  source text not null,
  external_id text not null,
  content_digest bytea not null,
  outcome text not null,
  reason text,
  message_id uuid,
  received_at timestamp with time zone not null,
  repeats integer default 0 not null,
  constraint inbox_entry_pkey PRIMARY KEY (organization_id, source, external_id, content_digest),
  constraint inbox_entry_outcome_check CHECK (outcome = ANY (ARRAY['stored'::text, 'duplicate'::text, 'refused'::text, 'set_aside'::text]))
);
comment on table inbox_entry is 'What a channel handed over, once per source, id and content: exactly-once is this key.';

-- Table journal

create table journal (
  organization_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  xid xid8 default pg_current_xact_id() not null,
  seq bigint generated always as identity not null,
  boot_id uuid not null,
  boot_count bigint not null,
  event text not null,
  action text not null,
  outcome text default 'success'::text not null,
  refusal text,
  actor_kind text not null,
  actor_id text,
  on_behalf_of uuid,
  role text not null,
  purpose text not null,
  identity_level text default 'none'::text not null,
  session_id uuid,
  source_address inet,
  request_id uuid not null,
  route text,
  resource_kind text not null,
  resource_id uuid,
  conversation_id uuid,
  patient_id uuid,
  patient_count integer default 0 not null,
  field_classes text[] default '{}'::text[] not null,
  policy_version smallint default 1 not null,
  detail jsonb,
  constraint journal_pkey PRIMARY KEY (organization_id, at, id),
  constraint journal_action_check CHECK (action = ANY (ARRAY['C'::text, 'R'::text, 'U'::text, 'D'::text, 'E'::text])),
  constraint journal_actor_kind_check CHECK (actor_kind = ANY (ARRAY['staff'::text, 'patient'::text, 'related-person'::text, 'visitor'::text, 'system'::text, 'client'::text, 'unknown'::text])),
  constraint journal_outcome_check CHECK (outcome = ANY (ARRAY['success'::text, 'denied'::text, 'failed'::text])),
  constraint journal_purpose_check CHECK (purpose = ANY (ARRAY['TREAT'::text, 'HPAYMT'::text, 'HOPERAT'::text, 'ETREAT'::text, 'PATRQT'::text, 'HSYSADMIN'::text]))
) partition by range (at);
create index journal_feed on public.journal using btree (organization_id, xid, seq) where ((conversation_id IS NOT NULL) AND (action <> 'R'::text));
create index journal_llm on public.journal using btree (organization_id, at) where (event = 'llm.asked'::text);
create index journal_of_conversation on public.journal using btree (organization_id, conversation_id, at) where ((conversation_id IS NOT NULL) AND (action <> 'R'::text));
create index journal_of_patient on public.journal using btree (organization_id, patient_id, at DESC) where (patient_id IS NOT NULL);
comment on table journal is 'Every change of state and every read of a patient''s data, append only (FHIR AuditEvent). Holds ids, codes and numbers; never a person''s words.';
comment on column journal.xid is 'Readers follow (xid, seq) below the oldest running transaction, so a late commit cannot slip under the mark.';
comment on column journal.detail is 'Codes, numbers and ids of the event; types in server/platform/journal.ts admit no free text.';

-- Table journal_patient

create table journal_patient (
  organization_id uuid not null,
  patient_id uuid not null,
  at timestamp with time zone not null,
  journal_id uuid not null,
  constraint journal_patient_pkey PRIMARY KEY (organization_id, patient_id, at, journal_id)
) partition by range (at);
create index journal_patient_of_entry on public.journal_patient using btree (organization_id, at, journal_id);
comment on table journal_patient is 'The patients of a journal row that is about several (a list, a search).';

-- Table llm_day

create table llm_day (
  organization_id uuid not null,
  day date not null,
  tokens integer not null,
  calls integer not null,
  constraint llm_day_pkey PRIMARY KEY (organization_id, day),
  constraint llm_day_calls_check CHECK (calls >= 0),
  constraint llm_day_tokens_check CHECK (tokens >= 0)
);
comment on table llm_day is 'What an organization has spent of its daily budget for the language model: tokens that were set aside or used, and calls (understanding-D79).';

-- Table llm_draft

create table llm_draft (
  organization_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  staff_id uuid not null,
  text text not null,
  provider text not null,
  model text not null,
  version text not null,
  made_at timestamp with time zone not null,
  constraint llm_draft_pkey PRIMARY KEY (organization_id, id),
  constraint llm_draft_text_check CHECK (char_length(text) >= 1 AND char_length(text) <= 2000)
);
create index llm_draft_by_conversation on public.llm_draft using btree (organization_id, conversation_id, made_at DESC);
comment on table llm_draft is 'What a language model wrote for a person to answer with. It is sent by nobody; beside it stands what the person sent (understanding-D76).';

-- Table macro

create table macro (
  organization_id uuid not null,
  id uuid not null,
  version integer not null,
  title text not null,
  topic text,
  is_clinical boolean default false not null,
  owner_id uuid,
  medical_owner_id uuid,
  valid_until date,
  steps jsonb not null,
  variants jsonb default '[]'::jsonb not null,
  archived_at timestamp with time zone,
  constraint macro_pkey PRIMARY KEY (organization_id, id),
  constraint macro_title_check CHECK (char_length(title) >= 1 AND char_length(title) <= 120),
  constraint macro_topic_check CHECK (char_length(topic) <= 60),
  constraint macro_version_check CHECK (version > 0)
);
create index macro_by_expiry on public.macro using btree (organization_id, valid_until, id) where (archived_at IS NULL);
comment on table macro is 'Steps that are taken in one go in a conversation, and the variants of its text by language and reading level (desk-D19). A clinical one counts only with a medical owner and until its date.';

-- Table macro_version

create table macro_version (
  organization_id uuid not null,
  macro_id uuid not null,
  version integer not null,
  content jsonb not null,
  author_id uuid,
  at timestamp with time zone not null,
  constraint macro_version_pkey PRIMARY KEY (organization_id, macro_id, version),
  constraint macro_version_version_check CHECK (version > 0)
);
comment on table macro_version is 'Each version of a macro as it was saved; the newest is what the macro says.';

-- Table mail_arrival

create table mail_arrival (
  organization_id uuid not null,
  source text not null,
  arrival_key text not null,
  seen_at timestamp with time zone not null,
  alarmed_at timestamp with time zone,
  constraint mail_arrival_pkey PRIMARY KEY (organization_id, source, arrival_key),
  constraint mail_arrival_arrival_key_check CHECK (char_length(arrival_key) <= 200)
);
create index mail_arrival_by_age on public.mail_arrival using btree (organization_id, seen_at);
comment on table mail_arrival is 'Mail that was seen at a mailbox and is not settled yet. A row that stays is a difference of the reconciliation (desk-D58).';

-- Table mail_body

create table mail_body (
  organization_id uuid not null,
  id uuid not null,
  address text not null,
  body_digest bytea not null,
  at timestamp with time zone not null,
  constraint mail_body_pkey PRIMARY KEY (organization_id, id),
  constraint mail_body_address_check CHECK (char_length(address) <= 320)
);
create index mail_body_by_age on public.mail_body using btree (organization_id, at);
create index mail_body_of_sender on public.mail_body using btree (organization_id, address, body_digest, at);
comment on table mail_body is 'Bodies of the last hour by sender, to see a storm of equal mails (desk-D52). Digests only.';

-- Table mail_hand_over

create table mail_hand_over (
  organization_id uuid not null,
  webhook_id uuid not null,
  hand_over_id text not null,
  content_digest bytea not null,
  outcome text not null,
  received_at timestamp with time zone not null,
  constraint mail_hand_over_pkey PRIMARY KEY (organization_id, webhook_id, hand_over_id, content_digest),
  constraint mail_hand_over_hand_over_id_check CHECK (char_length(hand_over_id) >= 1 AND char_length(hand_over_id) <= 200),
  constraint mail_hand_over_outcome_check CHECK (outcome = ANY (ARRAY['stored'::text, 'duplicate'::text, 'refused'::text, 'set_aside'::text]))
);
create index mail_hand_over_by_age on public.mail_hand_over using btree (organization_id, webhook_id, received_at);
comment on table mail_hand_over is 'Ids under which a provider handed mail over, kept for 7 days so that a repeat has no effect.';

-- Table mail_picture

create table mail_picture (
  organization_id uuid not null,
  message_id uuid not null,
  url_digest bytea not null,
  url text not null,
  type text not null,
  size integer not null,
  storage_key text not null,
  fetched_at timestamp with time zone not null,
  constraint mail_picture_pkey PRIMARY KEY (organization_id, message_id, url_digest),
  constraint mail_picture_type_check CHECK (type = ANY (ARRAY['image/jpeg'::text, 'image/png'::text, 'image/webp'::text])),
  constraint mail_picture_url_check CHECK (char_length(url) <= 2000)
);
comment on table mail_picture is 'Pictures that a mail shows from elsewhere, fetched once after somebody at the desk asked for them, and made new (desk-D56).';

-- Table mail_webhook

create table mail_webhook (
  organization_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  secret_sealed bytea not null,
  old_secret_sealed bytea,
  old_secret_until timestamp with time zone,
  created_at timestamp with time zone not null,
  rotated_at timestamp with time zone,
  constraint mail_webhook_pkey PRIMARY KEY (organization_id, id),
  constraint mailbox_has_one_webhook UNIQUE (organization_id, account_id),
  constraint old_secret_has_an_end CHECK ((old_secret_sealed IS NULL) = (old_secret_until IS NULL))
);
comment on table mail_webhook is 'An address to which a mail provider pushes the mail of one mailbox, with the secret that signs it. The old secret is valid beside it for a while (trust-D55).';

-- Table mailbox_count

create table mailbox_count (
  organization_id uuid not null,
  source text not null,
  hour timestamp with time zone not null,
  seen integer default 0 not null,
  stored integer default 0 not null,
  duplicate integer default 0 not null,
  refused integer default 0 not null,
  set_aside integer default 0 not null,
  constraint mailbox_count_pkey PRIMARY KEY (organization_id, source, hour)
);
comment on table mailbox_count is 'Reconciliation per source and hour: seen = stored + duplicate + refused + set aside (desk-D58).';

-- Table mention

create table mention (
  organization_id uuid not null,
  staff_id uuid not null,
  conversation_id uuid not null,
  message_id uuid not null,
  at timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint mention_pkey PRIMARY KEY (organization_id, staff_id, message_id)
);

-- Table message

create table message (
  organization_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  seq integer not null,
  direction text not null,
  channel text not null,
  channel_account_id uuid,
  author_kind text not null,
  author_id uuid,
  party_id uuid,
  text text not null,
  trimmed text,
  safe_html text,
  subject text,
  language text default 'und'::text not null,
  urgency text default 'routine'::text not null,
  content_class text default 'clinical'::text not null,
  reply_to uuid,
  external_id text,
  message_id_token text,
  content_digest bytea,
  claimed_at timestamp with time zone,
  received_at timestamp with time zone not null,
  raw_id uuid,
  automatic text default 'none'::text not null,
  flags text[] default '{}'::text[] not null,
  readers text[] default '{service}'::text[] not null,
  mentions uuid[] default '{}'::uuid[] not null,
  held_until timestamp with time zone,
  cancelled_at timestamp with time zone,
  search tsvector,
  before_sending jsonb,
  origin_id uuid,
  labels text[] default '{}'::text[] not null,
  choices text[],
  sender text,
  answer_to text,
  constraint message_pkey PRIMARY KEY (organization_id, conversation_id, seq),
  constraint message_id_is_used_once UNIQUE (organization_id, id),
  constraint message_answer_to_is_short CHECK (char_length(answer_to) <= 320),
  constraint message_author_kind_check CHECK (author_kind = ANY (ARRAY['patient'::text, 'related-person'::text, 'visitor'::text, 'unknown'::text, 'staff'::text, 'system'::text, 'assistant'::text])),
  constraint message_automatic_check CHECK (automatic = ANY (ARRAY['none'::text, 'auto_reply'::text, 'bounce'::text, 'list'::text, 'own_echo'::text, 'machine'::text])),
  constraint message_channel_check CHECK (channel = ANY (ARRAY['portal-chat'::text, 'widget'::text, 'email'::text, 'sms'::text, 'voice'::text, 'front-desk'::text, 'desk'::text])),
  constraint message_choices_check CHECK (cardinality(choices) <= 3),
  constraint message_content_class_check CHECK (content_class = ANY (ARRAY['service'::text, 'clinical'::text, 'billing'::text])),
  constraint message_direction_check CHECK (direction = ANY (ARRAY['in'::text, 'out'::text, 'note'::text, 'event'::text])),
  constraint message_readers_check CHECK (readers <@ '{service,clinical,billing,sensitive}'::text[]),
  constraint message_sender_is_short CHECK (char_length(sender) <= 400),
  constraint message_seq_check CHECK (seq > 0),
  constraint message_text_check CHECK (char_length(text) <= 1000000),
  constraint message_urgency_check CHECK (urgency = ANY (ARRAY['routine'::text, 'urgent'::text, 'asap'::text, 'stat'::text]))
);
create index message_automatic_of_account on public.message using btree (organization_id, channel_account_id, received_at) where ((author_kind = 'system'::text) AND (channel_account_id IS NOT NULL));
create index message_by_external_id on public.message using btree (organization_id, external_id) where (external_id IS NOT NULL);
create index message_of_original on public.message using btree (organization_id, raw_id) where (raw_id IS NOT NULL);
create index message_search on public.message using gin (search);
comment on table message is 'FHIR Communication. Order is seq, gapless in its conversation; the claimed date of a sender never orders anything.';
comment on column message.before_sending is 'What the conversation was before a held answer, so that undo gives it back (desk-D15). Codes and instants.';
comment on column message.origin_id is 'The conversation that the message was first written in, or that its reply token names, when it stands in another now (desk-D22).';
comment on column message.labels is 'Sensitivity labels of its conversation, kept by triggers (decision 0131).';
comment on column message.choices is 'Words that the patient can send with one press, in a message of the assistant; empty: only the way to a person. Null: not of the assistant, or its last word.';
comment on column message.sender is 'Who wrote what came in, as of conversation.sender: an answer goes there. Null: ours, or of a time when it was not kept.';
comment on column message.answer_to is 'Where a mail asks for its answers, other than at its sender: shown, and answered by an agent''s choice alone.';

-- Table message_translation

create table message_translation (
  organization_id uuid not null,
  message_id uuid not null,
  language text not null,
  from_language text not null,
  text text not null,
  is_whole boolean not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint message_translation_pkey PRIMARY KEY (organization_id, message_id, language),
  constraint message_translation_from_is_a_code CHECK (from_language ~ '^[a-z]{2,3}$'::text),
  constraint message_translation_language_is_a_code CHECK (language ~ '^[a-z]{2,3}$'::text),
  constraint message_translation_text_is_short CHECK (char_length(text) >= 1 AND char_length(text) <= 40000)
);
comment on table message_translation is 'What a machine made of a message for staff who do not read its language. It stands beside the original and is sent to nobody; it goes with its message.';
comment on column message_translation.is_whole is 'False: a name or a figure of the original is missing in it, or there twice.';

-- Table moved_message

create table moved_message (
  organization_id uuid not null,
  move_id uuid not null,
  message_id uuid not null,
  source_seq integer not null,
  target_seq integer not null,
  placeholder_id uuid not null,
  constraint moved_message_pkey PRIMARY KEY (organization_id, move_id, message_id)
);
create index moved_message_by_placeholder on public.moved_message using btree (organization_id, placeholder_id);
comment on table moved_message is 'Where a moved message stood and stands, and the event that keeps its place where it is not, so that seq stays gapless (decision 0075).';

-- Table notice

create table notice (
  organization_id uuid not null,
  id uuid not null,
  key text not null,
  system text not null,
  address text not null,
  template text not null,
  language text not null,
  values_sealed bytea,
  state text default 'queued'::text not null,
  cause text,
  attempt smallint default 0 not null,
  made_at timestamp with time zone not null,
  good_until timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint notice_pkey PRIMARY KEY (organization_id, id),
  constraint notice_is_made_once UNIQUE (organization_id, key),
  constraint notice_address_check CHECK (char_length(address) >= 3 AND char_length(address) <= 320),
  constraint notice_key_check CHECK (char_length(key) <= 200),
  constraint notice_state_check CHECK (state = ANY (ARRAY['queued'::text, 'sending'::text, 'handed_over'::text, 'failed'::text, 'unknown'::text, 'dropped'::text])),
  constraint notice_system_check CHECK (system = ANY (ARRAY['email'::text, 'sms'::text, 'phone'::text]))
);
create index notice_code_to_address on public.notice using btree (organization_id, address, made_at) where (template ~~ '%-code'::text);
comment on table notice is 'A short security text on its way: a code, a link, word of a change. Its values are sealed and gone once it is settled.';

-- Table number_stop

create table number_stop (
  organization_id uuid not null,
  id uuid not null,
  address text not null,
  kind text not null,
  message_id uuid not null,
  stopped_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint number_stop_pkey PRIMARY KEY (organization_id, id),
  constraint number_stop_address_check CHECK (address ~ '^\+[0-9]{4,15}$'::text),
  constraint number_stop_ends_by_a_message CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
  constraint number_stop_kind_check CHECK (kind = ANY (ARRAY['stop'::text, 'doubt'::text]))
);
create unique index number_is_stopped_once on public.number_stop using btree (organization_id, address) where (ended_at IS NULL);
comment on table number_stop is 'A number that asked for no automatic texts, with the message that said so and the one that took it back; it holds for everybody who shares the number (desk-D39).';

-- Table organization

create table organization (
  organization_id uuid not null,
  name text not null,
  slug text not null,
  country text default 'US'::text not null,
  language text default 'en'::text not null,
  languages text[] default '{en,es}'::text[] not null,
  is_demonstration boolean default false not null,
  settings jsonb default '{}'::jsonb not null,
  outbound_on boolean default false not null,
  created_at timestamp with time zone default now() not null,
  assistant_channels text[] default '{}'::text[] not null,
  llm_uses text[] default '{}'::text[] not null,
  translates boolean default false not null,
  constraint organization_pkey PRIMARY KEY (organization_id),
  constraint organization_assistant_channels_check CHECK (assistant_channels <@ '{portal-chat,widget,sms,voice}'::text[]),
  constraint organization_country_check CHECK (country ~ '^[A-Z]{2}$'::text),
  constraint organization_llm_uses_check CHECK (llm_uses <@ '{raise,phrase,draft}'::text[]),
  constraint organization_name_check CHECK (char_length(name) >= 1 AND char_length(name) <= 200),
  constraint organization_slug_check CHECK (slug ~ '^[a-z0-9-]{2,60}$'::text)
);
comment on table organization is 'A provider organization (FHIR Organization). Nothing of one is ever seen by another.';
comment on column organization.outbound_on is 'A new installation and a restored backup start with outbound off.';
comment on column organization.assistant_channels is 'Where the assistant answers patients; nowhere until somebody switches it on.';
comment on column organization.llm_uses is 'For what the connected language model is asked; nothing until somebody switches it on.';
comment on column organization.translates is 'Whether staff may have messages translated by the connected machine; not until somebody switches it on.';

-- Table party

create table party (
  organization_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  role text not null,
  patient_id uuid,
  related_person_id uuid,
  staff_id uuid,
  visitor_id uuid,
  address text,
  display_name text,
  proxy_link_id uuid,
  token_hash bytea,
  joined_at timestamp with time zone not null,
  left_at timestamp with time zone,
  plain_name text generated always as (plain_words(display_name)) stored,
  constraint party_pkey PRIMARY KEY (organization_id, id),
  constraint party_display_name_check CHECK (char_length(display_name) <= 320),
  constraint party_role_check CHECK (role = ANY (ARRAY['author'::text, 'patient'::text, 'proxy'::text, 'copied'::text, 'staff'::text]))
);
create index party_by_address on public.party using btree (organization_id, address) where (address IS NOT NULL);
create index party_by_beginning_of_address on public.party using btree (organization_id, address text_pattern_ops) where (address IS NOT NULL);
create index party_by_plain_name on public.party using btree (organization_id, plain_name text_pattern_ops) where (display_name IS NOT NULL);
create index party_of_conversation on public.party using btree (organization_id, conversation_id);

-- Table patient

create table patient (
  organization_id uuid not null,
  id uuid not null,
  record_number text not null,
  given text not null,
  family text not null,
  birth_date date not null,
  gender text default 'unknown'::text not null,
  language text default 'en'::text not null,
  reading_level text default 'plain'::text not null,
  site_id uuid,
  time_zone text,
  confidential_channel text,
  is_active boolean default true not null,
  deceased_on date,
  version integer default 1 not null,
  created_at timestamp with time zone default now() not null,
  plain_given text generated always as (plain_words(given)) stored not null,
  plain_family text generated always as (plain_words(family)) stored not null,
  constraint patient_pkey PRIMARY KEY (organization_id, id),
  constraint patient_record_number_is_used_once UNIQUE (organization_id, record_number),
  constraint patient_confidential_channel_check CHECK (confidential_channel = ANY (ARRAY['portal-chat'::text, 'email'::text, 'sms'::text, 'voice'::text])),
  constraint patient_family_check CHECK (char_length(family) >= 1 AND char_length(family) <= 200),
  constraint patient_gender_check CHECK (gender = ANY (ARRAY['female'::text, 'male'::text, 'other'::text, 'unknown'::text])),
  constraint patient_given_check CHECK (char_length(given) >= 1 AND char_length(given) <= 200),
  constraint patient_reading_level_check CHECK (reading_level = ANY (ARRAY['plain'::text, 'standard'::text]))
);
create index patient_by_name on public.patient using btree (organization_id, lower(family), lower(given), id);
create index patient_by_plain_family on public.patient using btree (organization_id, plain_family text_pattern_ops);
create index patient_by_plain_given on public.patient using btree (organization_id, plain_given text_pattern_ops);
comment on table patient is 'FHIR Patient.';

-- Table patient_draft

create table patient_draft (
  organization_id uuid not null,
  id uuid not null,
  author_id uuid not null,
  conversation_id uuid,
  subject text default ''::text not null,
  text text not null,
  saved_at timestamp with time zone not null,
  patient_id uuid,
  constraint patient_draft_pkey PRIMARY KEY (organization_id, id),
  constraint patient_draft_is_one_per_author_and_place UNIQUE NULLS NOT DISTINCT (organization_id, author_id, conversation_id, patient_id),
  constraint patient_draft_is_in_one_place CHECK ((conversation_id IS NULL) = (patient_id IS NOT NULL)),
  constraint patient_draft_subject_check CHECK (char_length(subject) <= 200),
  constraint patient_draft_text_check CHECK (char_length(text) <= 10000)
);
comment on table patient_draft is 'Unsent words of a patient or related person, read by nobody else; gone when they are taken up again.';
comment on column patient_draft.patient_id is 'Whose matter a new one is; in a conversation the conversation says it.';

-- Table portal_account

create table portal_account (
  organization_id uuid not null,
  account_id text not null,
  patient_id uuid,
  related_person_id uuid,
  created_at timestamp with time zone default now() not null,
  person_id uuid generated always as (COALESCE(patient_id, related_person_id)) stored not null,
  constraint portal_account_pkey PRIMARY KEY (organization_id, account_id, person_id),
  constraint portal_account_is_one_person CHECK (num_nonnulls(patient_id, related_person_id) = 1)
);
create unique index portal_account_is_one_patient on public.portal_account using btree (organization_id, account_id) where (patient_id IS NOT NULL);
create unique index portal_account_of_patient on public.portal_account using btree (organization_id, patient_id) where (patient_id IS NOT NULL);
create unique index portal_account_of_person on public.portal_account using btree (organization_id, related_person_id) where (related_person_id IS NOT NULL);
comment on table portal_account is 'Which persons of this organization a sign-in account stands for: one patient at most, and related persons.';

-- Table protocol_signature

create table protocol_signature (
  organization_id uuid not null,
  version text not null,
  signed_by uuid not null,
  signed_at timestamp with time zone not null,
  constraint protocol_signature_pkey PRIMARY KEY (organization_id, version),
  constraint protocol_signature_version_check CHECK (char_length(version) >= 1 AND char_length(version) <= 60)
);
comment on table protocol_signature is 'Which version of the triage protocol a clinician of the organization signed. While the running one is not, nothing is left to self-care (understanding-D34, decision 0154). A signature is never changed or taken back; the next version replaces it.';

-- Table proxy_link

create table proxy_link (
  organization_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  related_person_id uuid not null,
  scope text[] not null,
  basis text not null,
  state text default 'proposed'::text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone,
  constraint proxy_link_pkey PRIMARY KEY (organization_id, id),
  constraint proxy_link_scope_check CHECK (scope <@ '{schedule,messages,clinical,billing}'::text[]),
  constraint proxy_link_state_check CHECK (state = ANY (ARRAY['proposed'::text, 'active'::text, 'revoked'::text, 'expired'::text]))
);
create index proxy_link_by_patient on public.proxy_link using btree (organization_id, patient_id);
create index proxy_link_by_person on public.proxy_link using btree (organization_id, related_person_id);

-- Table question_cluster

create table question_cluster (
  organization_id uuid not null,
  id uuid not null,
  wording text not null,
  words text[] not null,
  state text not null,
  article_id uuid,
  questions integer default 0 not null,
  first_seen_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  constraint question_cluster_pkey PRIMARY KEY (organization_id, id),
  constraint cluster_in_work_has_an_article CHECK ((state <> ALL (ARRAY['in_work'::text, 'answered'::text])) OR article_id IS NOT NULL),
  constraint question_cluster_state_check CHECK (state = ANY (ARRAY['open'::text, 'in_work'::text, 'answered'::text, 'not_ours'::text])),
  constraint question_cluster_wording_check CHECK (char_length(wording) >= 1 AND char_length(wording) <= 500),
  constraint question_cluster_words_check CHECK (cardinality(words) >= 1 AND cardinality(words) <= 60)
);
create index question_cluster_by_state on public.question_cluster using btree (organization_id, state, last_seen_at DESC, id DESC);
comment on table question_cluster is 'Questions that are alike and that no article answered, under the wording of the first (understanding-D83).';

-- Table queue

create table queue (
  organization_id uuid not null,
  id uuid not null,
  name text not null,
  kind text not null,
  site_id uuid,
  languages text[] default '{}'::text[] not null,
  first_reply_minutes integer default 240 not null,
  retired_at timestamp with time zone,
  successor_id uuid,
  constraint queue_pkey PRIMARY KEY (organization_id, id),
  constraint queue_name_is_used_once UNIQUE (organization_id, name),
  constraint queue_first_reply_minutes_check CHECK (first_reply_minutes > 0),
  constraint queue_kind_check CHECK (kind = ANY (ARRAY['service'::text, 'clinical'::text, 'billing'::text])),
  constraint queue_name_check CHECK (char_length(name) >= 1 AND char_length(name) <= 80),
  constraint retired_queue_names_who_goes_on CHECK ((retired_at IS NULL) = (successor_id IS NULL) AND successor_id <> id)
);
comment on column queue.successor_id is 'Where the work of a queue that was taken out of use goes on (decision 0120). Its name stays for what is over.';

-- Table queue_member

create table queue_member (
  organization_id uuid not null,
  queue_id uuid not null,
  staff_id uuid not null,
  constraint queue_member_pkey PRIMARY KEY (organization_id, queue_id, staff_id)
);
create index queue_member_by_staff on public.queue_member using btree (organization_id, staff_id);

-- Table raw_message

create table raw_message (
  organization_id uuid not null,
  id uuid not null,
  source text not null,
  bytes bytea not null,
  received_at timestamp with time zone not null,
  constraint raw_message_pkey PRIMARY KEY (organization_id, id)
);
comment on table raw_message is 'The byte-exact original of what came in.';

-- Table related_person

create table related_person (
  organization_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  given text not null,
  family text not null,
  relationship text not null,
  language text default 'en'::text not null,
  created_at timestamp with time zone default now() not null,
  plain_given text generated always as (plain_words(given)) stored not null,
  plain_family text generated always as (plain_words(family)) stored not null,
  constraint related_person_pkey PRIMARY KEY (organization_id, id)
);
create index related_person_by_patient on public.related_person using btree (organization_id, patient_id);
create index related_person_by_plain_family on public.related_person using btree (organization_id, plain_family text_pattern_ops);
create index related_person_by_plain_given on public.related_person using btree (organization_id, plain_given text_pattern_ops);
comment on table related_person is 'Somebody who is near a patient (FHIR RelatedPerson); may speak for the patient only by a proxy link.';

-- Table reminder_step

create table reminder_step (
  organization_id uuid not null,
  appointment_id uuid not null,
  step text not null,
  start_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  state text not null,
  cause text,
  address text,
  conversation_id uuid,
  message_id uuid,
  settled_at timestamp with time zone,
  constraint reminder_step_pkey PRIMARY KEY (organization_id, appointment_id, step, start_at),
  constraint reminder_step_address_check CHECK (address ~ '^\+[0-9]{4,15}$'::text),
  constraint reminder_step_handed_says_where CHECK ((state = 'handed'::text) = (message_id IS NOT NULL) AND (message_id IS NULL) = (conversation_id IS NULL) AND (message_id IS NULL) = (address IS NULL)),
  constraint reminder_step_planned_is_open CHECK ((state = 'planned'::text) = (settled_at IS NULL)),
  constraint reminder_step_skipped_says_why CHECK ((state = 'skipped'::text) = (cause IS NOT NULL)),
  constraint reminder_step_state_check CHECK (state = ANY (ARRAY['planned'::text, 'handed'::text, 'withdrawn'::text, 'skipped'::text])),
  constraint reminder_step_step_check CHECK (step = ANY (ARRAY['two-days'::text, 'two-hours'::text]))
);
create index reminder_step_due on public.reminder_step using btree (organization_id, due_at) where (state = 'planned'::text);
create index reminder_step_of_conversation on public.reminder_step using btree (organization_id, conversation_id) where (conversation_id IS NOT NULL);
create index reminder_step_of_number on public.reminder_step using btree (organization_id, address, settled_at) where (address IS NOT NULL);
comment on table reminder_step is 'A text that tells a visit: one for each step of the plan and start, so that none is written twice. Several visits may be told by one message.';
comment on column reminder_step.cause is 'Why it was skipped: a code of the gate, TOO_LATE or NO_NUMBER.';

-- Table reopening_rule

create table reopening_rule (
  organization_id uuid not null,
  version integer not null,
  days smallint not null,
  author_id uuid,
  at timestamp with time zone not null,
  constraint reopening_rule_pkey PRIMARY KEY (organization_id, version),
  constraint reopening_rule_days_check CHECK (days >= 1 AND days <= 14),
  constraint reopening_rule_version_check CHECK (version > 0)
);
comment on table reopening_rule is 'Versions of how many days after it was resolved a new message opens a conversation again. The highest counts; without one the 14 days of the house do (decision 0175).';

-- Table report_course

create table report_course (
  organization_id uuid not null,
  conversation_id uuid not null,
  edition integer not null,
  site_id uuid,
  queue_id uuid,
  channel text not null,
  labels text[] not null,
  begun_at timestamp with time zone not null,
  open_during tstzmultirange not null,
  over_at timestamp with time zone not null,
  is_running boolean not null,
  again_at timestamp with time zone,
  derived_at timestamp with time zone not null,
  constraint report_course_pkey PRIMARY KEY (organization_id, conversation_id)
);
create index report_course_again on public.report_course using btree (organization_id, again_at) where (again_at IS NOT NULL);
create index report_course_by_end on public.report_course using btree (organization_id, over_at, begun_at);
comment on table report_course is 'What reports narrow a conversation by, when it was open, and when it may count otherwise without an event. What was merged or is spam has no row. No foreign key: it would lock conversations while they are counted.';
comment on column report_course.over_at is 'The end of open_during; infinity while it is open.';
comment on column report_course.is_running is 'A clock of it is not over: new promises may change what becomes of it.';

-- Table report_mark

create table report_mark (
  organization_id uuid not null,
  measure text not null,
  column_key text not null,
  row_key text not null,
  at timestamp with time zone not null,
  conversation_id uuid not null,
  waits_min integer[],
  constraint report_mark_pkey PRIMARY KEY (organization_id, measure, column_key, row_key, at, conversation_id),
  constraint report_mark_row_key_check CHECK (char_length(row_key) <= 100)
);
create index report_mark_of_conversation on public.report_mark using btree (organization_id, conversation_id);
comment on table report_mark is 'What a conversation did that reports count, and when (desk-D71): a number opens the conversations with a mark of its cell in its time. They come and go with the conversation''s row of report_course; there are many, so no foreign key is asked.';

-- Table report_state

create table report_state (
  organization_id uuid not null,
  definition text not null,
  edition integer default 0 not null,
  walked_to uuid,
  done integer default 0 not null,
  total integer default 0 not null,
  place_xid xid8 default '0'::xid8 not null,
  place_seq bigint default 0 not null,
  terms_at timestamp with time zone,
  derived_at timestamp with time zone,
  constraint report_state_pkey PRIMARY KEY (organization_id)
);
comment on table report_state is 'How far the reports of an organization are counted (decision 0127): up to which place of the journal, or, while everything is counted anew, up to which conversation.';
comment on column report_state.definition is 'A digest of what the numbers depend on beside the conversations: our own rules, time zones, and the first versions of promises. Another one: everything is counted anew.';
comment on column report_state.edition is 'Rises with each new counting. What an earlier one added up is not taken from the days of this one.';
comment on column report_state.walked_to is 'While everything is counted anew: the last conversation that was. Null: all are.';
comment on column report_state.derived_at is 'Everything up to here is counted.';

-- Table report_sum

create table report_sum (
  organization_id uuid not null,
  id uuid default gen_random_uuid() not null,
  time_zone text not null,
  unit text not null,
  day date not null,
  site_id uuid,
  queue_id uuid,
  channel text not null,
  labels text[] not null,
  cells json not null,
  constraint report_sum_pkey PRIMARY KEY (organization_id, id),
  constraint report_sum_is_one UNIQUE NULLS NOT DISTINCT (organization_id, time_zone, unit, day, site_id, queue_id, channel, labels),
  constraint report_sum_unit_check CHECK (unit = ANY (ARRAY['day'::text, 'month'::text]))
);
comment on table report_sum is 'The marks of one local day or month, added up, apart by what reports narrow by and by who may read; engines/report/day-sums.ts says how. A month has the date of its first day.';

-- Table reported_event

create table reported_event (
  organization_id uuid not null,
  source_id uuid not null,
  report_id text not null,
  content_digest bytea not null,
  kind text not null,
  received_at timestamp with time zone not null,
  constraint reported_event_pkey PRIMARY KEY (organization_id, source_id, report_id),
  constraint reported_event_kind_check CHECK (kind = ANY (ARRAY['result-filed'::text, 'authorization-decided'::text, 'form-returned'::text, 'visit-done'::text])),
  constraint reported_event_report_id_check CHECK (char_length(report_id) >= 1 AND char_length(report_id) <= 200)
);
create index reported_event_by_age on public.reported_event using btree (organization_id, source_id, received_at);
comment on table reported_event is 'What was reported, by the id of its sender, so that it has its effect once; about whom stands in the journal. Forgotten after 30 days.';

-- Table routing_offer

create table routing_offer (
  organization_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  staff_id uuid not null,
  snapshot_id uuid not null,
  state text not null,
  offered_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint routing_offer_pkey PRIMARY KEY (organization_id, id),
  constraint routing_offer_state_check CHECK (state = ANY (ARRAY['offered'::text, 'accepted'::text, 'passed'::text, 'withdrawn'::text])),
  constraint settled_offer_has_an_end CHECK ((state = 'offered'::text) = (settled_at IS NULL))
);
create unique index conversation_is_offered_once on public.routing_offer using btree (organization_id, conversation_id) where (state = 'offered'::text);
create index routing_offer_by_staff on public.routing_offer using btree (organization_id, staff_id, offered_at);
comment on table routing_offer is 'A conversation that was held out to somebody until a moment; then it goes to the next.';

-- Table routing_policy

create table routing_policy (
  organization_id uuid not null,
  version integer not null,
  is_automatic boolean not null,
  policy jsonb not null,
  queue_skills jsonb default '{}'::jsonb not null,
  author_id uuid,
  at timestamp with time zone not null,
  constraint routing_policy_pkey PRIMARY KEY (organization_id, version),
  constraint routing_policy_version_check CHECK (version > 0)
);
comment on table routing_policy is 'Versions of an organization''s routing: whether conversations are given out by themselves, weights and limits, skills that a queue asks for. The highest counts; without one nothing is given out.';

-- Table routing_snapshot

create table routing_snapshot (
  organization_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  input jsonb not null,
  outcome jsonb not null,
  at timestamp with time zone not null,
  constraint routing_snapshot_pkey PRIMARY KEY (organization_id, id)
);
create index routing_snapshot_by_age on public.routing_snapshot using btree (at);
create index routing_snapshot_newest on public.routing_snapshot using btree (organization_id, conversation_id, at DESC);
comment on table routing_snapshot is 'What one decision was made from and what it said, named by the journal: ids, codes and numbers. Kept for 30 days.';

-- Table rule

create table rule (
  organization_id uuid not null,
  id uuid not null,
  place integer not null,
  off_reason text,
  changed_at timestamp with time zone not null,
  constraint rule_pkey PRIMARY KEY (organization_id, id),
  constraint rule_off_reason_check CHECK (off_reason = ANY (ARRAY['by-hand'::text, 'over-budget'::text])),
  constraint rule_place_check CHECK (place >= 0)
);
comment on table rule is 'What the desk does by itself; its versions say when and what. Rules are asked in the order of their places.';

-- Table rule_cause

create table rule_cause (
  organization_id uuid not null,
  id uuid not null,
  root_id uuid not null,
  depth integer not null,
  key text not null,
  trigger text not null,
  conversation_id uuid not null,
  message_id uuid,
  changed text,
  hours integer,
  is_automatic boolean default false not null,
  before jsonb,
  at timestamp with time zone not null,
  reported text,
  answered_at timestamp with time zone,
  constraint rule_cause_pkey PRIMARY KEY (organization_id, id),
  constraint cause_is_told_once UNIQUE (organization_id, conversation_id, key),
  constraint rule_cause_changed_check CHECK (changed = ANY (ARRAY['state'::text, 'queue'::text, 'urgency'::text, 'assignee'::text, 'tags'::text, 'patient'::text])),
  constraint rule_cause_depth_check CHECK (depth >= 0 AND depth <= 2),
  constraint rule_cause_key_check CHECK (char_length(key) <= 200),
  constraint rule_cause_reported_check CHECK (reported = ANY (ARRAY['result-filed'::text, 'authorization-decided'::text, 'form-returned'::text, 'visit-done'::text])),
  constraint rule_cause_trigger_check CHECK (trigger = ANY (ARRAY['message-arrived'::text, 'conversation-changed'::text, 'clock-warned'::text, 'clock-breached'::text, 'time-since'::text, 'event-reported'::text]))
);
create index rule_cause_by_age on public.rule_cause using btree (at);
comment on table rule_cause is 'What happened in a conversation that a live rule may answer to, with the chain that led to it: its first cause and how many rules lie between. Kept for 30 days.';
comment on column rule_cause.reported is 'What a system outside reported, for the trigger of that name.';
comment on column rule_cause.answered_at is 'When the rules were asked: a cause is answered once, with what they did in the same transaction.';

-- Table rule_mode

create table rule_mode (
  organization_id uuid not null,
  trigger text not null,
  mode text not null,
  constraint rule_mode_pkey PRIMARY KEY (organization_id, trigger),
  constraint rule_mode_mode_check CHECK (mode = ANY (ARRAY['first'::text, 'all'::text])),
  constraint rule_mode_trigger_check CHECK (trigger = ANY (ARRAY['message-arrived'::text, 'conversation-changed'::text, 'clock-warned'::text, 'clock-breached'::text, 'time-since'::text, 'event-reported'::text]))
);
comment on table rule_mode is 'Whether of the rules of one trigger the first that matches acts, or all; without a row all.';

-- Table rule_run

create table rule_run (
  organization_id uuid not null,
  id uuid not null,
  rule_id uuid not null,
  version integer not null,
  root_id uuid not null,
  conversation_id uuid not null,
  cause_id uuid not null,
  depth integer not null,
  why jsonb not null,
  outcomes jsonb not null,
  at timestamp with time zone not null,
  constraint rule_run_pkey PRIMARY KEY (organization_id, id),
  constraint rule_acts_once_for_a_cause UNIQUE (organization_id, rule_id, conversation_id, root_id),
  constraint rule_run_depth_check CHECK (depth >= 1 AND depth <= 3)
);
create index rule_run_by_age on public.rule_run using btree (at);
create index rule_run_newest on public.rule_run using btree (organization_id, rule_id, at DESC, id DESC);
comment on table rule_run is 'A rule acted: on which conversation, for which cause, what was done and what was refused. Kept for 180 days.';

-- Table rule_simulation

create table rule_simulation (
  organization_id uuid not null,
  id uuid not null,
  rule_id uuid not null,
  version integer not null,
  days integer not null,
  state text not null,
  conversations integer default 0 not null,
  conversations_read integer default 0 not null,
  events_read integer default 0 not null,
  is_cut boolean default false not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint rule_simulation_pkey PRIMARY KEY (organization_id, id),
  constraint ended_simulation_has_an_end CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text])) = (ended_at IS NULL)),
  constraint rule_simulation_days_check CHECK (days >= 1 AND days <= 90),
  constraint rule_simulation_state_check CHECK (state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'cancelled'::text, 'failed'::text]))
);
create index rule_simulation_newest on public.rule_simulation using btree (organization_id, rule_id, asked_at DESC);
create unique index version_is_simulated_once_at_a_time on public.rule_simulation using btree (organization_id, rule_id) where (state = ANY (ARRAY['waiting'::text, 'running'::text]));
comment on table rule_simulation is 'A version tried on past days without any effect (desk-D69).';

-- Table rule_simulation_hit

create table rule_simulation_hit (
  organization_id uuid not null,
  simulation_id uuid not null,
  n integer not null,
  conversation_id uuid not null,
  at timestamp with time zone not null,
  outcomes jsonb not null,
  constraint rule_simulation_hit_pkey PRIMARY KEY (organization_id, simulation_id, n),
  constraint rule_simulation_hit_n_check CHECK (n >= 1 AND n <= 1000)
);
comment on table rule_simulation_hit is 'Where the rule would have acted, newest first, and what the gate would have said to its messages.';

-- Table rule_version

create table rule_version (
  organization_id uuid not null,
  rule_id uuid not null,
  version integer not null,
  state text not null,
  name text not null,
  trigger text not null,
  hours integer,
  definition jsonb not null,
  author_id uuid,
  saved_at timestamp with time zone not null,
  live_since timestamp with time zone,
  constraint rule_version_pkey PRIMARY KEY (organization_id, rule_id, version),
  constraint hours_belong_to_time_since CHECK ((hours IS NOT NULL) = (trigger = 'time-since'::text)),
  constraint live_version_has_a_beginning CHECK (state <> 'live'::text OR live_since IS NOT NULL),
  constraint rule_version_hours_check CHECK (hours >= 1 AND hours <= 720),
  constraint rule_version_name_check CHECK (char_length(name) >= 1 AND char_length(name) <= 80),
  constraint rule_version_state_check CHECK (state = ANY (ARRAY['draft'::text, 'simulated'::text, 'live'::text, 'off'::text])),
  constraint rule_version_trigger_check CHECK (trigger = ANY (ARRAY['message-arrived'::text, 'conversation-changed'::text, 'clock-warned'::text, 'clock-breached'::text, 'time-since'::text, 'event-reported'::text])),
  constraint rule_version_version_check CHECK (version > 0)
);
create unique index rule_has_one_live_version on public.rule_version using btree (organization_id, rule_id) where (state = 'live'::text);
create index rule_version_by_trigger on public.rule_version using btree (organization_id, trigger) where (state = 'live'::text);
comment on table rule_version is 'One wording of a rule, never changed. It goes live only after a simulation of itself; the one that was live before is then off (desk-D69).';

-- Table rule_webhook

create table rule_webhook (
  organization_id uuid not null,
  id uuid not null,
  name text not null,
  url text not null,
  secret_sealed bytea not null,
  state text not null,
  disabled_cause text,
  failing_since timestamp with time zone,
  created_at timestamp with time zone not null,
  earlier_sealed bytea,
  earlier_until timestamp with time zone,
  constraint rule_webhook_pkey PRIMARY KEY (organization_id, id),
  constraint disabled_webhook_has_a_cause CHECK ((state = 'disabled'::text) = (disabled_cause IS NOT NULL)),
  constraint earlier_secret_has_an_end CHECK ((earlier_sealed IS NULL) = (earlier_until IS NULL)),
  constraint rule_webhook_disabled_cause_check CHECK (disabled_cause = ANY (ARRAY['by-hand'::text, 'gone'::text, 'failing'::text])),
  constraint rule_webhook_name_check CHECK (char_length(name) >= 1 AND char_length(name) <= 80),
  constraint rule_webhook_state_check CHECK (state = ANY (ARRAY['active'::text, 'disabled'::text])),
  constraint rule_webhook_url_check CHECK (char_length(url) <= 500)
);
comment on table rule_webhook is 'An address elsewhere that rules tell of a conversation, ids only, signed with its secret (trust-D59).';
comment on column rule_webhook.earlier_sealed is 'The secret before this one, which signs too until `earlier_until` (decision 0135).';

-- Table rule_webhook_call

create table rule_webhook_call (
  organization_id uuid not null,
  id uuid not null,
  webhook_id uuid not null,
  run_id uuid not null,
  state text not null,
  attempts integer default 0 not null,
  answer text,
  not_before timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint rule_webhook_call_pkey PRIMARY KEY (organization_id, id),
  constraint rule_webhook_call_answer_check CHECK (char_length(answer) <= 40),
  constraint rule_webhook_call_state_check CHECK (state = ANY (ARRAY['queued'::text, 'delivered'::text, 'failed'::text]))
);
create index rule_webhook_call_newest on public.rule_webhook_call using btree (organization_id, webhook_id, changed_at DESC);
create index rule_webhook_call_of_run on public.rule_webhook_call using btree (organization_id, run_id);
create index rule_webhook_call_waiting on public.rule_webhook_call using btree (organization_id, webhook_id) where (state = 'queued'::text);
comment on table rule_webhook_call is 'One telling of one run; tried ten times over about three days. The receiver knows a repeat by the id.';

-- Table safety_alert

create table safety_alert (
  organization_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  message_id uuid not null,
  urgency text not null,
  kind text not null,
  reason text not null,
  step smallint default 0 not null,
  audience uuid[] default '{}'::uuid[] not null,
  raised_at timestamp with time zone not null,
  next_step_at timestamp with time zone,
  accepted_by uuid,
  accepted_at timestamp with time zone,
  reason_es text,
  accepted_by_phone boolean default false not null,
  asked_again_at timestamp with time zone,
  constraint safety_alert_pkey PRIMARY KEY (organization_id, id),
  constraint safety_alert_kind_check CHECK (kind = ANY (ARRAY['triage'::text, 'crisis'::text])),
  constraint safety_alert_reason_check CHECK (char_length(reason) <= 1000),
  constraint safety_alert_reason_es_check CHECK (char_length(reason_es) <= 1000),
  constraint safety_alert_urgency_check CHECK (urgency = ANY (ARRAY['asap'::text, 'stat'::text]))
);
create index safety_alert_of_conversation on public.safety_alert using btree (organization_id, conversation_id);
create index safety_alert_open on public.safety_alert using btree (organization_id, next_step_at) where (accepted_at IS NULL);
comment on table safety_alert is 'A red flag that a person must accept (FHIR Task, stat). Ladder: nurse, second nurse, supervisor, on-call phone; 60 s each (desk-D3).';
comment on column safety_alert.reason_es is 'The same reason for a reader of Spanish; null: as reason has it (decision 0190).';
comment on column safety_alert.accepted_by_phone is 'Accepted by a key on the telephone of whoever is on call, not at the desk (decision 0235).';
comment on column safety_alert.asked_again_at is 'When everybody was asked once more, since a new danger came after the ladder had ended and nobody had accepted (desk-D3).';

-- Table safety_dialogue

create table safety_dialogue (
  organization_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  message_id uuid not null,
  language text not null,
  subject text not null,
  urgency text not null,
  advised text,
  ended text,
  begun_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  sender text,
  constraint safety_dialogue_pkey PRIMARY KEY (organization_id, id),
  constraint safety_dialogue_advised_check CHECK (char_length(advised) <= 100),
  constraint safety_dialogue_ended_check CHECK (ended = ANY (ARRAY['answered'::text, 'emergency'::text, 'person'::text, 'unclear'::text])),
  constraint safety_dialogue_language_check CHECK (language = ANY (ARRAY['en'::text, 'es'::text])),
  constraint safety_dialogue_sender_is_short CHECK (char_length(sender) <= 400),
  constraint safety_dialogue_subject_check CHECK (subject = ANY (ARRAY['self'::text, 'child'::text, 'named_other'::text, 'unknown'::text])),
  constraint safety_dialogue_urgency_check CHECK (urgency = ANY (ARRAY['routine'::text, 'urgent'::text, 'asap'::text, 'stat'::text]))
);
create unique index safety_dialogue_begins_once_with_a_message on public.safety_dialogue using btree (organization_id, message_id);
create index safety_dialogue_of_conversation on public.safety_dialogue using btree (organization_id, conversation_id, updated_at);
comment on table safety_dialogue is 'Questions and advice that follow a message of a patient (understanding-D28, D32). urgency: what its conversation was made by all of its words and answers so far.';
comment on column safety_dialogue.sender is 'Whose words it reads together, and whom it asks: as of conversation.sender. Somebody else who writes in the conversation answers nothing of it.';

-- Table safety_question

create table safety_question (
  organization_id uuid not null,
  id uuid not null,
  dialogue_id uuid not null,
  place smallint not null,
  question text not null,
  tries smallint not null,
  asked_at timestamp with time zone not null,
  asked_after uuid not null,
  answer text,
  answer_message_id uuid,
  answered_at timestamp with time zone,
  alerted_at timestamp with time zone,
  constraint safety_question_pkey PRIMARY KEY (organization_id, id),
  constraint question_has_its_place UNIQUE (organization_id, dialogue_id, place),
  constraint question_is_asked_once_in_a_dialogue UNIQUE (organization_id, dialogue_id, question),
  constraint answer_has_its_moment CHECK ((answer IS NULL) = (answered_at IS NULL)),
  constraint safety_question_answer_check CHECK (answer = ANY (ARRAY['yes'::text, 'no'::text, 'not_sure'::text, 'in_words'::text])),
  constraint safety_question_place_check CHECK (place >= 1 AND place <= 4),
  constraint safety_question_question_check CHECK (char_length(question) <= 100),
  constraint safety_question_tries_check CHECK (tries >= 1 AND tries <= 2)
);
create unique index one_question_waits_in_a_dialogue on public.safety_question using btree (organization_id, dialogue_id) where (answer IS NULL);
comment on table safety_question is 'A question of the protocol, and what was answered. in_words: a later message told it without being asked. alerted_at: nobody answered in time, and a nurse was called.';

-- Table safety_turn

create table safety_turn (
  organization_id uuid not null,
  message_id uuid not null,
  dialogue_id uuid not null,
  constraint safety_turn_pkey PRIMARY KEY (organization_id, message_id)
);
create index safety_turn_of_dialogue on public.safety_turn using btree (organization_id, dialogue_id);
comment on table safety_turn is 'A message of the patient that the safety dialogue took: it is read together with the others of its dialogue, and the assistant leaves it alone.';

-- Table saved_view

create table saved_view (
  organization_id uuid not null,
  id uuid not null,
  version integer not null,
  owner_id uuid not null,
  name text not null,
  conditions jsonb not null,
  sorted text not null,
  audience text not null,
  queue_id uuid,
  site_id uuid,
  saved_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint saved_view_pkey PRIMARY KEY (organization_id, id),
  constraint saved_view_audience_check CHECK (audience = ANY (ARRAY['owner'::text, 'queue'::text, 'site'::text, 'organization'::text])),
  constraint saved_view_name_check CHECK (char_length(name) >= 1 AND char_length(name) <= 60),
  constraint saved_view_names_its_audience CHECK ((audience = 'queue'::text) = (queue_id IS NOT NULL) AND (audience = 'site'::text) = (site_id IS NOT NULL)),
  constraint saved_view_sorted_check CHECK (sorted = ANY (ARRAY['newest'::text, 'oldest'::text])),
  constraint saved_view_version_check CHECK (version > 0)
);
create index saved_view_by_owner on public.saved_view using btree (organization_id, owner_id);
create index saved_view_shared on public.saved_view using btree (organization_id) where (audience <> 'owner'::text);
comment on table saved_view is 'A view of the inbox that somebody made: conditions over conversations and an order (desk-D11). Its owner''s alone, or for the members of a queue, the people of a site, or everybody; what is read through it is what its reader may see anyway. Removed ones are kept for a day, for undo.';

-- Table saved_view_order

create table saved_view_order (
  organization_id uuid not null,
  staff_id uuid not null,
  view_ids uuid[] not null,
  constraint saved_view_order_pkey PRIMARY KEY (organization_id, staff_id),
  constraint saved_view_order_view_ids_check CHECK (cardinality(view_ids) <= 100)
);
comment on table saved_view_order is 'In which order somebody has their saved views; what is not named stands behind, by name. An id may name a view that is gone, so it has no foreign key.';

-- Table sending_rules

create table sending_rules (
  organization_id uuid not null,
  version integer not null,
  rules jsonb not null,
  author_id uuid,
  at timestamp with time zone not null,
  constraint sending_rules_pkey PRIMARY KEY (organization_id, version),
  constraint sending_rules_version_check CHECK (version > 0)
);
comment on table sending_rules is 'Versions of how much an organization sends by itself and when it is night: stricter than the house, never looser (decision 0175). The highest counts; without one the rules of the house do.';

-- Table service_policy

create table service_policy (
  organization_id uuid not null,
  id uuid not null,
  version integer not null,
  place smallint not null,
  name text not null,
  conditions jsonb default '{}'::jsonb not null,
  targets jsonb not null,
  pauses_on text[] default '{patient}'::text[] not null,
  is_around_the_clock boolean default false not null,
  assistant_answers boolean default false not null,
  effective_at timestamp with time zone not null,
  saved_by uuid,
  publication integer default 1 not null,
  constraint service_policy_pkey PRIMARY KEY (organization_id, id, version),
  constraint service_policy_name_check CHECK (char_length(name) >= 1 AND char_length(name) <= 80),
  constraint service_policy_pauses_on_check CHECK (pauses_on <@ '{patient,payer,pharmacy,laboratory,other-office}'::text[]),
  constraint service_policy_publication_check CHECK (publication > 0),
  constraint service_policy_version_check CHECK (version > 0)
);
comment on table service_policy is 'Which clocks run and how long each may take, by urgency, in versions. The first by place that fits counts (desk-D27).';
comment on column service_policy.publication is 'The publication that brought this version. A set in force is, of each policy, the newest version of its publication or an earlier one; conditions that name no queue fit nothing: the policy is not there.';

-- Table session

create table session (
  organization_id uuid not null,
  id uuid not null,
  token_hash bytea not null,
  account_id text not null,
  level text not null,
  staff_id uuid,
  method text not null,
  browser text default 'other'::text not null,
  system text default 'other'::text not null,
  tries smallint default 0 not null,
  signed_in_at timestamp with time zone not null,
  issued_at timestamp with time zone not null,
  active_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  step_up_until timestamp with time zone,
  ended_at timestamp with time zone,
  end_reason text,
  constraint session_pkey PRIMARY KEY (organization_id, id),
  constraint session_token_is_used_once UNIQUE (organization_id, token_hash),
  constraint session_end_has_a_reason CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
  constraint session_end_reason_check CHECK (end_reason = ANY (ARRAY['signed-out'::text, 'signed-out-everywhere'::text, 'level-changed'::text, 'factor-changed'::text, 'too-many-tries'::text, 'timed-out'::text])),
  constraint session_level_check CHECK (level = ANY (ARRAY['half'::text, 'full'::text])),
  constraint session_method_check CHECK (method = ANY (ARRAY['password'::text, 'totp'::text, 'recovery-code'::text, 'passkey'::text, 'code'::text, 'invitation'::text, 'setup'::text]))
);
create index session_by_account on public.session using btree (organization_id, account_id) where (ended_at IS NULL);
comment on table session is 'A sign-in on one device. The browser holds the token, here is its hash. A change of level makes a new row.';

-- Table set_aside

create table set_aside (
  organization_id uuid not null,
  id uuid not null,
  source text not null,
  external_id text not null,
  cause text not null,
  raw_id uuid,
  state text default 'open'::text not null,
  owner_id uuid,
  reason text,
  tries integer default 0 not null,
  received_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  sender text,
  accepted jsonb,
  constraint set_aside_pkey PRIMARY KEY (organization_id, id),
  constraint set_aside_sender_check CHECK (char_length(sender) <= 320),
  constraint set_aside_state_check CHECK (state = ANY (ARRAY['open'::text, 'assigned'::text, 'replayed'::text, 'dismissed'::text]))
);
create index set_aside_of_original on public.set_aside using btree (organization_id, raw_id) where (raw_id IS NOT NULL);
create index set_aside_open on public.set_aside using btree (organization_id, received_at, id) where (state = ANY (ARRAY['open'::text, 'assigned'::text]));
comment on table set_aside is 'What could not be understood by its channel: a work list, with the original kept.';
comment on column set_aside.sender is 'Of a storm or a loop: whose, so that the alarm is raised once.';
comment on column set_aside.accepted is 'Of portal and chat: from whom it was accepted and when, as ids and the hash of a token, so that a replay stores it in that name (decision 0130). No words.';

-- Table shift

create table shift (
  organization_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint shift_pkey PRIMARY KEY (organization_id, id),
  constraint shift_lasts_at_most_a_day CHECK (ends_at > starts_at AND ends_at <= (starts_at + '24:00:00'::interval))
);
create index shift_by_end on public.shift using btree (organization_id, ends_at, staff_id);
comment on table shift is 'When somebody works. An organization without shifts takes who is signed in and accepting.';

-- Table shift_pattern

create table shift_pattern (
  organization_id uuid not null,
  staff_id uuid not null,
  version integer not null,
  time_zone text not null,
  weekly jsonb not null,
  exceptions jsonb default '[]'::jsonb not null,
  author_id uuid not null,
  at timestamp with time zone not null,
  planned_until timestamp with time zone not null,
  constraint shift_pattern_pkey PRIMARY KEY (organization_id, staff_id, version),
  constraint shift_pattern_version_check CHECK (version > 0)
);
comment on table shift_pattern is 'When somebody works in a week, with dates that are different, in versions; the highest counts. Its shifts are written down ahead until planned_until.';

-- Table sign_in_code

create table sign_in_code (
  organization_id uuid not null,
  id uuid not null,
  system text not null,
  value text not null,
  session_id uuid,
  language text default 'en'::text not null,
  code_hash bytea,
  tries smallint default 0 not null,
  requested_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  paused_until timestamp with time zone,
  constraint sign_in_code_pkey PRIMARY KEY (organization_id, id),
  constraint sign_in_code_system_check CHECK (system = ANY (ARRAY['email'::text, 'sms'::text])),
  constraint sign_in_code_value_check CHECK (char_length(value) >= 3 AND char_length(value) <= 320)
);
create index sign_in_code_by_age on public.sign_in_code using btree (organization_id, requested_at);
create index sign_in_code_by_value on public.sign_in_code using btree (organization_id, value, requested_at DESC);
comment on table sign_in_code is 'A code asked for at the portal''s door or for stepping up. Known and unknown addresses leave the same row; the hash comes with the sending.';

-- Table site

create table site (
  organization_id uuid not null,
  id uuid not null,
  name text not null,
  time_zone text not null,
  country text default 'US'::text not null,
  language text default 'en'::text not null,
  address text default ''::text not null,
  phone text default ''::text not null,
  constraint site_pkey PRIMARY KEY (organization_id, id),
  constraint site_name_is_used_once UNIQUE (organization_id, name),
  constraint site_country_check CHECK (country ~ '^[A-Z]{2}$'::text),
  constraint site_name_check CHECK (char_length(name) >= 1 AND char_length(name) <= 200)
);
comment on table site is 'A place of the organization (FHIR Location).';

-- Table sms_carrier

create table sms_carrier (
  organization_id uuid not null,
  account_id uuid not null,
  carrier_account text not null,
  secret_sealed bytea not null,
  api_url text not null,
  changed_at timestamp with time zone not null,
  constraint sms_carrier_pkey PRIMARY KEY (organization_id, account_id),
  constraint sms_carrier_api_url_check CHECK (char_length(api_url) <= 500 AND api_url ~ '^https?://'::text),
  constraint sms_carrier_carrier_account_check CHECK (char_length(carrier_account) >= 1 AND char_length(carrier_account) <= 100)
);
comment on table sms_carrier is 'By which account at a carrier one number of ours sends and receives text messages; its secret signs both ways (desk-D60).';

-- Table source_silence

create table source_silence (
  organization_id uuid not null,
  source text not null,
  since timestamp with time zone not null,
  told_at timestamp with time zone not null,
  constraint source_silence_pkey PRIMARY KEY (organization_id, source),
  constraint source_silence_source_check CHECK (char_length(source) <= 400)
);
comment on table source_silence is 'A mailbox or number from which nothing comes that always came, by its own past weeks; told once, gone when something comes (trust-D71).';

-- Table staff_call

create table staff_call (
  organization_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  device_id uuid not null,
  called_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  settled_by uuid,
  constraint staff_call_pkey PRIMARY KEY (organization_id, id),
  constraint staff_call_is_settled_by_somebody CHECK ((settled_at IS NULL) = (settled_by IS NULL))
);
create unique index device_calls_staff_once on public.staff_call using btree (organization_id, device_id) where (settled_at IS NULL);
comment on table staff_call is 'Somebody at a kiosk asked for a person; open until somebody of the desk goes there (desk-D64).';

-- Table staff_invitation

create table staff_invitation (
  organization_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  token_hash bytea not null,
  invited_by uuid,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  constraint staff_invitation_pkey PRIMARY KEY (organization_id, id),
  constraint staff_invitation_token_is_used_once UNIQUE (organization_id, token_hash)
);
create index staff_invitation_by_staff on public.staff_invitation using btree (organization_id, staff_id);

-- Table staff_member

create table staff_member (
  organization_id uuid not null,
  id uuid not null,
  account_id text,
  email text not null,
  given text not null,
  family text not null,
  role text not null,
  duties text[] default '{}'::text[] not null,
  languages text[] default '{en}'::text[] not null,
  site_id uuid,
  labels text[] default '{}'::text[] not null,
  undo_seconds smallint default 10 not null,
  is_accepting boolean default true not null,
  on_duty boolean default true not null,
  state text default 'planned'::text not null,
  starts_at timestamp with time zone default now() not null,
  ended_at timestamp with time zone,
  version integer default 1 not null,
  sessions_from timestamp with time zone default '-infinity'::timestamp with time zone not null,
  on_call_number text,
  constraint staff_member_pkey PRIMARY KEY (organization_id, id),
  constraint staff_email_is_used_once UNIQUE (organization_id, email),
  constraint staff_member_email_check CHECK (email = lower(email)),
  constraint staff_member_role_check CHECK (role = ANY (ARRAY['agent'::text, 'front_desk'::text, 'nurse'::text, 'clinician'::text, 'billing'::text, 'supervisor'::text, 'administrator'::text])),
  constraint staff_member_state_check CHECK (state = ANY (ARRAY['planned'::text, 'active'::text, 'ended'::text])),
  constraint staff_member_undo_seconds_check CHECK (undo_seconds >= 0 AND undo_seconds <= 30),
  constraint staff_on_call_number_is_e164 CHECK (on_call_number ~ '^\+[1-9][0-9]{6,14}$'::text)
);
create unique index staff_account_is_one_member on public.staff_member using btree (organization_id, account_id) where (state <> 'ended'::text);
comment on table staff_member is 'A person in a role here (FHIR PractitionerRole). Ended is final: a new row is made.';
comment on column staff_member.sessions_from is 'Sessions of this member issued before it are over: set by a change of role or rights.';
comment on column staff_member.on_call_number is 'Where this person is found outside work, by text message and by a call: when nobody accepts a red flag and the duty is on call, or when asked to come in (decisions 0229, 0235). Set by the person alone.';

-- Table unanswered_question

create table unanswered_question (
  organization_id uuid not null,
  id uuid not null,
  cluster_id uuid not null,
  wording text not null,
  language text not null,
  channel text not null,
  outcome text not null,
  article_id uuid,
  at timestamp with time zone not null,
  constraint unanswered_question_pkey PRIMARY KEY (organization_id, id),
  constraint unanswered_question_channel_check CHECK (channel = ANY (ARRAY['portal-chat'::text, 'widget'::text, 'email'::text, 'sms'::text, 'voice'::text, 'front-desk'::text, 'desk'::text])),
  constraint unanswered_question_language_check CHECK (language ~ '^[a-z]{2,3}$'::text),
  constraint unanswered_question_outcome_check CHECK (outcome = ANY (ARRAY['unknown'::text, 'disagree'::text, 'english_only'::text, 'thumbs_down'::text, 'then_person'::text])),
  constraint unanswered_question_wording_check CHECK (char_length(wording) >= 1 AND char_length(wording) <= 500)
);
create index unanswered_question_by_age on public.unanswered_question using btree (organization_id, at);
create index unanswered_question_by_cluster on public.unanswered_question using btree (organization_id, cluster_id, at DESC, id DESC);
comment on table unanswered_question is 'A question that got no answer, or none that helped, without what could name a person. It leads to no conversation and no patient. Kept for a year.';

-- Table understanding

create table understanding (
  organization_id uuid not null,
  message_id uuid not null,
  version smallint default 1 not null,
  state text not null,
  language text not null,
  triage_urgency text not null,
  result jsonb not null,
  at timestamp with time zone not null,
  constraint understanding_pkey PRIMARY KEY (organization_id, message_id, version),
  constraint understanding_state_check CHECK (state = ANY (ARRAY['understood'::text, 'not_understood'::text]))
);
create index understanding_to_review on public.understanding using btree (organization_id, at DESC) where ((version = 1) AND ((triage_urgency = ANY (ARRAY['emergency'::text, 'self_care'::text])) OR (mod(hashtextextended((message_id)::text, (0)::bigint), (50)::bigint) = 0)));
comment on table understanding is 'What the engines said of one message (FHIR GuidanceResponse). Never changed: computed again means a new version.';

-- Table understanding_label

create table understanding_label (
  organization_id uuid not null,
  id uuid not null,
  message_id uuid not null,
  what text not null,
  value text,
  staff_id uuid not null,
  at timestamp with time zone not null,
  constraint understanding_label_pkey PRIMARY KEY (organization_id, id),
  constraint understanding_label_value_check CHECK (value ~ '^[a-z_]{2,40}$'::text),
  constraint understanding_label_what_check CHECK (what = ANY (ARRAY['intent'::text, 'language'::text, 'tone'::text]))
);
create index understanding_label_by_age on public.understanding_label using btree (organization_id, at DESC);
create index understanding_label_of_message on public.understanding_label using btree (organization_id, message_id, what, at DESC, id DESC);
comment on table understanding_label is 'What a person would have read in a message, beside what the engines read. Never changed: the newest of a message and what counts.';
comment on column understanding_label.value is 'A name of the closed list; null: what the engines read is right after all.';

-- Table verification_code

create table verification_code (
  organization_id uuid not null,
  id uuid not null,
  conversation_id uuid,
  contact_point_id uuid,
  purpose text not null,
  code_hash bytea,
  tries smallint default 0 not null,
  sent_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  sender text,
  asked_contact text,
  asked_birth_date date,
  visitor_id uuid,
  constraint verification_code_pkey PRIMARY KEY (organization_id, id),
  constraint verification_code_asked_contact_check CHECK (char_length(asked_contact) <= 400),
  constraint verification_code_purpose_check CHECK (purpose = ANY (ARRAY['conversation'::text, 'contact-point'::text]))
);
create index verification_code_in_conversation on public.verification_code using btree (organization_id, conversation_id, sent_at DESC) where (conversation_id IS NOT NULL);
create index verification_code_of_contact_point on public.verification_code using btree (organization_id, contact_point_id, sent_at DESC) where (contact_point_id IS NOT NULL);
create index verification_code_of_visitor on public.verification_code using btree (organization_id, visitor_id, sent_at DESC);

-- Table visit_question

create table visit_question (
  organization_id uuid not null,
  id uuid not null,
  address text not null,
  appointment_id uuid not null,
  version integer not null,
  conversation_id uuid not null,
  message_id uuid not null,
  asked_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  answered_by uuid,
  answer text,
  constraint visit_question_pkey PRIMARY KEY (organization_id, id),
  constraint visit_question_address_check CHECK (address ~ '^\+[0-9]{4,15}$'::text),
  constraint visit_question_answer_check CHECK (answer = ANY (ARRAY['cancelled'::text, 'texts'::text])),
  constraint visit_question_is_answered_by_a_message CHECK ((answered_at IS NULL) = (answered_by IS NULL) AND (answered_at IS NULL) = (answer IS NULL))
);
create index visit_question_of_number on public.visit_question using btree (organization_id, address, asked_at) where (answered_at IS NULL);
comment on table visit_question is 'CANCEL after a text about one visit: was the visit meant, or the texts (desk-D40)? A figure from the same number, in the same conversation, answers it once.';
comment on column visit_question.version is 'Of the visit when it was asked: of one that changed since, the answer means nothing.';
comment on column visit_question.message_id is 'That said CANCEL.';

-- Table visit_room

create table visit_room (
  organization_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  patient_id uuid not null,
  appointment_id uuid,
  invited_by uuid not null,
  invited_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  met_at timestamp with time zone,
  empty_since timestamp with time zone,
  ended_at timestamp with time zone,
  end_reason text,
  constraint visit_room_pkey PRIMARY KEY (organization_id, id),
  constraint visit_room_end_reason_check CHECK (end_reason = ANY (ARRAY['withdrawn'::text, 'expired'::text, 'ended'::text, 'empty'::text, 'time'::text, 'moved'::text])),
  constraint visit_room_end_says_why CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);
create unique index visit_room_is_one_of_a_conversation on public.visit_room using btree (organization_id, conversation_id) where (ended_at IS NULL);
create index visit_room_open on public.visit_room using btree (organization_id, id) where (ended_at IS NULL);
comment on table visit_room is 'A call with picture and sound between the desk and the patient''s side. Browsers speak to each other; no picture and no sound comes here.';
comment on column visit_room.patient_id is 'Who was invited: where the conversation becomes another''s, the room ends.';
comment on column visit_room.until_at is 'Until when somebody may come, as long as both sides have not met.';
comment on column visit_room.met_at is 'When somebody of each side was in it first.';

-- Table visit_room_seat

create table visit_room_seat (
  organization_id uuid not null,
  id uuid not null,
  room_id uuid not null,
  person_kind text not null,
  person_id uuid not null,
  joined_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  left_at timestamp with time zone,
  has_sound boolean not null,
  has_picture boolean not null,
  said smallint default 0 not null,
  said_since timestamp with time zone,
  constraint visit_room_seat_pkey PRIMARY KEY (organization_id, id),
  constraint visit_room_seat_person_kind_check CHECK (person_kind = ANY (ARRAY['staff'::text, 'patient'::text, 'related-person'::text]))
);
create unique index visit_room_seat_is_one_of_a_person on public.visit_room_seat using btree (organization_id, room_id, person_id) where (left_at IS NULL);
create index visit_room_seat_of_staff on public.visit_room_seat using btree (organization_id, joined_at) where (person_kind = 'staff'::text);
comment on table visit_room_seat is 'One browser in a visit room. Who goes on in another browser leaves the first one without a word.';
comment on column visit_room_seat.seen_at is 'The last beat: a browser that says nothing for half a minute is gone.';
comment on column visit_room_seat.said is 'Signals since said_since: how many one browser may send in ten seconds is limited.';

-- Table visit_room_signal

create table visit_room_signal (
  organization_id uuid not null,
  id uuid not null,
  from_seat uuid not null,
  to_seat uuid not null,
  kind text not null,
  text text not null,
  sent_at timestamp with time zone not null,
  constraint visit_room_signal_pkey PRIMARY KEY (organization_id, id),
  constraint visit_room_signal_is_short CHECK (char_length(text) <= 16000),
  constraint visit_room_signal_kind_check CHECK (kind = ANY (ARRAY['offer'::text, 'answer'::text, 'candidates'::text, 'again'::text]))
);
create index visit_room_signal_to_seat on public.visit_room_signal using btree (organization_id, to_seat, id);
comment on table visit_room_signal is 'What one browser tells another so that they find each other. Gone when it is taken, or after a minute.';

-- Table visitor

create table visitor (
  organization_id uuid not null,
  id uuid not null,
  channel_account_id uuid not null,
  secret_hash bytea not null,
  language text,
  patient_id uuid,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  verified_at timestamp with time zone,
  named_as bytea,
  constraint visitor_pkey PRIMARY KEY (organization_id, id)
);
comment on table visitor is 'A browser that opened the chat widget. The secret is known to that browser only; here is its hash.';
comment on column visitor.verified_at is 'When a code was right; the level itself is kept with the conversation.';
comment on column visitor.named_as is 'Keyed digest of the address or number by which the host named the visitor first; null: it named nobody.';

-- Table voice_line

create table voice_line (
  organization_id uuid not null,
  account_id uuid not null,
  carrier_account text not null,
  secret_sealed bytea not null,
  api_url text not null,
  desk_number text,
  calls_at_once smallint default 1 not null,
  is_transcribed boolean default false not null,
  changed_at timestamp with time zone not null,
  languages text[] default '{en,es}'::text[] not null,
  constraint voice_line_pkey PRIMARY KEY (organization_id, account_id),
  constraint voice_line_api_url_check CHECK (char_length(api_url) <= 500 AND api_url ~ '^https?://'::text),
  constraint voice_line_calls_at_once_check CHECK (calls_at_once >= 1 AND calls_at_once <= 50),
  constraint voice_line_carrier_account_check CHECK (char_length(carrier_account) >= 1 AND char_length(carrier_account) <= 100),
  constraint voice_line_desk_number_check CHECK (desk_number ~ '^\+[0-9]{4,15}$'::text),
  constraint voice_line_languages_check CHECK (languages <@ '{en,es,vi}'::text[] AND cardinality(languages) >= 1 AND cardinality(languages) <= 4)
);
comment on table voice_line is 'How one number of ours takes calls: the account at its carrier, and the telephone at the desk that rings. Without a desk number nobody can pick up (desk-D61, decision 0080).';
comment on column voice_line.is_transcribed is 'The carrier writes down what it understood of a voicemail; words are waited for.';
comment on column voice_line.languages is 'What callers choose from, in this order after the language of the site; an administrator adds one whose texts nobody has reviewed (decision 0187).';

-- Table voicemail

create table voicemail (
  organization_id uuid not null,
  id uuid not null,
  call_id uuid not null,
  recording_id text not null,
  url text not null,
  seconds integer not null,
  state text not null,
  transcript text,
  tries smallint default 0 not null,
  message_id uuid,
  received_at timestamp with time zone not null,
  constraint voicemail_pkey PRIMARY KEY (organization_id, id),
  constraint voicemail_is_taken_once UNIQUE (organization_id, call_id, recording_id),
  constraint voicemail_is_taken_as_a_message CHECK ((state = 'taken'::text) = (message_id IS NOT NULL)),
  constraint voicemail_recording_id_check CHECK (recording_id ~ '^[A-Za-z0-9]{2,64}$'::text),
  constraint voicemail_seconds_check CHECK (seconds >= 0 AND seconds <= 36000),
  constraint voicemail_state_check CHECK (state = ANY (ARRAY['waiting'::text, 'taken'::text])),
  constraint voicemail_transcript_check CHECK (char_length(transcript) <= 20000),
  constraint voicemail_url_check CHECK (char_length(url) <= 2000)
);
comment on table voicemail is 'A recording that a carrier keeps for us, until it is a message with its audio. Stored before the carrier hears that we have it (desk-D63).';

-- Table work_span

create table work_span (
  organization_id uuid not null,
  id uuid default uuidv7() not null,
  conversation_id uuid not null,
  staff_id uuid not null,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone,
  constraint work_span_pkey PRIMARY KEY (organization_id, id)
);
create unique index conversation_is_in_one_hand on public.work_span using btree (organization_id, conversation_id) where (to_at IS NULL);
create index work_span_by_staff on public.work_span using btree (organization_id, staff_id, to_at);
create index work_span_of_conversation on public.work_span using btree (organization_id, conversation_id, to_at);
comment on table work_span is 'From when until when an open conversation was in somebody''s hands, for load and rest. Kept by the trigger in_whose_hands; what ended is kept for a day.';

-- Table journal_default

create table journal_default partition of journal default;

-- Table journal_patient_default

create table journal_patient_default partition of journal_patient default;

-- Foreign keys

alter table auth.membership add constraint membership_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth.account(id);
alter table auth.passkey add constraint passkey_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth.account(id);
alter table auth.passkey_challenge add constraint passkey_challenge_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth.account(id);
alter table auth.password_reset add constraint password_reset_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth.account(id);
alter table auth.recovery_code add constraint recovery_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth.account(id);
alter table alert_call add constraint alert_call_alert FOREIGN KEY (organization_id, alert_id) REFERENCES safety_alert(organization_id, id);
alter table alert_call add constraint alert_call_line FOREIGN KEY (organization_id, account_id) REFERENCES channel_account(organization_id, id);
alter table alert_call add constraint alert_call_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table alert_call add constraint alert_call_staff FOREIGN KEY (organization_id, staff_id) REFERENCES staff_member(organization_id, id);
alter table appointment add constraint appointment_booked_by FOREIGN KEY (organization_id, booked_by) REFERENCES staff_member(organization_id, id);
alter table appointment add constraint appointment_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table appointment add constraint appointment_patient FOREIGN KEY (organization_id, patient_id) REFERENCES patient(organization_id, id);
alter table appointment add constraint appointment_site FOREIGN KEY (organization_id, site_id) REFERENCES site(organization_id, id);
alter table article add constraint article_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table article add constraint article_owner FOREIGN KEY (organization_id, owner_id) REFERENCES staff_member(organization_id, id);
alter table article_comment add constraint article_comment_author FOREIGN KEY (organization_id, author_id) REFERENCES staff_member(organization_id, id);
alter table article_comment add constraint article_comment_of FOREIGN KEY (organization_id, article_id, version) REFERENCES article_version(organization_id, article_id, version);
alter table article_comment add constraint article_comment_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table article_text add constraint article_text_checked_by FOREIGN KEY (organization_id, checked_by) REFERENCES staff_member(organization_id, id);
alter table article_text add constraint article_text_of FOREIGN KEY (organization_id, article_id, version) REFERENCES article_version(organization_id, article_id, version);
alter table article_text add constraint article_text_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table article_trial add constraint article_trial_of FOREIGN KEY (organization_id, article_id) REFERENCES article(organization_id, id);
alter table article_trial add constraint article_trial_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table article_trial add constraint article_trial_saved_by FOREIGN KEY (organization_id, saved_by) REFERENCES staff_member(organization_id, id);
alter table article_trial add constraint article_trial_site FOREIGN KEY (organization_id, site_id) REFERENCES site(organization_id, id);
alter table article_version add constraint article_version_of FOREIGN KEY (organization_id, article_id) REFERENCES article(organization_id, id);
alter table article_version add constraint article_version_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table article_version add constraint article_version_publisher FOREIGN KEY (organization_id, published_by) REFERENCES staff_member(organization_id, id);
alter table article_version add constraint article_version_reviewer FOREIGN KEY (organization_id, reviewer_id) REFERENCES staff_member(organization_id, id);
alter table assistant_answer add constraint assistant_answer_message FOREIGN KEY (organization_id, message_id) REFERENCES message(organization_id, id);
alter table assistant_answer add constraint assistant_answer_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table assistant_answer add constraint assistant_answer_question FOREIGN KEY (organization_id, question_id) REFERENCES message(organization_id, id);
alter table assistant_effect add constraint assistant_effect_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table assistant_effect add constraint assistant_effect_task FOREIGN KEY (organization_id, task_id) REFERENCES assistant_task(organization_id, id);
alter table assistant_session add constraint assistant_session_conversation FOREIGN KEY (organization_id, conversation_id) REFERENCES conversation(organization_id, id);
alter table assistant_session add constraint assistant_session_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table assistant_slot add constraint assistant_slot_conversation FOREIGN KEY (organization_id, conversation_id) REFERENCES conversation(organization_id, id);
alter table assistant_slot add constraint assistant_slot_message FOREIGN KEY (organization_id, message_id) REFERENCES message(organization_id, id);
alter table assistant_slot add constraint assistant_slot_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table assistant_slot add constraint assistant_slot_task FOREIGN KEY (organization_id, task_id) REFERENCES assistant_task(organization_id, id);
alter table assistant_task add constraint assistant_task_conversation FOREIGN KEY (organization_id, conversation_id) REFERENCES conversation(organization_id, id);
alter table assistant_task add constraint assistant_task_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table attachment add constraint attachment_conversation FOREIGN KEY (organization_id, conversation_id) REFERENCES conversation(organization_id, id);
alter table attachment add constraint attachment_message FOREIGN KEY (organization_id, message_id) REFERENCES message(organization_id, id);
alter table availability add constraint availability_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table availability add constraint availability_staff FOREIGN KEY (organization_id, staff_id) REFERENCES staff_member(organization_id, id);
alter table bulk_change add constraint bulk_change_by FOREIGN KEY (organization_id, started_by) REFERENCES staff_member(organization_id, id);
alter table bulk_change add constraint bulk_change_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table bulk_change_item add constraint bulk_change_item_of FOREIGN KEY (organization_id, bulk_change_id) REFERENCES bulk_change(organization_id, id) ON DELETE CASCADE;
alter table calendar add constraint calendar_author FOREIGN KEY (organization_id, saved_by) REFERENCES staff_member(organization_id, id);
alter table calendar add constraint calendar_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table calendar add constraint calendar_site FOREIGN KEY (organization_id, site_id) REFERENCES site(organization_id, id);
alter table call add constraint call_account FOREIGN KEY (organization_id, account_id) REFERENCES channel_account(organization_id, id);
alter table call add constraint call_answered_by FOREIGN KEY (organization_id, answered_by) REFERENCES staff_member(organization_id, id);
alter table call add constraint call_call_back FOREIGN KEY (organization_id, call_back_id) REFERENCES call_back(organization_id, id);
alter table call add constraint call_conversation FOREIGN KEY (organization_id, conversation_id) REFERENCES conversation(organization_id, id);
alter table call add constraint call_dialed_by FOREIGN KEY (organization_id, dialed_by) REFERENCES staff_member(organization_id, id);
alter table call add constraint call_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table call add constraint call_transfer_queue FOREIGN KEY (organization_id, transfer_queue) REFERENCES queue(organization_id, id);
alter table call add constraint call_transfer_to FOREIGN KEY (organization_id, transfer_to) REFERENCES staff_member(organization_id, id);
alter table call_back add constraint call_back_conversation FOREIGN KEY (organization_id, conversation_id) REFERENCES conversation(organization_id, id);
alter table call_back add constraint call_back_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table call_back add constraint call_back_settled_by FOREIGN KEY (organization_id, settled_by) REFERENCES staff_member(organization_id, id);
alter table call_event add constraint call_event_call FOREIGN KEY (organization_id, call_id) REFERENCES call(organization_id, id);
alter table capacity_rule add constraint capacity_rule_author FOREIGN KEY (organization_id, author_id) REFERENCES staff_member(organization_id, id);
alter table capacity_rule add constraint capacity_rule_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table capacity_rule add constraint capacity_rule_staff FOREIGN KEY (organization_id, staff_id) REFERENCES staff_member(organization_id, id);
alter table carrier_look_back add constraint carrier_look_back_account FOREIGN KEY (organization_id, account_id) REFERENCES channel_account(organization_id, id);
alter table channel_account add constraint channel_account_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table channel_account add constraint channel_account_site FOREIGN KEY (organization_id, site_id) REFERENCES site(organization_id, id);
alter table check_in_code add constraint check_in_code_issued_by FOREIGN KEY (organization_id, issued_by) REFERENCES staff_member(organization_id, id);
alter table check_in_code add constraint check_in_code_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table check_in_code add constraint check_in_code_patient FOREIGN KEY (organization_id, patient_id) REFERENCES patient(organization_id, id);
alter table consent add constraint consent_channel_account FOREIGN KEY (organization_id, channel_account_id) REFERENCES channel_account(organization_id, id);
alter table consent add constraint consent_contact_point FOREIGN KEY (organization_id, contact_point_id) REFERENCES contact_point(organization_id, id);
alter table consent add constraint consent_ended_message FOREIGN KEY (organization_id, ended_message_id) REFERENCES message(organization_id, id);
alter table consent add constraint consent_message FOREIGN KEY (organization_id, message_id) REFERENCES message(organization_id, id);
alter table consent add constraint consent_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table consent add constraint consent_patient FOREIGN KEY (organization_id, patient_id) REFERENCES patient(organization_id, id);
alter table consent add constraint consent_recorded_by FOREIGN KEY (organization_id, recorded_by) REFERENCES staff_member(organization_id, id);
alter table consent add constraint consent_related_person FOREIGN KEY (organization_id, related_person_id) REFERENCES related_person(organization_id, id);
alter table consent_text add constraint consent_text_author FOREIGN KEY (organization_id, author_id) REFERENCES staff_member(organization_id, id);
alter table consent_text add constraint consent_text_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table contact_point add constraint contact_point_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table contact_point add constraint contact_point_patient FOREIGN KEY (organization_id, patient_id) REFERENCES patient(organization_id, id);
alter table contact_point add constraint contact_point_person FOREIGN KEY (organization_id, related_person_id) REFERENCES related_person(organization_id, id);
alter table contact_point add constraint contact_point_replaces FOREIGN KEY (organization_id, replaces_id) REFERENCES contact_point(organization_id, id);
alter table conversation add constraint conversation_assignee FOREIGN KEY (organization_id, assignee_id) REFERENCES staff_member(organization_id, id);
alter table conversation add constraint conversation_follows FOREIGN KEY (organization_id, follows) REFERENCES conversation(organization_id, id);
alter table conversation add constraint conversation_merged_into FOREIGN KEY (organization_id, merged_into) REFERENCES conversation(organization_id, id);
alter table conversation add constraint conversation_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table conversation add constraint conversation_patient FOREIGN KEY (organization_id, patient_id) REFERENCES patient(organization_id, id);
alter table conversation add constraint conversation_person FOREIGN KEY (organization_id, related_person_id) REFERENCES related_person(organization_id, id);
alter table conversation add constraint conversation_queue FOREIGN KEY (organization_id, queue_id) REFERENCES queue(organization_id, id);
alter table conversation add constraint conversation_site FOREIGN KEY (organization_id, site_id) REFERENCES site(organization_id, id);
alter table conversation_move add constraint conversation_move_by FOREIGN KEY (organization_id, moved_by) REFERENCES staff_member(organization_id, id);
alter table conversation_move add constraint conversation_move_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table conversation_move add constraint conversation_move_source FOREIGN KEY (organization_id, source_id) REFERENCES conversation(organization_id, id);
alter table conversation_move add constraint conversation_move_target FOREIGN KEY (organization_id, target_id) REFERENCES conversation(organization_id, id);
alter table conversation_privacy add constraint conversation_privacy_conversation FOREIGN KEY (organization_id, conversation_id) REFERENCES conversation(organization_id, id);
alter table conversation_privacy add constraint conversation_privacy_lifted_by FOREIGN KEY (organization_id, lifted_by) REFERENCES staff_member(organization_id, id);
alter table conversation_seen add constraint conversation_seen_conversation FOREIGN KEY (organization_id, conversation_id) REFERENCES conversation(organization_id, id);
alter table decision_review add constraint decision_review_message FOREIGN KEY (organization_id, message_id) REFERENCES message(organization_id, id);
alter table decision_review add constraint decision_review_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table decision_review add constraint decision_review_reviewer FOREIGN KEY (organization_id, reviewer_id) REFERENCES staff_member(organization_id, id);
alter table delivery add constraint delivery_contact_point FOREIGN KEY (organization_id, contact_point_id) REFERENCES contact_point(organization_id, id);
alter table delivery add constraint delivery_conversation FOREIGN KEY (organization_id, conversation_id) REFERENCES conversation(organization_id, id);
alter table delivery add constraint delivery_message FOREIGN KEY (organization_id, message_id) REFERENCES message(organization_id, id);
alter table delivery_step add constraint delivery_step_delivery FOREIGN KEY (organization_id, delivery_id) REFERENCES delivery(organization_id, id);
alter table draft add constraint draft_conversation FOREIGN KEY (organization_id, conversation_id) REFERENCES conversation(organization_id, id);
alter table draft add constraint draft_staff FOREIGN KEY (organization_id, staff_id) REFERENCES staff_member(organization_id, id);
alter table event_source add constraint event_source_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table front_desk_count add constraint front_desk_count_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table front_desk_count add constraint front_desk_count_site FOREIGN KEY (organization_id, site_id) REFERENCES site(organization_id, id);
alter table front_desk_device add constraint front_desk_device_created_by FOREIGN KEY (organization_id, created_by) REFERENCES staff_member(organization_id, id);
alter table front_desk_device add constraint front_desk_device_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table front_desk_device add constraint front_desk_device_site FOREIGN KEY (organization_id, site_id) REFERENCES site(organization_id, id);
alter table front_desk_turn add constraint front_desk_turn_conversation FOREIGN KEY (organization_id, conversation_id) REFERENCES conversation(organization_id, id);
alter table front_desk_turn add constraint front_desk_turn_device FOREIGN KEY (organization_id, device_id) REFERENCES front_desk_device(organization_id, id);
alter table front_desk_turn add constraint front_desk_turn_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table front_desk_turn add constraint front_desk_turn_queue FOREIGN KEY (organization_id, queue_id) REFERENCES queue(organization_id, id);
alter table front_desk_turn add constraint front_desk_turn_site FOREIGN KEY (organization_id, site_id) REFERENCES site(organization_id, id);
alter table front_desk_turn add constraint front_desk_turn_staff FOREIGN KEY (organization_id, staff_id) REFERENCES staff_member(organization_id, id);
alter table front_desk_turn add constraint front_desk_turn_taken_by FOREIGN KEY (organization_id, taken_by) REFERENCES staff_member(organization_id, id);
alter table hand_off add constraint hand_off_conversation FOREIGN KEY (organization_id, conversation_id) REFERENCES conversation(organization_id, id);
alter table hand_off add constraint hand_off_message FOREIGN KEY (organization_id, message_id) REFERENCES message(organization_id, id);
alter table hand_off add constraint hand_off_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table hand_over add constraint hand_over_conversation FOREIGN KEY (organization_id, conversation_id) REFERENCES conversation(organization_id, id);
alter table hand_over add constraint hand_over_from FOREIGN KEY (organization_id, from_id) REFERENCES staff_member(organization_id, id);
alter table hand_over add constraint hand_over_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table hand_over add constraint hand_over_to FOREIGN KEY (organization_id, to_id) REFERENCES staff_member(organization_id, id);
alter table held_safety_text add constraint held_safety_text_message FOREIGN KEY (organization_id, message_id) REFERENCES message(organization_id, id);
alter table held_safety_text add constraint held_safety_text_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table identity_check add constraint identity_check_contact_point FOREIGN KEY (organization_id, contact_point_id) REFERENCES contact_point(organization_id, id);
alter table identity_check add constraint identity_check_conversation FOREIGN KEY (organization_id, conversation_id) REFERENCES conversation(organization_id, id);
alter table identity_check add constraint identity_check_patient FOREIGN KEY (organization_id, for_patient_id) REFERENCES patient(organization_id, id);
alter table identity_check add constraint identity_check_person FOREIGN KEY (organization_id, related_person_id) REFERENCES related_person(organization_id, id);
alter table identity_tries add constraint identity_tries_conversation FOREIGN KEY (organization_id, conversation_id) REFERENCES conversation(organization_id, id);
alter table imap_folder add constraint imap_folder_account FOREIGN KEY (organization_id, account_id) REFERENCES channel_account(organization_id, id);
alter table imap_folder add constraint imap_folder_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table llm_day add constraint llm_day_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table llm_draft add constraint llm_draft_conversation FOREIGN KEY (organization_id, conversation_id) REFERENCES conversation(organization_id, id);
alter table llm_draft add constraint llm_draft_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table llm_draft add constraint llm_draft_staff FOREIGN KEY (organization_id, staff_id) REFERENCES staff_member(organization_id, id);
alter table macro add constraint macro_medical_owner FOREIGN KEY (organization_id, medical_owner_id) REFERENCES staff_member(organization_id, id);
alter table macro add constraint macro_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table macro add constraint macro_owner FOREIGN KEY (organization_id, owner_id) REFERENCES staff_member(organization_id, id);
alter table macro_version add constraint macro_version_author FOREIGN KEY (organization_id, author_id) REFERENCES staff_member(organization_id, id);
alter table macro_version add constraint macro_version_of FOREIGN KEY (organization_id, macro_id) REFERENCES macro(organization_id, id);
alter table mail_arrival add constraint mail_arrival_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table mail_body add constraint mail_body_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table mail_hand_over add constraint mail_hand_over_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table mail_hand_over add constraint mail_hand_over_webhook FOREIGN KEY (organization_id, webhook_id) REFERENCES mail_webhook(organization_id, id) ON DELETE CASCADE;
alter table mail_picture add constraint mail_picture_message FOREIGN KEY (organization_id, message_id) REFERENCES message(organization_id, id);
alter table mail_picture add constraint mail_picture_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table mail_webhook add constraint mail_webhook_account FOREIGN KEY (organization_id, account_id) REFERENCES channel_account(organization_id, id);
alter table mail_webhook add constraint mail_webhook_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table mention add constraint mention_conversation FOREIGN KEY (organization_id, conversation_id) REFERENCES conversation(organization_id, id);
alter table mention add constraint mention_staff FOREIGN KEY (organization_id, staff_id) REFERENCES staff_member(organization_id, id);
alter table message add constraint message_conversation FOREIGN KEY (organization_id, conversation_id) REFERENCES conversation(organization_id, id);
alter table message add constraint message_origin FOREIGN KEY (organization_id, origin_id) REFERENCES conversation(organization_id, id);
alter table message_translation add constraint message_translation_message FOREIGN KEY (organization_id, message_id) REFERENCES message(organization_id, id) ON DELETE CASCADE;
alter table message_translation add constraint message_translation_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table message_translation add constraint message_translation_staff FOREIGN KEY (organization_id, made_by) REFERENCES staff_member(organization_id, id);
alter table moved_message add constraint moved_message_message FOREIGN KEY (organization_id, message_id) REFERENCES message(organization_id, id);
alter table moved_message add constraint moved_message_move FOREIGN KEY (organization_id, move_id) REFERENCES conversation_move(organization_id, id);
alter table notice add constraint notice_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table number_stop add constraint number_stop_ended_by FOREIGN KEY (organization_id, ended_by) REFERENCES message(organization_id, id);
alter table number_stop add constraint number_stop_message FOREIGN KEY (organization_id, message_id) REFERENCES message(organization_id, id);
alter table number_stop add constraint number_stop_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table party add constraint party_conversation FOREIGN KEY (organization_id, conversation_id) REFERENCES conversation(organization_id, id);
alter table party add constraint party_patient FOREIGN KEY (organization_id, patient_id) REFERENCES patient(organization_id, id);
alter table party add constraint party_person FOREIGN KEY (organization_id, related_person_id) REFERENCES related_person(organization_id, id);
alter table party add constraint party_proxy FOREIGN KEY (organization_id, proxy_link_id) REFERENCES proxy_link(organization_id, id);
alter table party add constraint party_staff FOREIGN KEY (organization_id, staff_id) REFERENCES staff_member(organization_id, id);
alter table patient add constraint patient_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table patient add constraint patient_site FOREIGN KEY (organization_id, site_id) REFERENCES site(organization_id, id);
alter table patient_draft add constraint patient_draft_conversation FOREIGN KEY (organization_id, conversation_id) REFERENCES conversation(organization_id, id);
alter table patient_draft add constraint patient_draft_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table patient_draft add constraint patient_draft_patient FOREIGN KEY (organization_id, patient_id) REFERENCES patient(organization_id, id);
alter table portal_account add constraint portal_account_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table portal_account add constraint portal_account_patient FOREIGN KEY (organization_id, patient_id) REFERENCES patient(organization_id, id);
alter table portal_account add constraint portal_account_person FOREIGN KEY (organization_id, related_person_id) REFERENCES related_person(organization_id, id);
alter table protocol_signature add constraint protocol_signature_by_whom FOREIGN KEY (organization_id, signed_by) REFERENCES staff_member(organization_id, id);
alter table protocol_signature add constraint protocol_signature_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table proxy_link add constraint proxy_link_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table proxy_link add constraint proxy_patient FOREIGN KEY (organization_id, patient_id) REFERENCES patient(organization_id, id);
alter table proxy_link add constraint proxy_person FOREIGN KEY (organization_id, related_person_id) REFERENCES related_person(organization_id, id);
alter table question_cluster add constraint question_cluster_article FOREIGN KEY (organization_id, article_id) REFERENCES article(organization_id, id);
alter table question_cluster add constraint question_cluster_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table queue add constraint queue_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table queue add constraint queue_site FOREIGN KEY (organization_id, site_id) REFERENCES site(organization_id, id);
alter table queue add constraint queue_successor FOREIGN KEY (organization_id, successor_id) REFERENCES queue(organization_id, id);
alter table queue_member add constraint queue_member_queue FOREIGN KEY (organization_id, queue_id) REFERENCES queue(organization_id, id);
alter table queue_member add constraint queue_member_staff FOREIGN KEY (organization_id, staff_id) REFERENCES staff_member(organization_id, id);
alter table related_person add constraint related_person_of_patient FOREIGN KEY (organization_id, patient_id) REFERENCES patient(organization_id, id);
alter table related_person add constraint related_person_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table reminder_step add constraint reminder_step_appointment FOREIGN KEY (organization_id, appointment_id) REFERENCES appointment(organization_id, id);
alter table reminder_step add constraint reminder_step_conversation FOREIGN KEY (organization_id, conversation_id) REFERENCES conversation(organization_id, id);
alter table reminder_step add constraint reminder_step_message FOREIGN KEY (organization_id, message_id) REFERENCES message(organization_id, id);
alter table reminder_step add constraint reminder_step_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table reopening_rule add constraint reopening_rule_author FOREIGN KEY (organization_id, author_id) REFERENCES staff_member(organization_id, id);
alter table reopening_rule add constraint reopening_rule_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table report_course add constraint report_course_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table report_state add constraint report_state_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table report_sum add constraint report_sum_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table reported_event add constraint reported_event_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table reported_event add constraint reported_event_source FOREIGN KEY (organization_id, source_id) REFERENCES event_source(organization_id, id) ON DELETE CASCADE;
alter table routing_offer add constraint routing_offer_conversation FOREIGN KEY (organization_id, conversation_id) REFERENCES conversation(organization_id, id);
alter table routing_offer add constraint routing_offer_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table routing_offer add constraint routing_offer_staff FOREIGN KEY (organization_id, staff_id) REFERENCES staff_member(organization_id, id);
alter table routing_policy add constraint routing_policy_author FOREIGN KEY (organization_id, author_id) REFERENCES staff_member(organization_id, id);
alter table routing_policy add constraint routing_policy_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table routing_snapshot add constraint routing_snapshot_conversation FOREIGN KEY (organization_id, conversation_id) REFERENCES conversation(organization_id, id);
alter table routing_snapshot add constraint routing_snapshot_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table rule add constraint rule_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table rule_cause add constraint rule_cause_conversation FOREIGN KEY (organization_id, conversation_id) REFERENCES conversation(organization_id, id);
alter table rule_cause add constraint rule_cause_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table rule_mode add constraint rule_mode_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table rule_run add constraint rule_run_conversation FOREIGN KEY (organization_id, conversation_id) REFERENCES conversation(organization_id, id);
alter table rule_run add constraint rule_run_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table rule_run add constraint rule_run_version FOREIGN KEY (organization_id, rule_id, version) REFERENCES rule_version(organization_id, rule_id, version);
alter table rule_simulation add constraint rule_simulation_asked_by FOREIGN KEY (organization_id, asked_by) REFERENCES staff_member(organization_id, id);
alter table rule_simulation add constraint rule_simulation_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table rule_simulation add constraint rule_simulation_version FOREIGN KEY (organization_id, rule_id, version) REFERENCES rule_version(organization_id, rule_id, version);
alter table rule_simulation_hit add constraint rule_simulation_hit_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table rule_simulation_hit add constraint simulation_hit_conversation FOREIGN KEY (organization_id, conversation_id) REFERENCES conversation(organization_id, id);
alter table rule_simulation_hit add constraint simulation_hit_simulation FOREIGN KEY (organization_id, simulation_id) REFERENCES rule_simulation(organization_id, id) ON DELETE CASCADE;
alter table rule_version add constraint rule_version_author FOREIGN KEY (organization_id, author_id) REFERENCES staff_member(organization_id, id);
alter table rule_version add constraint rule_version_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table rule_version add constraint rule_version_rule FOREIGN KEY (organization_id, rule_id) REFERENCES rule(organization_id, id);
alter table rule_webhook add constraint rule_webhook_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table rule_webhook_call add constraint rule_webhook_call_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table rule_webhook_call add constraint rule_webhook_call_run FOREIGN KEY (organization_id, run_id) REFERENCES rule_run(organization_id, id) ON DELETE CASCADE;
alter table rule_webhook_call add constraint rule_webhook_call_webhook FOREIGN KEY (organization_id, webhook_id) REFERENCES rule_webhook(organization_id, id);
alter table safety_alert add constraint safety_alert_accepted_by FOREIGN KEY (organization_id, accepted_by) REFERENCES staff_member(organization_id, id);
alter table safety_alert add constraint safety_alert_conversation FOREIGN KEY (organization_id, conversation_id) REFERENCES conversation(organization_id, id);
alter table safety_dialogue add constraint safety_dialogue_conversation FOREIGN KEY (organization_id, conversation_id) REFERENCES conversation(organization_id, id);
alter table safety_dialogue add constraint safety_dialogue_message FOREIGN KEY (organization_id, message_id) REFERENCES message(organization_id, id);
alter table safety_dialogue add constraint safety_dialogue_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table safety_question add constraint safety_question_answer_message FOREIGN KEY (organization_id, answer_message_id) REFERENCES message(organization_id, id);
alter table safety_question add constraint safety_question_asked_after FOREIGN KEY (organization_id, asked_after) REFERENCES message(organization_id, id);
alter table safety_question add constraint safety_question_dialogue FOREIGN KEY (organization_id, dialogue_id) REFERENCES safety_dialogue(organization_id, id);
alter table safety_turn add constraint safety_turn_dialogue FOREIGN KEY (organization_id, dialogue_id) REFERENCES safety_dialogue(organization_id, id);
alter table safety_turn add constraint safety_turn_message FOREIGN KEY (organization_id, message_id) REFERENCES message(organization_id, id);
alter table saved_view add constraint saved_view_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table saved_view add constraint saved_view_owner FOREIGN KEY (organization_id, owner_id) REFERENCES staff_member(organization_id, id);
alter table saved_view add constraint saved_view_queue FOREIGN KEY (organization_id, queue_id) REFERENCES queue(organization_id, id);
alter table saved_view add constraint saved_view_site FOREIGN KEY (organization_id, site_id) REFERENCES site(organization_id, id);
alter table saved_view_order add constraint saved_view_order_of FOREIGN KEY (organization_id, staff_id) REFERENCES staff_member(organization_id, id);
alter table saved_view_order add constraint saved_view_order_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table sending_rules add constraint sending_rules_author FOREIGN KEY (organization_id, author_id) REFERENCES staff_member(organization_id, id);
alter table sending_rules add constraint sending_rules_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table service_policy add constraint service_policy_author FOREIGN KEY (organization_id, saved_by) REFERENCES staff_member(organization_id, id);
alter table service_policy add constraint service_policy_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table session add constraint session_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table session add constraint session_staff FOREIGN KEY (organization_id, staff_id) REFERENCES staff_member(organization_id, id);
alter table set_aside add constraint set_aside_owner FOREIGN KEY (organization_id, owner_id) REFERENCES staff_member(organization_id, id);
alter table set_aside add constraint set_aside_raw FOREIGN KEY (organization_id, raw_id) REFERENCES raw_message(organization_id, id);
alter table shift add constraint shift_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table shift add constraint shift_staff FOREIGN KEY (organization_id, staff_id) REFERENCES staff_member(organization_id, id);
alter table shift_pattern add constraint shift_pattern_author FOREIGN KEY (organization_id, author_id) REFERENCES staff_member(organization_id, id);
alter table shift_pattern add constraint shift_pattern_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table shift_pattern add constraint shift_pattern_staff FOREIGN KEY (organization_id, staff_id) REFERENCES staff_member(organization_id, id);
alter table sign_in_code add constraint sign_in_code_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table site add constraint site_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table sms_carrier add constraint sms_carrier_account FOREIGN KEY (organization_id, account_id) REFERENCES channel_account(organization_id, id);
alter table sms_carrier add constraint sms_carrier_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table source_silence add constraint source_silence_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table staff_call add constraint staff_call_device FOREIGN KEY (organization_id, device_id) REFERENCES front_desk_device(organization_id, id);
alter table staff_call add constraint staff_call_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table staff_call add constraint staff_call_settled_by FOREIGN KEY (organization_id, settled_by) REFERENCES staff_member(organization_id, id);
alter table staff_call add constraint staff_call_site FOREIGN KEY (organization_id, site_id) REFERENCES site(organization_id, id);
alter table staff_invitation add constraint staff_invitation_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table staff_invitation add constraint staff_invitation_staff FOREIGN KEY (organization_id, staff_id) REFERENCES staff_member(organization_id, id);
alter table staff_member add constraint staff_member_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table staff_member add constraint staff_site FOREIGN KEY (organization_id, site_id) REFERENCES site(organization_id, id);
alter table unanswered_question add constraint unanswered_question_article FOREIGN KEY (organization_id, article_id) REFERENCES article(organization_id, id);
alter table unanswered_question add constraint unanswered_question_of FOREIGN KEY (organization_id, cluster_id) REFERENCES question_cluster(organization_id, id) ON DELETE CASCADE;
alter table unanswered_question add constraint unanswered_question_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table understanding_label add constraint understanding_label_message FOREIGN KEY (organization_id, message_id) REFERENCES message(organization_id, id);
alter table understanding_label add constraint understanding_label_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table understanding_label add constraint understanding_label_staff FOREIGN KEY (organization_id, staff_id) REFERENCES staff_member(organization_id, id);
alter table verification_code add constraint verification_code_contact_point FOREIGN KEY (organization_id, contact_point_id) REFERENCES contact_point(organization_id, id);
alter table verification_code add constraint verification_code_conversation FOREIGN KEY (organization_id, conversation_id) REFERENCES conversation(organization_id, id);
alter table verification_code add constraint verification_code_visitor FOREIGN KEY (organization_id, visitor_id) REFERENCES visitor(organization_id, id);
alter table visit_question add constraint visit_question_answered_by FOREIGN KEY (organization_id, answered_by) REFERENCES message(organization_id, id);
alter table visit_question add constraint visit_question_appointment FOREIGN KEY (organization_id, appointment_id) REFERENCES appointment(organization_id, id);
alter table visit_question add constraint visit_question_conversation FOREIGN KEY (organization_id, conversation_id) REFERENCES conversation(organization_id, id);
alter table visit_question add constraint visit_question_message FOREIGN KEY (organization_id, message_id) REFERENCES message(organization_id, id);
alter table visit_question add constraint visit_question_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table visit_room add constraint visit_room_appointment FOREIGN KEY (organization_id, appointment_id) REFERENCES appointment(organization_id, id);
alter table visit_room add constraint visit_room_conversation FOREIGN KEY (organization_id, conversation_id) REFERENCES conversation(organization_id, id);
alter table visit_room add constraint visit_room_invited_by FOREIGN KEY (organization_id, invited_by) REFERENCES staff_member(organization_id, id);
alter table visit_room add constraint visit_room_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table visit_room add constraint visit_room_patient FOREIGN KEY (organization_id, patient_id) REFERENCES patient(organization_id, id);
alter table visit_room_seat add constraint visit_room_seat_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table visit_room_seat add constraint visit_room_seat_room FOREIGN KEY (organization_id, room_id) REFERENCES visit_room(organization_id, id) ON DELETE CASCADE;
alter table visit_room_signal add constraint visit_room_signal_from FOREIGN KEY (organization_id, from_seat) REFERENCES visit_room_seat(organization_id, id) ON DELETE CASCADE;
alter table visit_room_signal add constraint visit_room_signal_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table visit_room_signal add constraint visit_room_signal_to FOREIGN KEY (organization_id, to_seat) REFERENCES visit_room_seat(organization_id, id) ON DELETE CASCADE;
alter table visitor add constraint visitor_channel_account FOREIGN KEY (organization_id, channel_account_id) REFERENCES channel_account(organization_id, id);
alter table visitor add constraint visitor_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table visitor add constraint visitor_patient FOREIGN KEY (organization_id, patient_id) REFERENCES patient(organization_id, id);
alter table voice_line add constraint voice_line_account FOREIGN KEY (organization_id, account_id) REFERENCES channel_account(organization_id, id);
alter table voice_line add constraint voice_line_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table voicemail add constraint voicemail_call FOREIGN KEY (organization_id, call_id) REFERENCES call(organization_id, id);
alter table voicemail add constraint voicemail_message FOREIGN KEY (organization_id, message_id) REFERENCES message(organization_id, id);
alter table voicemail add constraint voicemail_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table work_span add constraint work_span_conversation FOREIGN KEY (organization_id, conversation_id) REFERENCES conversation(organization_id, id);
alter table work_span add constraint work_span_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id);
alter table work_span add constraint work_span_staff FOREIGN KEY (organization_id, staff_id) REFERENCES staff_member(organization_id, id);

-- Triggers

CREATE TRIGGER keep_published_words AFTER DELETE OR UPDATE ON article_text FOR EACH ROW EXECUTE FUNCTION keep_published_words();
CREATE TRIGGER keep_mailbox_door AFTER INSERT OR DELETE OR UPDATE ON channel_account FOR EACH ROW EXECUTE FUNCTION keep_mailbox_door();
CREATE TRIGGER conversation_changes_hands AFTER UPDATE ON conversation FOR EACH ROW WHEN (old.assignee_id IS DISTINCT FROM new.assignee_id OR old.assignment <> new.assignment OR (old.state = 'open'::text) <> (new.state = 'open'::text)) EXECUTE FUNCTION in_whose_hands();
CREATE TRIGGER conversation_comes_to_hand AFTER INSERT ON conversation FOR EACH ROW WHEN (new.assignee_id IS NOT NULL AND new.state = 'open'::text) EXECUTE FUNCTION in_whose_hands();
CREATE TRIGGER hand_labels_to_messages AFTER UPDATE OF labels ON conversation FOR EACH ROW WHEN (old.labels IS DISTINCT FROM new.labels) EXECUTE FUNCTION hand_labels_to_messages();
CREATE TRIGGER hand_off_follows AFTER UPDATE ON conversation FOR EACH ROW WHEN (old.assignment <> new.assignment OR old.assignee_id IS DISTINCT FROM new.assignee_id) EXECUTE FUNCTION hand_off_follows();
CREATE TRIGGER patient_of_privacy_follows AFTER UPDATE OF patient_id ON conversation FOR EACH ROW WHEN (old.patient_id IS DISTINCT FROM new.patient_id) EXECUTE FUNCTION patient_of_privacy_follows();
CREATE TRIGGER hand_off_moves AFTER UPDATE OF conversation_id ON message FOR EACH ROW WHEN (old.conversation_id <> new.conversation_id) EXECUTE FUNCTION hand_off_moves();
CREATE TRIGGER take_labels_of_conversation BEFORE INSERT OR UPDATE OF conversation_id, labels ON message FOR EACH ROW EXECUTE FUNCTION take_labels_of_conversation();
CREATE TRIGGER routing_policy_is_told_at_the_door AFTER INSERT ON routing_policy FOR EACH ROW EXECUTE FUNCTION tell_door_of_routing();

-- Row security

alter table alert_call enable row level security;
alter table alert_call force row level security;
create policy organization_isolation on alert_call as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on alert_call as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table appointment enable row level security;
alter table appointment force row level security;
create policy organization_isolation on appointment as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy patient_isolation on appointment as restrictive for all to public
  using (current_scope() = 'organization'::text OR current_scope() = 'patient'::text AND (patient_id = ANY (current_patients())))
  with check (current_scope() = 'organization'::text);
alter table article enable row level security;
alter table article force row level security;
create policy organization_isolation on article as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on article as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table article_comment enable row level security;
alter table article_comment force row level security;
create policy organization_isolation on article_comment as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on article_comment as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table article_text enable row level security;
alter table article_text force row level security;
create policy organization_isolation on article_text as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on article_text as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table article_trial enable row level security;
alter table article_trial force row level security;
create policy organization_isolation on article_trial as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on article_trial as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table article_version enable row level security;
alter table article_version force row level security;
create policy organization_isolation on article_version as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on article_version as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table assistant_answer enable row level security;
alter table assistant_answer force row level security;
create policy organization_isolation on assistant_answer as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy patient_isolation on assistant_answer as restrictive for all to public
  using (current_scope() = 'organization'::text OR (EXISTS ( SELECT
   FROM message
  WHERE message.organization_id = assistant_answer.organization_id AND message.id = assistant_answer.message_id)))
  with check (current_scope() = 'organization'::text);
alter table assistant_effect enable row level security;
alter table assistant_effect force row level security;
create policy organization_isolation on assistant_effect as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on assistant_effect as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table assistant_session enable row level security;
alter table assistant_session force row level security;
create policy organization_isolation on assistant_session as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on assistant_session as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table assistant_slot enable row level security;
alter table assistant_slot force row level security;
create policy label_isolation on assistant_slot as restrictive for all to public
  using ((EXISTS ( SELECT
   FROM conversation
  WHERE conversation.organization_id = assistant_slot.organization_id AND conversation.id = assistant_slot.conversation_id)))
  with check ((EXISTS ( SELECT
   FROM conversation
  WHERE conversation.organization_id = assistant_slot.organization_id AND conversation.id = assistant_slot.conversation_id)));
create policy organization_isolation on assistant_slot as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on assistant_slot as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table assistant_task enable row level security;
alter table assistant_task force row level security;
create policy label_isolation on assistant_task as restrictive for all to public
  using ((EXISTS ( SELECT
   FROM conversation
  WHERE conversation.organization_id = assistant_task.organization_id AND conversation.id = assistant_task.conversation_id)))
  with check ((EXISTS ( SELECT
   FROM conversation
  WHERE conversation.organization_id = assistant_task.organization_id AND conversation.id = assistant_task.conversation_id)));
create policy organization_isolation on assistant_task as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on assistant_task as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table attachment enable row level security;
alter table attachment force row level security;
create policy label_isolation on attachment as restrictive for all to public
  using (
CASE
    WHEN conversation_id IS NULL THEN true
    ELSE (EXISTS ( SELECT
       FROM conversation
      WHERE conversation.organization_id = attachment.organization_id AND conversation.id = attachment.conversation_id))
END)
  with check (
CASE
    WHEN conversation_id IS NULL THEN true
    ELSE (EXISTS ( SELECT
       FROM conversation
      WHERE conversation.organization_id = attachment.organization_id AND conversation.id = attachment.conversation_id))
END);
create policy organization_isolation on attachment as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy patient_isolation on attachment as restrictive for all to public
  using (current_scope() = 'organization'::text OR (EXISTS ( SELECT
   FROM message
  WHERE message.organization_id = attachment.organization_id AND message.id = attachment.message_id)))
  with check (current_scope() = 'organization'::text);
alter table availability enable row level security;
alter table availability force row level security;
create policy organization_isolation on availability as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on availability as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table bulk_change enable row level security;
alter table bulk_change force row level security;
create policy organization_isolation on bulk_change as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on bulk_change as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table bulk_change_item enable row level security;
alter table bulk_change_item force row level security;
create policy organization_isolation on bulk_change_item as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on bulk_change_item as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table calendar enable row level security;
alter table calendar force row level security;
create policy organization_isolation on calendar as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on calendar as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table call enable row level security;
alter table call force row level security;
create policy organization_isolation on call as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on call as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table call_back enable row level security;
alter table call_back force row level security;
create policy label_isolation on call_back as restrictive for all to public
  using (
CASE
    WHEN outcome IS NULL THEN true
    ELSE (EXISTS ( SELECT
       FROM conversation
      WHERE conversation.organization_id = call_back.organization_id AND conversation.id = call_back.conversation_id))
END)
  with check (
CASE
    WHEN outcome IS NULL THEN true
    ELSE (EXISTS ( SELECT
       FROM conversation
      WHERE conversation.organization_id = call_back.organization_id AND conversation.id = call_back.conversation_id))
END);
create policy organization_isolation on call_back as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy patient_isolation on call_back as restrictive for all to public
  using (current_scope() = 'organization'::text OR current_scope() = 'patient'::text AND (EXISTS ( SELECT
   FROM conversation
  WHERE conversation.organization_id = call_back.organization_id AND conversation.id = call_back.conversation_id)))
  with check (current_scope() = 'organization'::text);
alter table call_event enable row level security;
alter table call_event force row level security;
create policy organization_isolation on call_event as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on call_event as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table capacity_rule enable row level security;
alter table capacity_rule force row level security;
create policy organization_isolation on capacity_rule as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on capacity_rule as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table carrier_look_back enable row level security;
alter table carrier_look_back force row level security;
create policy organization_isolation on carrier_look_back as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on carrier_look_back as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table channel_account enable row level security;
alter table channel_account force row level security;
create policy organization_isolation on channel_account as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on channel_account as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table check_in_code enable row level security;
alter table check_in_code force row level security;
create policy organization_isolation on check_in_code as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on check_in_code as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table consent enable row level security;
alter table consent force row level security;
create policy organization_isolation on consent as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy patient_isolation on consent as restrictive for all to public
  using (current_scope() = 'organization'::text OR current_scope() = 'patient'::text AND (patient_id = ANY (current_patients())))
  with check (current_scope() = 'organization'::text OR current_scope() = 'patient'::text AND (patient_id = ANY (current_patients())));
alter table consent_text enable row level security;
alter table consent_text force row level security;
create policy organization_isolation on consent_text as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on consent_text as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table contact_point enable row level security;
alter table contact_point force row level security;
create policy organization_isolation on contact_point as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy patient_isolation on contact_point as restrictive for all to public
  using (current_scope() = 'organization'::text OR current_scope() = 'patient'::text AND (patient_id = ANY (current_patients())))
  with check (current_scope() = 'organization'::text OR current_scope() = 'patient'::text AND (patient_id = ANY (current_patients())));
alter table conversation enable row level security;
alter table conversation force row level security;
create policy label_isolation on conversation as restrictive for all to public
  using (
CASE
    WHEN labels = '{}'::text[] THEN true
    ELSE labels <@ current_labels()
END)
  with check (
CASE
    WHEN labels = '{}'::text[] THEN true
    ELSE labels <@ current_labels()
END);
create policy organization_isolation on conversation as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy patient_isolation on conversation as restrictive for all to public
  using (
CASE ( SELECT current_scope() AS current_scope)
    WHEN 'organization'::text THEN true
    WHEN 'patient'::text THEN (patient_id = ANY (current_patients())) AND NOT (EXISTS ( SELECT
       FROM conversation_privacy
      WHERE conversation_privacy.organization_id = conversation.organization_id AND conversation_privacy.conversation_id = conversation.id AND conversation_privacy.lifted_at IS NULL AND (COALESCE(conversation_privacy.reader_id, conversation.patient_id) = ANY (current_self())) IS NOT TRUE))
    WHEN 'conversation'::text THEN id = ANY (current_conversations())
    ELSE false
END)
  with check (
CASE ( SELECT current_scope() AS current_scope)
    WHEN 'organization'::text THEN true
    WHEN 'patient'::text THEN patient_id = ANY (current_patients())
    WHEN 'conversation'::text THEN id = ANY (current_conversations())
    ELSE false
END);
alter table conversation_move enable row level security;
alter table conversation_move force row level security;
create policy organization_isolation on conversation_move as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on conversation_move as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table conversation_privacy enable row level security;
alter table conversation_privacy force row level security;
create policy organization_isolation on conversation_privacy as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy patient_isolation on conversation_privacy as restrictive for all to public
  using (current_scope() = 'organization'::text OR current_scope() = 'patient'::text AND (patient_id = ANY (current_patients())))
  with check (current_scope() = 'organization'::text);
alter table conversation_seen enable row level security;
alter table conversation_seen force row level security;
create policy organization_isolation on conversation_seen as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy patient_isolation on conversation_seen as restrictive for all to public
  using (current_scope() = 'organization'::text OR (reader_kind = ANY (ARRAY['patient'::text, 'visitor'::text])) AND (EXISTS ( SELECT
   FROM conversation
  WHERE conversation.organization_id = conversation_seen.organization_id AND conversation.id = conversation_seen.conversation_id)))
  with check (current_scope() = 'organization'::text OR (reader_kind = ANY (ARRAY['patient'::text, 'visitor'::text])) AND (EXISTS ( SELECT
   FROM conversation
  WHERE conversation.organization_id = conversation_seen.organization_id AND conversation.id = conversation_seen.conversation_id)));
alter table decision_review enable row level security;
alter table decision_review force row level security;
create policy label_isolation on decision_review as restrictive for all to public
  using ((EXISTS ( SELECT
   FROM message
  WHERE message.organization_id = decision_review.organization_id AND message.id = decision_review.message_id)))
  with check ((EXISTS ( SELECT
   FROM message
  WHERE message.organization_id = decision_review.organization_id AND message.id = decision_review.message_id)));
create policy organization_isolation on decision_review as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on decision_review as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table delivery enable row level security;
alter table delivery force row level security;
create policy organization_isolation on delivery as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy patient_isolation on delivery as restrictive for all to public
  using (current_scope() = 'organization'::text OR (EXISTS ( SELECT
   FROM conversation
  WHERE conversation.organization_id = delivery.organization_id AND conversation.id = delivery.conversation_id)))
  with check (current_scope() = 'organization'::text);
alter table delivery_step enable row level security;
alter table delivery_step force row level security;
create policy organization_isolation on delivery_step as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on delivery_step as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table draft enable row level security;
alter table draft force row level security;
create policy label_isolation on draft as restrictive for all to public
  using ((EXISTS ( SELECT
   FROM conversation
  WHERE conversation.organization_id = draft.organization_id AND conversation.id = draft.conversation_id)))
  with check ((EXISTS ( SELECT
   FROM conversation
  WHERE conversation.organization_id = draft.organization_id AND conversation.id = draft.conversation_id)));
create policy organization_isolation on draft as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on draft as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table event_source enable row level security;
alter table event_source force row level security;
create policy organization_isolation on event_source as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on event_source as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table front_desk_count enable row level security;
alter table front_desk_count force row level security;
create policy organization_isolation on front_desk_count as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on front_desk_count as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table front_desk_device enable row level security;
alter table front_desk_device force row level security;
create policy organization_isolation on front_desk_device as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on front_desk_device as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table front_desk_turn enable row level security;
alter table front_desk_turn force row level security;
create policy organization_isolation on front_desk_turn as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on front_desk_turn as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table hand_off enable row level security;
alter table hand_off force row level security;
create policy organization_isolation on hand_off as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on hand_off as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table hand_over enable row level security;
alter table hand_over force row level security;
create policy organization_isolation on hand_over as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on hand_over as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table held_safety_text enable row level security;
alter table held_safety_text force row level security;
create policy label_isolation on held_safety_text as restrictive for all to public
  using ((EXISTS ( SELECT
   FROM message
  WHERE message.organization_id = held_safety_text.organization_id AND message.id = held_safety_text.message_id)))
  with check ((EXISTS ( SELECT
   FROM message
  WHERE message.organization_id = held_safety_text.organization_id AND message.id = held_safety_text.message_id)));
create policy organization_isolation on held_safety_text as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on held_safety_text as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table identity_check enable row level security;
alter table identity_check force row level security;
create policy organization_isolation on identity_check as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on identity_check as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table identity_tries enable row level security;
alter table identity_tries force row level security;
create policy organization_isolation on identity_tries as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on identity_tries as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table imap_folder enable row level security;
alter table imap_folder force row level security;
create policy organization_isolation on imap_folder as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on imap_folder as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table inbox_entry enable row level security;
alter table inbox_entry force row level security;
create policy organization_isolation on inbox_entry as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on inbox_entry as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table journal enable row level security;
alter table journal force row level security;
create policy organization_isolation on journal as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy patient_isolation on journal as restrictive for select to public
  using (current_scope() = 'organization'::text OR current_scope() = 'patient'::text AND ((patient_id = ANY (current_patients())) OR (EXISTS ( SELECT
   FROM journal_patient
  WHERE journal_patient.organization_id = journal.organization_id AND journal_patient.at = journal.at AND journal_patient.journal_id = journal.id AND (journal_patient.patient_id = ANY (current_patients()))))) AND (conversation_id IS NULL OR (patient_id = ANY (current_self())) OR (EXISTS ( SELECT
   FROM journal_patient
  WHERE journal_patient.organization_id = journal.organization_id AND journal_patient.at = journal.at AND journal_patient.journal_id = journal.id AND (journal_patient.patient_id = ANY (current_self())))) OR (EXISTS ( SELECT
   FROM conversation
  WHERE conversation.organization_id = journal.organization_id AND conversation.id = journal.conversation_id))));
alter table journal_default enable row level security;
alter table journal_default force row level security;
create policy organization_isolation on journal_default as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy patient_isolation on journal_default as restrictive for select to public
  using (current_scope() = 'organization'::text);
alter table journal_patient enable row level security;
alter table journal_patient force row level security;
create policy organization_isolation on journal_patient as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy patient_isolation on journal_patient as restrictive for select to public
  using (current_scope() = 'organization'::text OR current_scope() = 'patient'::text AND (patient_id = ANY (current_patients())));
alter table journal_patient_default enable row level security;
alter table journal_patient_default force row level security;
create policy organization_isolation on journal_patient_default as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy patient_isolation on journal_patient_default as restrictive for select to public
  using (current_scope() = 'organization'::text);
alter table llm_day enable row level security;
alter table llm_day force row level security;
create policy organization_isolation on llm_day as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on llm_day as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table llm_draft enable row level security;
alter table llm_draft force row level security;
create policy label_isolation on llm_draft as restrictive for all to public
  using ((EXISTS ( SELECT
   FROM conversation
  WHERE conversation.organization_id = llm_draft.organization_id AND conversation.id = llm_draft.conversation_id)))
  with check ((EXISTS ( SELECT
   FROM conversation
  WHERE conversation.organization_id = llm_draft.organization_id AND conversation.id = llm_draft.conversation_id)));
create policy organization_isolation on llm_draft as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on llm_draft as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table macro enable row level security;
alter table macro force row level security;
create policy organization_isolation on macro as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on macro as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table macro_version enable row level security;
alter table macro_version force row level security;
create policy organization_isolation on macro_version as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on macro_version as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table mail_arrival enable row level security;
alter table mail_arrival force row level security;
create policy organization_isolation on mail_arrival as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on mail_arrival as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table mail_body enable row level security;
alter table mail_body force row level security;
create policy organization_isolation on mail_body as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on mail_body as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table mail_hand_over enable row level security;
alter table mail_hand_over force row level security;
create policy organization_isolation on mail_hand_over as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on mail_hand_over as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table mail_picture enable row level security;
alter table mail_picture force row level security;
create policy label_isolation on mail_picture as restrictive for all to public
  using ((EXISTS ( SELECT
   FROM message
  WHERE message.organization_id = mail_picture.organization_id AND message.id = mail_picture.message_id)))
  with check ((EXISTS ( SELECT
   FROM message
  WHERE message.organization_id = mail_picture.organization_id AND message.id = mail_picture.message_id)));
create policy organization_isolation on mail_picture as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on mail_picture as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table mail_webhook enable row level security;
alter table mail_webhook force row level security;
create policy organization_isolation on mail_webhook as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on mail_webhook as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table mailbox_count enable row level security;
alter table mailbox_count force row level security;
create policy organization_isolation on mailbox_count as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on mailbox_count as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table mention enable row level security;
alter table mention force row level security;
create policy organization_isolation on mention as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on mention as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table message enable row level security;
alter table message force row level security;
create policy label_isolation on message as restrictive for all to public
  using (
CASE
    WHEN labels = '{}'::text[] THEN true
    ELSE labels <@ current_labels()
END)
  with check (
CASE
    WHEN labels = '{}'::text[] THEN true
    ELSE labels <@ current_labels()
END);
create policy organization_isolation on message as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy patient_isolation on message as restrictive for all to public
  using (current_scope() = 'organization'::text OR (direction = ANY (ARRAY['in'::text, 'out'::text])) AND held_until IS NULL AND cancelled_at IS NULL AND (EXISTS ( SELECT
   FROM conversation
  WHERE conversation.organization_id = message.organization_id AND conversation.id = message.conversation_id)))
  with check (current_scope() = 'organization'::text);
alter table message_translation enable row level security;
alter table message_translation force row level security;
create policy label_isolation on message_translation as restrictive for all to public
  using ((EXISTS ( SELECT
   FROM message
  WHERE message.organization_id = message_translation.organization_id AND message.id = message_translation.message_id)))
  with check ((EXISTS ( SELECT
   FROM message
  WHERE message.organization_id = message_translation.organization_id AND message.id = message_translation.message_id)));
create policy organization_isolation on message_translation as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on message_translation as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table moved_message enable row level security;
alter table moved_message force row level security;
create policy organization_isolation on moved_message as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on moved_message as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table notice enable row level security;
alter table notice force row level security;
create policy organization_isolation on notice as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on notice as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table number_stop enable row level security;
alter table number_stop force row level security;
create policy organization_isolation on number_stop as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on number_stop as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table organization enable row level security;
alter table organization force row level security;
create policy organization_isolation on organization as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
alter table party enable row level security;
alter table party force row level security;
create policy organization_isolation on party as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on party as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table patient enable row level security;
alter table patient force row level security;
create policy organization_isolation on patient as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy patient_isolation on patient as restrictive for all to public
  using (
CASE ( SELECT current_scope() AS current_scope)
    WHEN 'organization'::text THEN true
    WHEN 'patient'::text THEN id = ANY (current_patients())
    ELSE false
END)
  with check (
CASE ( SELECT current_scope() AS current_scope)
    WHEN 'organization'::text THEN true
    WHEN 'patient'::text THEN id = ANY (current_patients())
    ELSE false
END);
alter table patient_draft enable row level security;
alter table patient_draft force row level security;
create policy label_isolation on patient_draft as restrictive for all to public
  using (
CASE
    WHEN conversation_id IS NULL THEN true
    ELSE (EXISTS ( SELECT
       FROM conversation
      WHERE conversation.organization_id = patient_draft.organization_id AND conversation.id = patient_draft.conversation_id))
END)
  with check (
CASE
    WHEN conversation_id IS NULL THEN true
    ELSE (EXISTS ( SELECT
       FROM conversation
      WHERE conversation.organization_id = patient_draft.organization_id AND conversation.id = patient_draft.conversation_id))
END);
create policy organization_isolation on patient_draft as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on patient_draft as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table portal_account enable row level security;
alter table portal_account force row level security;
create policy organization_isolation on portal_account as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on portal_account as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table protocol_signature enable row level security;
alter table protocol_signature force row level security;
create policy organization_isolation on protocol_signature as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on protocol_signature as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table proxy_link enable row level security;
alter table proxy_link force row level security;
create policy organization_isolation on proxy_link as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy patient_isolation on proxy_link as restrictive for all to public
  using (current_scope() = 'organization'::text OR current_scope() = 'patient'::text AND (patient_id = ANY (current_patients())))
  with check (current_scope() = 'organization'::text OR current_scope() = 'patient'::text AND (patient_id = ANY (current_patients())));
alter table question_cluster enable row level security;
alter table question_cluster force row level security;
create policy organization_isolation on question_cluster as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on question_cluster as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table queue enable row level security;
alter table queue force row level security;
create policy organization_isolation on queue as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on queue as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table queue_member enable row level security;
alter table queue_member force row level security;
create policy organization_isolation on queue_member as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on queue_member as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table raw_message enable row level security;
alter table raw_message force row level security;
create policy label_isolation on raw_message as restrictive for select to public
  using ((EXISTS ( SELECT
   FROM message
  WHERE message.organization_id = raw_message.organization_id AND message.raw_id = raw_message.id)) OR (EXISTS ( SELECT
   FROM set_aside
  WHERE set_aside.organization_id = raw_message.organization_id AND set_aside.raw_id = raw_message.id AND (set_aside.state = ANY (ARRAY['open'::text, 'assigned'::text, 'dismissed'::text])))));
create policy organization_isolation on raw_message as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on raw_message as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table related_person enable row level security;
alter table related_person force row level security;
create policy organization_isolation on related_person as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy patient_isolation on related_person as restrictive for all to public
  using (current_scope() = 'organization'::text OR current_scope() = 'patient'::text AND (patient_id = ANY (current_patients())))
  with check (current_scope() = 'organization'::text OR current_scope() = 'patient'::text AND (patient_id = ANY (current_patients())));
alter table reminder_step enable row level security;
alter table reminder_step force row level security;
create policy organization_isolation on reminder_step as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on reminder_step as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table reopening_rule enable row level security;
alter table reopening_rule force row level security;
create policy organization_isolation on reopening_rule as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on reopening_rule as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table report_course enable row level security;
alter table report_course force row level security;
create policy label_isolation on report_course as restrictive for all to public
  using (
CASE
    WHEN labels = '{}'::text[] THEN true
    ELSE labels <@ current_labels()
END)
  with check (
CASE
    WHEN labels = '{}'::text[] THEN true
    ELSE labels <@ current_labels()
END);
create policy organization_isolation on report_course as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on report_course as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table report_mark enable row level security;
alter table report_mark force row level security;
create policy organization_isolation on report_mark as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on report_mark as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table report_state enable row level security;
alter table report_state force row level security;
create policy organization_isolation on report_state as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on report_state as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table report_sum enable row level security;
alter table report_sum force row level security;
create policy label_isolation on report_sum as restrictive for all to public
  using (
CASE
    WHEN labels = '{}'::text[] THEN true
    ELSE labels <@ current_labels()
END)
  with check (
CASE
    WHEN labels = '{}'::text[] THEN true
    ELSE labels <@ current_labels()
END);
create policy organization_isolation on report_sum as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on report_sum as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table reported_event enable row level security;
alter table reported_event force row level security;
create policy organization_isolation on reported_event as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on reported_event as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table routing_offer enable row level security;
alter table routing_offer force row level security;
create policy organization_isolation on routing_offer as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on routing_offer as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table routing_policy enable row level security;
alter table routing_policy force row level security;
create policy organization_isolation on routing_policy as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on routing_policy as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table routing_snapshot enable row level security;
alter table routing_snapshot force row level security;
create policy organization_isolation on routing_snapshot as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on routing_snapshot as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table rule enable row level security;
alter table rule force row level security;
create policy organization_isolation on rule as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on rule as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table rule_cause enable row level security;
alter table rule_cause force row level security;
create policy organization_isolation on rule_cause as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on rule_cause as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table rule_mode enable row level security;
alter table rule_mode force row level security;
create policy organization_isolation on rule_mode as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on rule_mode as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table rule_run enable row level security;
alter table rule_run force row level security;
create policy organization_isolation on rule_run as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on rule_run as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table rule_simulation enable row level security;
alter table rule_simulation force row level security;
create policy organization_isolation on rule_simulation as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on rule_simulation as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table rule_simulation_hit enable row level security;
alter table rule_simulation_hit force row level security;
create policy organization_isolation on rule_simulation_hit as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on rule_simulation_hit as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table rule_version enable row level security;
alter table rule_version force row level security;
create policy organization_isolation on rule_version as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on rule_version as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table rule_webhook enable row level security;
alter table rule_webhook force row level security;
create policy organization_isolation on rule_webhook as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on rule_webhook as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table rule_webhook_call enable row level security;
alter table rule_webhook_call force row level security;
create policy organization_isolation on rule_webhook_call as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on rule_webhook_call as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table safety_alert enable row level security;
alter table safety_alert force row level security;
create policy label_isolation on safety_alert as restrictive for all to public
  using ((EXISTS ( SELECT
   FROM conversation
  WHERE conversation.organization_id = safety_alert.organization_id AND conversation.id = safety_alert.conversation_id)))
  with check ((EXISTS ( SELECT
   FROM conversation
  WHERE conversation.organization_id = safety_alert.organization_id AND conversation.id = safety_alert.conversation_id)));
create policy organization_isolation on safety_alert as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy patient_isolation on safety_alert as restrictive for all to public
  using (current_scope() = 'organization'::text OR (EXISTS ( SELECT
   FROM conversation
  WHERE conversation.organization_id = safety_alert.organization_id AND conversation.id = safety_alert.conversation_id)))
  with check (current_scope() = 'organization'::text);
alter table safety_dialogue enable row level security;
alter table safety_dialogue force row level security;
create policy label_isolation on safety_dialogue as restrictive for all to public
  using ((EXISTS ( SELECT
   FROM message
  WHERE message.organization_id = safety_dialogue.organization_id AND message.id = safety_dialogue.message_id)))
  with check ((EXISTS ( SELECT
   FROM message
  WHERE message.organization_id = safety_dialogue.organization_id AND message.id = safety_dialogue.message_id)));
create policy organization_isolation on safety_dialogue as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on safety_dialogue as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table safety_question enable row level security;
alter table safety_question force row level security;
create policy label_isolation on safety_question as restrictive for all to public
  using ((EXISTS ( SELECT
   FROM message
  WHERE message.organization_id = safety_question.organization_id AND message.id = safety_question.asked_after)))
  with check ((EXISTS ( SELECT
   FROM message
  WHERE message.organization_id = safety_question.organization_id AND message.id = safety_question.asked_after)));
create policy organization_isolation on safety_question as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on safety_question as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table safety_turn enable row level security;
alter table safety_turn force row level security;
create policy label_isolation on safety_turn as restrictive for all to public
  using ((EXISTS ( SELECT
   FROM message
  WHERE message.organization_id = safety_turn.organization_id AND message.id = safety_turn.message_id)))
  with check ((EXISTS ( SELECT
   FROM message
  WHERE message.organization_id = safety_turn.organization_id AND message.id = safety_turn.message_id)));
create policy organization_isolation on safety_turn as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on safety_turn as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table saved_view enable row level security;
alter table saved_view force row level security;
create policy audience_isolation on saved_view as restrictive for select to public
  using (current_role_is('system'::text) OR owner_id::text = current_actor() OR (audience = ANY (ARRAY['queue'::text, 'site'::text, 'organization'::text])) AND (audience = 'organization'::text OR current_role_is('supervisor'::text) OR (EXISTS ( SELECT
   FROM queue_member
  WHERE queue_member.organization_id = saved_view.organization_id AND queue_member.queue_id = saved_view.queue_id AND queue_member.staff_id::text = current_actor())) OR (EXISTS ( SELECT
   FROM staff_member
  WHERE staff_member.organization_id = saved_view.organization_id AND staff_member.site_id = saved_view.site_id AND staff_member.id::text = current_actor()))));
create policy author_isolation on saved_view as restrictive for update to public
  using (current_role_is('system'::text) OR audience = 'owner'::text AND owner_id::text = current_actor() OR (audience = ANY (ARRAY['queue'::text, 'site'::text, 'organization'::text])) AND current_role_is('supervisor'::text))
  with check (current_role_is('system'::text) OR audience = 'owner'::text AND owner_id::text = current_actor() OR (audience = ANY (ARRAY['queue'::text, 'site'::text, 'organization'::text])) AND current_role_is('supervisor'::text));
create policy author_isolation_of_new on saved_view as restrictive for insert to public
  with check (current_role_is('system'::text) OR owner_id::text = current_actor() AND (audience = 'owner'::text OR current_role_is('supervisor'::text)));
create policy author_isolation_of_old on saved_view as restrictive for delete to public
  using (current_role_is('system'::text) OR audience = 'owner'::text AND owner_id::text = current_actor() OR (audience = ANY (ARRAY['queue'::text, 'site'::text, 'organization'::text])) AND current_role_is('supervisor'::text));
create policy organization_isolation on saved_view as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on saved_view as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table saved_view_order enable row level security;
alter table saved_view_order force row level security;
create policy organization_isolation on saved_view_order as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on saved_view_order as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
create policy staff_isolation on saved_view_order as restrictive for all to public
  using (current_role_is('system'::text) OR staff_id::text = current_actor())
  with check (current_role_is('system'::text) OR staff_id::text = current_actor());
alter table sending_rules enable row level security;
alter table sending_rules force row level security;
create policy organization_isolation on sending_rules as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on sending_rules as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table service_policy enable row level security;
alter table service_policy force row level security;
create policy organization_isolation on service_policy as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on service_policy as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table session enable row level security;
alter table session force row level security;
create policy organization_isolation on session as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on session as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table set_aside enable row level security;
alter table set_aside force row level security;
create policy organization_isolation on set_aside as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on set_aside as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table shift enable row level security;
alter table shift force row level security;
create policy organization_isolation on shift as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on shift as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table shift_pattern enable row level security;
alter table shift_pattern force row level security;
create policy organization_isolation on shift_pattern as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on shift_pattern as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table sign_in_code enable row level security;
alter table sign_in_code force row level security;
create policy organization_isolation on sign_in_code as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on sign_in_code as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table site enable row level security;
alter table site force row level security;
create policy organization_isolation on site as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
alter table sms_carrier enable row level security;
alter table sms_carrier force row level security;
create policy organization_isolation on sms_carrier as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on sms_carrier as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table source_silence enable row level security;
alter table source_silence force row level security;
create policy organization_isolation on source_silence as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on source_silence as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table staff_call enable row level security;
alter table staff_call force row level security;
create policy organization_isolation on staff_call as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on staff_call as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table staff_invitation enable row level security;
alter table staff_invitation force row level security;
create policy organization_isolation on staff_invitation as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on staff_invitation as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table staff_member enable row level security;
alter table staff_member force row level security;
create policy organization_isolation on staff_member as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
alter table unanswered_question enable row level security;
alter table unanswered_question force row level security;
create policy organization_isolation on unanswered_question as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on unanswered_question as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table understanding enable row level security;
alter table understanding force row level security;
create policy label_isolation on understanding as restrictive for select to public
  using ((EXISTS ( SELECT
   FROM message
  WHERE message.organization_id = understanding.organization_id AND message.id = understanding.message_id)));
create policy organization_isolation on understanding as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on understanding as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table understanding_label enable row level security;
alter table understanding_label force row level security;
create policy label_isolation on understanding_label as restrictive for all to public
  using ((EXISTS ( SELECT
   FROM message
  WHERE message.organization_id = understanding_label.organization_id AND message.id = understanding_label.message_id)))
  with check ((EXISTS ( SELECT
   FROM message
  WHERE message.organization_id = understanding_label.organization_id AND message.id = understanding_label.message_id)));
create policy organization_isolation on understanding_label as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on understanding_label as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table verification_code enable row level security;
alter table verification_code force row level security;
create policy organization_isolation on verification_code as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on verification_code as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table visit_question enable row level security;
alter table visit_question force row level security;
create policy organization_isolation on visit_question as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on visit_question as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table visit_room enable row level security;
alter table visit_room force row level security;
create policy label_isolation on visit_room as restrictive for all to public
  using ((EXISTS ( SELECT
   FROM conversation
  WHERE conversation.organization_id = visit_room.organization_id AND conversation.id = visit_room.conversation_id)))
  with check ((EXISTS ( SELECT
   FROM conversation
  WHERE conversation.organization_id = visit_room.organization_id AND conversation.id = visit_room.conversation_id)));
create policy organization_isolation on visit_room as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy patient_isolation on visit_room as restrictive for all to public
  using (current_scope() = 'organization'::text OR current_scope() = 'patient'::text AND (patient_id = ANY (current_patients())))
  with check (current_scope() = 'organization'::text);
alter table visit_room_seat enable row level security;
alter table visit_room_seat force row level security;
create policy organization_isolation on visit_room_seat as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on visit_room_seat as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table visit_room_signal enable row level security;
alter table visit_room_signal force row level security;
create policy organization_isolation on visit_room_signal as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on visit_room_signal as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table visitor enable row level security;
alter table visitor force row level security;
create policy organization_isolation on visitor as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on visitor as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table voice_line enable row level security;
alter table voice_line force row level security;
create policy organization_isolation on voice_line as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on voice_line as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table voicemail enable row level security;
alter table voicemail force row level security;
create policy label_isolation on voicemail as restrictive for all to public
  using (
CASE
    WHEN message_id IS NULL THEN (EXISTS ( SELECT
       FROM call
      WHERE call.organization_id = voicemail.organization_id AND call.id = voicemail.call_id AND
            CASE
                WHEN call.conversation_id IS NULL THEN true
                ELSE (EXISTS ( SELECT
                   FROM conversation
                  WHERE conversation.organization_id = call.organization_id AND conversation.id = call.conversation_id))
            END))
    ELSE (EXISTS ( SELECT
       FROM message
      WHERE message.organization_id = voicemail.organization_id AND message.id = voicemail.message_id))
END)
  with check (
CASE
    WHEN message_id IS NULL THEN (EXISTS ( SELECT
       FROM call
      WHERE call.organization_id = voicemail.organization_id AND call.id = voicemail.call_id AND
            CASE
                WHEN call.conversation_id IS NULL THEN true
                ELSE (EXISTS ( SELECT
                   FROM conversation
                  WHERE conversation.organization_id = call.organization_id AND conversation.id = call.conversation_id))
            END))
    ELSE (EXISTS ( SELECT
       FROM message
      WHERE message.organization_id = voicemail.organization_id AND message.id = voicemail.message_id))
END);
create policy organization_isolation on voicemail as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on voicemail as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);
alter table work_span enable row level security;
alter table work_span force row level security;
create policy organization_isolation on work_span as permissive for all to public
  using (organization_id = current_organization())
  with check (organization_id = current_organization());
create policy organization_scope on work_span as restrictive for all to public
  using (current_scope() = 'organization'::text)
  with check (current_scope() = 'organization'::text);

-- Grants

grant usage on schema auth to bedside_app;
grant usage on schema public to bedside_app;
grant delete, insert, select, update on table alert_call to bedside_app;
grant insert, select, update on table appointment to bedside_app;
grant insert, select, update on table article to bedside_app;
grant insert, select on table article_comment to bedside_app;
grant delete, insert, select, update on table article_text to bedside_app;
grant delete, insert, select, update on table article_trial to bedside_app;
grant insert, select, update on table article_version to bedside_app;
grant insert, select, update on table assistant_answer to bedside_app;
grant insert, select, update on table assistant_effect to bedside_app;
grant insert, select, update on table assistant_session to bedside_app;
grant delete, insert, select, update on table assistant_slot to bedside_app;
grant insert, select, update on table assistant_task to bedside_app;
grant delete, insert, select, update on table attachment to bedside_app;
grant delete, insert, select, update on table auth.account to bedside_app;
grant delete, insert, select, update on table auth.guess to bedside_app;
grant delete, insert, select, update on table auth.mailbox_door to bedside_app;
grant delete, insert, select, update on table auth.membership to bedside_app;
grant insert, select on table auth.organization_door to bedside_app;
grant delete, insert, select, update on table auth.passkey to bedside_app;
grant delete, insert, select, update on table auth.passkey_challenge to bedside_app;
grant delete, insert, select, update on table auth.password_reset to bedside_app;
grant delete, insert, select, update on table auth.rate_count to bedside_app;
grant delete, insert, select, update on table auth.recovery_code to bedside_app;
grant delete, insert, select, update on table auth.setup_link to bedside_app;
grant delete, insert, select, update on table availability to bedside_app;
grant delete, insert, select, update on table bulk_change to bedside_app;
grant delete, insert, select, update on table bulk_change_item to bedside_app;
grant insert, select on table calendar to bedside_app;
grant delete, insert, select, update on table call to bedside_app;
grant delete, insert, select, update on table call_back to bedside_app;
grant delete, insert, select, update on table call_event to bedside_app;
grant delete, insert, select, update on table capacity_rule to bedside_app;
grant delete, insert, select, update on table carrier_look_back to bedside_app;
grant delete, insert, select, update on table channel_account to bedside_app;
grant delete, insert, select, update on table check_in_code to bedside_app;
grant delete, insert, select, update on table consent to bedside_app;
grant insert, select on table consent_text to bedside_app;
grant delete, insert, select, update on table contact_point to bedside_app;
grant delete, insert, select, update on table conversation to bedside_app;
grant delete, insert, select, update on table conversation_move to bedside_app;
grant insert, select on table conversation_privacy to bedside_app;
grant delete, insert, select, update on table conversation_seen to bedside_app;
grant insert, select on table decision_review to bedside_app;
grant delete, insert, select, update on table delivery to bedside_app;
grant insert, select on table delivery_step to bedside_app;
grant delete, insert, select, update on table draft to bedside_app;
grant delete, insert, select, update on table event_source to bedside_app;
grant delete, insert, select, update on table front_desk_count to bedside_app;
grant delete, insert, select, update on table front_desk_device to bedside_app;
grant delete, insert, select, update on table front_desk_turn to bedside_app;
grant insert, select, update on table hand_off to bedside_app;
grant insert, select, update on table hand_over to bedside_app;
grant insert, select, update on table held_safety_text to bedside_app;
grant delete, insert, select, update on table identity_check to bedside_app;
grant delete, insert, select, update on table identity_tries to bedside_app;
grant delete, insert, select, update on table imap_folder to bedside_app;
grant delete, insert, select, update on table inbox_entry to bedside_app;
grant insert, select on table journal to bedside_app;
grant select on table journal to bedside_linker;
grant insert, select on table journal_patient to bedside_app;
grant select on table journal_patient to bedside_linker;
grant insert, select, update on table llm_day to bedside_app;
grant insert, select, update on table llm_draft to bedside_app;
grant delete, insert, select, update on table macro to bedside_app;
grant insert, select on table macro_version to bedside_app;
grant delete, insert, select, update on table mail_arrival to bedside_app;
grant delete, insert, select, update on table mail_body to bedside_app;
grant delete, insert, select, update on table mail_hand_over to bedside_app;
grant delete, insert, select, update on table mail_picture to bedside_app;
grant delete, insert, select, update on table mail_webhook to bedside_app;
grant delete, insert, select, update on table mailbox_count to bedside_app;
grant delete, insert, select, update on table mention to bedside_app;
grant delete, insert, select, update on table message to bedside_app;
grant insert, select, update on table message_translation to bedside_app;
grant delete, insert, select, update on table moved_message to bedside_app;
grant delete, insert, select, update on table notice to bedside_app;
grant delete, insert, select, update on table number_stop to bedside_app;
grant delete, insert, select, update on table organization to bedside_app;
grant select on table organization to bedside_report;
grant delete, insert, select, update on table party to bedside_app;
grant delete, insert, select, update on table patient to bedside_app;
grant delete, insert, select, update on table patient_draft to bedside_app;
grant delete, insert, select, update on table portal_account to bedside_app;
grant insert, select on table protocol_signature to bedside_app;
grant delete, insert, select, update on table proxy_link to bedside_app;
grant delete, insert, select, update on table question_cluster to bedside_app;
grant delete, insert, select, update on table queue to bedside_app;
grant delete, insert, select, update on table queue_member to bedside_app;
grant insert, select on table raw_message to bedside_app;
grant delete, insert, select, update on table related_person to bedside_app;
grant insert, select, update on table reminder_step to bedside_app;
grant insert, select on table reopening_rule to bedside_app;
grant delete, insert, select, update on table report_course to bedside_app;
grant delete, insert, select, update on table report_mark to bedside_app;
grant delete, insert, select, update on table report_state to bedside_app;
grant delete, insert, select, update on table report_sum to bedside_app;
grant delete, insert, select, update on table reported_event to bedside_app;
grant delete, insert, select, update on table routing_offer to bedside_app;
grant delete, insert, select, update on table routing_policy to bedside_app;
grant delete, insert, select, update on table routing_snapshot to bedside_app;
grant delete, insert, select, update on table rule to bedside_app;
grant delete, insert, select, update on table rule_cause to bedside_app;
grant delete, insert, select, update on table rule_mode to bedside_app;
grant delete, insert, select, update on table rule_run to bedside_app;
grant delete, insert, select, update on table rule_simulation to bedside_app;
grant delete, insert, select, update on table rule_simulation_hit to bedside_app;
grant delete, insert, select, update on table rule_version to bedside_app;
grant delete, insert, select, update on table rule_webhook to bedside_app;
grant delete, insert, select, update on table rule_webhook_call to bedside_app;
grant delete, insert, select, update on table safety_alert to bedside_app;
grant insert, select, update on table safety_dialogue to bedside_app;
grant insert, select, update on table safety_question to bedside_app;
grant insert, select, update on table safety_turn to bedside_app;
grant delete, insert, select, update on table saved_view to bedside_app;
grant delete, insert, select, update on table saved_view_order to bedside_app;
grant insert, select on table sending_rules to bedside_app;
grant insert, select on table service_policy to bedside_app;
grant delete, insert, select, update on table session to bedside_app;
grant delete, insert, select, update on table set_aside to bedside_app;
grant delete, insert, select, update on table shift to bedside_app;
grant insert, select, update on table shift_pattern to bedside_app;
grant delete, insert, select, update on table sign_in_code to bedside_app;
grant delete, insert, select, update on table site to bedside_app;
grant select on table site to bedside_report;
grant delete, insert, select, update on table sms_carrier to bedside_app;
grant delete, insert, select, update on table source_silence to bedside_app;
grant delete, insert, select, update on table staff_call to bedside_app;
grant delete, insert, select, update on table staff_invitation to bedside_app;
grant delete, insert, select, update on table staff_member to bedside_app;
grant delete, insert, select, update on table unanswered_question to bedside_app;
grant insert, select on table understanding to bedside_app;
grant insert, select on table understanding_label to bedside_app;
grant delete, insert, select, update on table verification_code to bedside_app;
grant insert, select, update on table visit_question to bedside_app;
grant delete, insert, select, update on table visit_room to bedside_app;
grant delete, insert, select, update on table visit_room_seat to bedside_app;
grant delete, insert, select, update on table visit_room_signal to bedside_app;
grant delete, insert, select, update on table visitor to bedside_app;
grant delete, insert, select, update on table voice_line to bedside_app;
grant delete, insert, select, update on table voicemail to bedside_app;
grant delete, insert, select, update on table work_span to bedside_app;
