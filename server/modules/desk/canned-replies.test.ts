import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '#server/platform/id.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { chooseVariant, fillCannedReply, fillText, listCannedReplies, type Variant } from './canned-replies.ts'
import { systemContext } from '#server/platform/context.ts'

const { database } = await testDatabase()

const aVariant = (language: string, readingLevel: string): Variant => ({
  language,
  readingLevel,
  text: `${language} ${readingLevel}`,
})

test('desk-D19 the language of the patient comes before the reading level; what is missing falls back to reviewed English', () => {
  const all = [aVariant('en', 'plain'), aVariant('en', 'standard'), aVariant('es', 'standard')]
  expect(chooseVariant(all, 'es', 'plain')?.text).toBe('es standard')
  expect(chooseVariant(all, 'en', 'standard')?.text).toBe('en standard')
  expect(chooseVariant(all, 'vi', 'plain')?.text).toBe('en plain')
  expect(chooseVariant([aVariant('es', 'plain')], 'vi', 'plain')).toBeUndefined()
})

test('desk-D19 whatever the variables are: each is filled or named, and stays visible until it is', () => {
  const name = fc.stringMatching(/^[a-z_]{1,12}$/)
  fc.assert(
    fc.property(
      fc.array(name, { maxLength: 5 }),
      fc.dictionary(name, fc.option(fc.constant('VALUE'))),
      (names, values) => {
        const { text, missing } = fillText(names.map((one) => `{{ ${one} }}`).join(' and '), values)
        const open = names.filter((one) => !Object.hasOwn(values, one) || !values[one])
        expect(missing.toSorted()).toEqual([...new Set(open)].toSorted())
        expect((text.match(/\{\{/g) ?? []).length).toBe(open.length)
      },
    ),
  )
})

async function aClinicWithReplies() {
  const [organizationId, patientId] = [newId(), newId()]
  const context = systemContext(organizationId, newId(), 'test')
  const conversation = { known: newId(), unsure: newId() }
  const reply = { good: newId(), expired: newId() }
  await database.transaction(context, async (tx) => {
    await tx.run(`insert into organization (organization_id, name, slug) values ($1, 'Clinic', $2)`, [
      organizationId,
      `c-${newId()}`,
    ])
    await tx.run(
      `insert into patient (organization_id, id, record_number, given, family, birth_date, language) values ($1, $2, 'r1', 'Ana', 'Vega', '1970-01-01', 'es')`,
      [organizationId, patientId],
    )
    for (const id of [conversation.known, conversation.unsure])
      await tx.run(
        `insert into conversation (organization_id, id, number, channel, patient_id, language, last_message_at, first_message_at)
         values ($1, $2, $3, 'email', $4, 'es', now(), now())`,
        [organizationId, id, id.replaceAll('-', '').slice(-10).toUpperCase(), patientId],
      )
    await tx.run(
      `insert into identity_check (organization_id, id, conversation_id, level, method, at) values ($1, $2, $3, 'verified', 'session', now())`,
      [organizationId, newId(), conversation.known],
    )
    for (const [id, key, validUntil] of [
      [reply.good, 'good', null],
      [reply.expired, 'expired', '2020-01-01'],
    ])
      await tx.run(
        `insert into canned_reply (organization_id, id, key, title, is_clinical, valid_until) values ($1, $2, $3, $3, true, $4::date)`,
        [organizationId, id, key, validUntil],
      )
    for (const id of [reply.good, reply.expired])
      await tx.run(
        `insert into canned_reply_variant (organization_id, canned_reply_id, language, text, is_reviewed) values
           ($1, $2, 'es', 'Hola {{patient_first_name}}, soy {{staff_name}}', true), ($1, $2, 'en', 'Hello', true), ($1, $2, 'vi', 'unreviewed', false)`,
        [organizationId, id],
      )
  })
  const fill = (cannedReplyId: string, conversationId: string) =>
    database.transaction(context, (tx) =>
      fillCannedReply(tx, { cannedReplyId, conversationId, staffName: 'Ada S.', now: new Date() }),
    )
  return { context, conversation, reply, fill }
}

test('desk-D19 a name is filled in only for somebody who is verified; below that it is named as missing', async () => {
  const { conversation, reply, fill } = await aClinicWithReplies()
  expect(await fill(reply.good, conversation.known)).toMatchObject({
    value: { text: 'Hola Ana, soy Ada S.', missing: [], language: 'es', isFallbackLanguage: false },
  })
  expect(await fill(reply.good, conversation.unsure)).toMatchObject({
    value: { text: 'Hola {{patient_first_name}}, soy Ada S.', missing: ['patient_first_name'] },
  })
})

test('desk-D19 a clinical text past its review date cannot be inserted, and the list says so', async () => {
  const { context, conversation, reply, fill } = await aClinicWithReplies()
  expect(await fill(reply.expired, conversation.known)).toMatchObject({ ok: false, refusal: 'TEXT_EXPIRED' })
  const list = await database.transaction(context, (tx) => listCannedReplies(tx, undefined))
  expect(list.map(({ key, isExpired, languages }) => ({ key, isExpired, languages }))).toEqual([
    { key: 'expired', isExpired: true, languages: ['en', 'es'] },
    { key: 'good', isExpired: false, languages: ['en', 'es'] },
  ])
})
