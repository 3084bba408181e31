/** The rows of a migration: what a clinic had as canned replies it has as macros, although row security holds the tables' owner too. */
import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { expect, test } from 'vitest'
import { migratorOf } from '#server/platform/migrate.ts'
import { testDatabase } from '#server/platform/test-database.ts'

const MIGRATIONS = new URL('../../server/db/migrations/', import.meta.url)
const { connections, look } = await testDatabase()

test('desk-D19 a canned reply becomes a macro with its texts, and comes back when the migration is taken back', async () => {
  const names = (await readdir(MIGRATIONS)).map((file) => file.replace('.sql', '')).toSorted()
  const before = names[names.indexOf('0021_macros') - 1] ?? ''
  const pool = new pg.Pool({ ...connections.owner, max: 1 })
  const migrator = migratorOf(new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }))
  const to = async (name: string) => expect((await migrator.migrateTo(name)).error).toBeUndefined()

  await to(before)
  const [organizationId, id] = [randomUUID(), randomUUID()]
  await look(`insert into organization (organization_id, name, slug) values ($1, 'Clinic', 'a-clinic')`, [
    organizationId,
  ])
  await look(
    `insert into canned_reply (organization_id, id, key, title, topic, is_clinical, valid_until) values ($1, $2, 'cold', 'A cold', 'symptom', true, '2026-05-01')`,
    [organizationId, id],
  )
  const text = 'Hello {{ patient_first_name }}, call {{site_phone}}.'
  await look(
    `insert into canned_reply_variant (organization_id, canned_reply_id, language, text, is_reviewed) values ($1, $2, 'en', $3, true)`,
    [organizationId, id, text],
  )

  await to('0021_macros')
  const content = {
    title: 'A cold',
    topic: 'symptom',
    isClinical: true,
    ownerId: null,
    medicalOwnerId: null,
    validUntil: '2026-05-01',
    steps: [{ do: 'text' }],
    variants: [
      { language: 'en', readingLevel: 'plain', text: 'Hello {patient.given}, call {site.phone}.', isReviewed: true },
    ],
  }
  expect(await look(`select version, variants from macro where id = $1`, [id])).toEqual([
    { version: 1, variants: content.variants },
  ])
  expect(await look(`select version, content from macro_version where macro_id = $1`, [id])).toEqual([
    { version: 1, content },
  ])

  await to(before)
  expect(await look(`select text from canned_reply_variant where canned_reply_id = $1`, [id])).toEqual([
    { text: 'Hello {{patient_first_name}}, call {{site_phone}}.' },
  ])
  await pool.end()
})
