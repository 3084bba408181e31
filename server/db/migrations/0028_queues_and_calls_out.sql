-- migrate:up

alter table queue
  add column retired_at timestamptz,
  add column successor_id uuid,
  add constraint queue_successor foreign key (organization_id, successor_id) references queue (organization_id, id),
  add constraint retired_queue_names_who_goes_on check ((retired_at is null) = (successor_id is null) and successor_id <> id);
comment on column queue.successor_id is 'Where the work of a queue that was taken out of use goes on (decision 0120). Its name stays for what is over.';

-- migrate:down
alter table queue drop column successor_id, drop column retired_at;
