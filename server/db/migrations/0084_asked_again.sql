-- migrate:up

alter table safety_alert add column asked_again_at timestamptz;
comment on column safety_alert.asked_again_at is 'When everybody was asked once more, since a new danger came after the ladder had ended and nobody had accepted (desk-D3).';

-- migrate:down
alter table safety_alert drop column asked_again_at;
