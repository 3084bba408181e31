-- migrate:up

alter table delivery add column night_reason text check (night_reason in ('asked-for', 'cannot-wait'));
comment on column delivery.night_reason is 'Why a person lets it leave although it is night for the receiver (desk-D41); null: it waits.';

-- migrate:down

alter table delivery drop column night_reason;
