-- migrate:up

alter table consent
  add column channel_account_id uuid,
  add column message_id uuid,
  add column ended_message_id uuid,
  add column recorded_by uuid,
  add column related_person_id uuid,
  add constraint consent_channel_account foreign key (organization_id, channel_account_id) references channel_account (organization_id, id),
  add constraint consent_message foreign key (organization_id, message_id) references message (organization_id, id),
  add constraint consent_ended_message foreign key (organization_id, ended_message_id) references message (organization_id, id),
  add constraint consent_recorded_by foreign key (organization_id, recorded_by) references staff_member (organization_id, id),
  add constraint consent_related_person foreign key (organization_id, related_person_id) references related_person (organization_id, id),
  add constraint consent_for_a_line_is_for_a_purpose check (channel_account_id is null or kind = 'channel_purpose'),
  add constraint consent_ends_by_a_message_only_once_ended check (ended_message_id is null or ended_at is not null);

drop index consent_is_one_per_purpose_and_channel;
create unique index consent_is_one_per_purpose_channel_and_line on consent (organization_id, patient_id, kind, purpose, channel, channel_account_id)
  nulls not distinct where state = 'active';

comment on table consent is 'FHIR Consent: what the person agreed to, per purpose, channel and, if it was narrowed, sender line, with the text version and language shown and what proves it (desk-D38).';
comment on column consent.channel_account_id is 'The number or mailbox of ours for which it was said; null: for all of them. What was said for one goes before what holds for all.';
comment on column consent.message_id is 'The message of the patient by which it was given; null: in the portal, or told to staff.';
comment on column consent.ended_message_id is 'The STOP that ended it; START from the same number gives it again (decision 0234).';
comment on column consent.recorded_by is 'Who wrote down what was said.';
comment on column consent.related_person_id is 'Who gave it or told it, speaking for the patient; null: the patient.';

-- migrate:down

drop index consent_is_one_per_purpose_channel_and_line;
delete from consent where channel_account_id is not null;
create unique index consent_is_one_per_purpose_and_channel on consent (organization_id, patient_id, kind, purpose, channel) where state = 'active';
alter table consent
  drop column channel_account_id,
  drop column message_id,
  drop column ended_message_id,
  drop column recorded_by,
  drop column related_person_id;
comment on table consent is 'FHIR Consent: what the person agreed to, per purpose and channel, with the text version and language shown.';
