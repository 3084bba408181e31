/** What the catalogue promises of isolation, and that the promise would be seen broken: a bad example of each kind is named. */
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '#server/platform/test-database.ts'
import { catalogueFaults } from './catalogue-faults.ts'

const { connections } = await testDatabase()
const admin = new pg.Client(connections.admin)
await admin.connect()
afterAll(() => admin.end())

test('trust-D6 D8 D9 the catalogue has no table, key, view, function, grant or role that breaks isolation', async () => {
  expect(await catalogueFaults(admin)).toEqual([])
})

/** Each made in a transaction that is rolled back, with what the test must say of it. */
const PLANTED: Record<string, { sql: string; faults: string[] }> = {
  'a table without row security': {
    sql: `create table planted (organization_id uuid primary key)`,
    faults: ['planted is not held by forced row security', 'planted has no policy for every command'],
  },
  'row security that its owner passes': {
    sql: `alter table patient no force row level security`,
    faults: ['patient is not held by forced row security'],
  },
  'a policy that opens all': {
    sql: `create policy planted on patient using (true) with check (true)`,
    faults: ['policy planted on patient opens rows without asking for the organization'],
  },
  'a policy that checks no writing': {
    sql: `drop policy organization_isolation on site;
          create policy organization_isolation on site for update using (organization_id = current_organization())`,
    faults: [
      'policy organization_isolation on site opens rows without asking for the organization',
      'policy organization_isolation on site does not check what is written',
      'site has no policy for every command',
    ],
  },
  'a policy for one role': {
    sql: `drop policy organization_isolation on site;
          create policy organization_isolation on site to bedside_report
            using (organization_id = current_organization()) with check (organization_id = current_organization())`,
    faults: ['policy organization_isolation on site holds only some roles'],
  },
  'labels that no policy asks for': {
    sql: `alter table attachment add column labels text[] not null default '{}'; drop policy label_isolation on message`,
    faults: [
      "attachment has labels, and no restrictive policy compares them with the reader's",
      "message has labels, and no restrictive policy compares them with the reader's",
      'message is bound to conversations, and is read without their labels',
    ],
  },
  'words that labels do not hold': {
    sql: `drop policy label_isolation on understanding; drop policy label_isolation on raw_message; drop policy label_isolation on attachment;
          create policy label_isolation on attachment as restrictive using (true) with check (true)`,
    faults: [
      'understanding is bound to conversations, and is read without their labels',
      'raw_message is bound to conversations, and is read without their labels',
      'attachment is bound to conversations, and is read without their labels',
    ],
  },
  'words that are changed without their labels': {
    sql: `drop policy label_isolation on draft;
          create policy label_isolation on draft as restrictive for select using (exists (select from conversation c where c.id = conversation_id))`,
    faults: ['draft is bound to conversations, and is read without their labels'],
  },
  'a new table of words': {
    sql: `create table planted (organization_id uuid, message_id uuid, summary text, primary key (organization_id, message_id));
          create table planted_part (organization_id uuid, n int, summary text, primary key (organization_id, n), message_id uuid,
            foreign key (organization_id, message_id) references planted (organization_id, message_id));
          do $$ declare t text; begin foreach t in array array['planted', 'planted_part'] loop
            execute format('alter table %I enable row level security; alter table %I force row level security', t, t);
            execute format('create policy organization_isolation on %I using (organization_id = current_organization()) with check (organization_id = current_organization())', t);
          end loop; end $$;
          alter table planted_part rename message_id to of_id`,
    faults: [
      'planted is bound to conversations, and is read without their labels',
      'planted_part is bound to conversations, and is read without their labels',
    ],
  },
  'a view of the owner': {
    sql: `create view planted as select * from patient`,
    faults: ['view planted reads with the rights of its owner'],
  },
  'a function of the owner': {
    sql: `create function planted() returns bigint language sql security definer as 'select count(*) from patient'`,
    faults: ['function planted() runs with the rights of its owner'],
  },
  'a materialized view': {
    sql: `create materialized view planted as select * from patient`,
    faults: ['materialized view planted keeps rows that row security does not hold'],
  },
  'a partition that is asked directly': {
    sql: `create table planted partition of journal for values from ('1999-01-01') to ('1999-02-01');
          grant select on planted to bedside_app`,
    faults: [
      'planted is not held by forced row security',
      'planted has no policy for every command',
      'partition planted may be asked directly',
      'partition planted lacks the policy organization_isolation of its parent',
      'partition planted lacks the policy patient_isolation of its parent',
    ],
  },
  'a unique key that tells of other organizations': {
    sql: `create unique index planted on patient (record_number)`,
    faults: ['key planted of patient is not led by the organization'],
  },
  'a primary key of the id alone': {
    sql: `alter table mention drop constraint mention_pkey; alter table mention add constraint mention_pkey primary key (message_id, organization_id, staff_id)`,
    faults: ['key mention_pkey of mention is not led by the organization'],
  },
  'a foreign key that forgets the organization': {
    sql: `create unique index patient_id_alone on patient (id);
          alter table mention add column patient_id uuid constraint planted references patient (id)`,
    faults: [
      'key patient_id_alone of patient is not led by the organization',
      'foreign key planted of mention is not led by the organization',
    ],
  },
  'a grant to empty tables': {
    sql: `grant truncate, trigger, references on patient to bedside_app; grant select on site to public`,
    faults: [
      'bedside_app may references patient',
      'bedside_app may trigger patient',
      'bedside_app may truncate patient',
      'everybody may select site',
    ],
  },
  'a grant of one column': {
    sql: `grant update (name) on site to bedside_report`,
    faults: ['bedside_report may update site.name'],
  },
  'a table of the app role': {
    sql: `alter table mention owner to bedside_app`,
    faults: ['mention belongs to bedside_app'],
  },
  'a role that passes row security': {
    sql: `alter role bedside_report bypassrls`,
    faults: ['bedside_report passes row security or can become another role'],
  },
  'an exception for nothing': {
    sql: `drop table auth.setup_link`,
    faults: ['the list of exceptions names auth.setup_link, which is not there'],
  },
}

const NEEDS_ADMINISTRATOR = /alter role|owner to/

for (const [what, { sql, faults }] of Object.entries(PLANTED)) {
  test(`trust-D6 D8 D9 ${what} is named`, async () => {
    await admin.query('begin')
    try {
      if (!NEEDS_ADMINISTRATOR.test(sql)) await admin.query('set local role bedside_owner')
      await admin.query(sql)
      await admin.query('reset role')
      expect((await catalogueFaults(admin)).toSorted()).toEqual(faults.toSorted())
    } finally {
      await admin.query('rollback')
    }
  })
}
