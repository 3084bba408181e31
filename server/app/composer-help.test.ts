/** What helps and stops whoever writes to a patient, over HTTP (understanding-D44, D49). */
import { expect, test } from 'vitest'
import { readOwn } from '#server/modules/conversation/index.ts'
import { newId } from '#server/platform/id.ts'
import { jsonLog } from '#server/platform/log.ts'
import { aMember, anOrganization, aPatient, aProduct, signedIn } from './a-product.ts'
import { anInbox, mailFrom, portalOf } from './an-inbox.ts'

const logged: string[] = []
const product = await aProduct({ log: jsonLog((line) => void logged.push(line)) })
const clinic = await anOrganization(product)
const inbox = anInbox(product, clinic)
const desk = inbox.awake(await signedIn(product, await aMember(product, clinic, 'agent')))
const pat = await aPatient(product, clinic)

/** A patient of another name; `at` another organization where it says so. */
async function namedPatient(given: string, family: string, at = clinic) {
  const { patientId } = await aPatient(product, at)
  await anInbox(product, at).asSystem((tx) =>
    tx.run(`update patient set given = $3, family = $4 where organization_id = $1 and id = $2`, [
      at.organizationId,
      patientId,
      given,
      family,
    ]),
  )
  return patientId
}

const rowsOf = async (table: string) =>
  (await product.look<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n

test('understanding-D44 a draft is read for plainer words, in the language it is written in, and kept nowhere', async () => {
  const before = await Promise.all(['draft', 'journal', 'message'].map(rowsOf))
  const draft = 'Prior to your visit, please call us. You missed your visit. Take 5 mg of lisinopril.'
  const { status, json } = await desk('understanding.plainWords', { text: draft, language: 'es' })
  expect(status).toBe(200)
  const offered = (json.offers as { span: [number, number]; to: string }[]).map(({ span, to }) => [draft.slice(...span), to]) // prettier-ignore
  expect(json.language).toBe('en')
  expect(offered).toEqual([
    ['Prior to', 'Before'],
    ['You missed your', 'We missed you at your'],
  ])
  const spanish = 'Debe administrar la crema en la noche y llamar a la clínica si la piel se pone roja.'
  expect((await desk('understanding.plainWords', { text: spanish, language: 'en' })).json).toMatchObject({
    language: 'es',
    offers: [{ why: 'jargon', to: 'dar' }],
  })
  expect((await desk('understanding.plainWords', { text: 'x'.repeat(20_001), language: 'en' })).status).toBe(422)
  expect((await product.call('understanding.plainWords', { text: 'Hello', language: 'en' })).status).toBe(401)
  expect(await Promise.all(['draft', 'journal', 'message'].map(rowsOf))).toEqual(before)
})

test('understanding-D49 over HTTP: a patient of ours stops the answer, one of another organization does not; the reason is journalled, and no words are logged', async () => {
  const named = await namedPatient('Olga', 'Ostrova')
  await namedPatient('Zora', 'Zimmer', await anOrganization(product))
  const conversationId = await inbox.receive(portalOf(pat.patientId), 'When are you open?')
  const send = async (text: string, over: object = {}) => {
    const messageId = newId()
    const { lastSeq } = (await desk('conversation.get', { conversationId })).json
    const input = { conversationId, messageId, mode: 'reply', text, seenSeq: lastSeq, channel: 'email', ...over }
    return { messageId, answer: await desk('conversation.send', input) }
  }
  await product.look(`insert into portal_account (organization_id, account_id, patient_id) values ($1, 'acc', $2)`, [
    clinic.organizationId,
    pat.patientId,
  ])
  await product.look(`update contact_point set allows_plain = true where patient_id = $1`, [pat.patientId])
  const text = 'Dear Pat Rivera, Olga Ostrova was here too. Your MRN: 00482917.'
  const { answer } = await send(text)
  expect(answer).toMatchObject({ status: 409, code: 'DISCLOSURE_STOPPED' })
  const { found, openness } = answer.json.data.detail as { found: { why: string; span: [number, number] }[]; openness: string } // prettier-ignore
  expect(openness).toBe('unencrypted')
  expect(found.map(({ why, span }) => [why, text.slice(...span)])).toEqual([
    ['other-patient', 'Olga Ostrova'],
    ['identifier', '00482917'],
  ])
  expect(answer.text).not.toMatch(/olga|ostrova|00482917/i)
  expect((await send('Dear Pat Rivera, Zora Zimmer was here.', { channel: 'portal-chat' })).answer.status).toBe(200)

  expect((await send(text, { disclosure: 'because' })).answer.status).toBe(422)
  const sent = await send(text, { disclosure: 'needed-for-care' })
  expect(sent.answer.status).toBe(200)
  const kept = await product.look<{ detail: object; patients: string[] }>(
    `select detail, array(select p.patient_id::text from journal_patient p where p.journal_id = j.id) as patients
       from journal j where event = 'message.sent-with-reason' and resource_id = $1`,
    [sent.messageId],
  )
  expect(kept.map(({ detail }) => detail)).toEqual([
    { reason: 'needed-for-care', openness: 'unencrypted', found: ['other-patient:name', 'identifier:mrn'] },
  ])
  expect(kept[0]?.patients).toContain(named)
  expect(logged.join('\n')).not.toMatch(/olga|ostrova|rivera|00482917|prior to/i)
})

test('understanding-D49 a stranger who names a patient of ours is not told that there is one', async () => {
  await namedPatient('Hanne', 'Holm')
  const conversationId = await inbox.receive(mailFrom('somebody@example.org'), 'This is Hanne Holm. Did she come?')
  const reply = { conversationId, messageId: newId(), mode: 'reply', text: 'Yes, Hanne Holm came.', seenSeq: 9 }
  const { code, json } = await desk('conversation.send', reply)
  expect(code).toBe('DISCLOSURE_STOPPED')
  expect(json.data.detail).toMatchObject({ openness: 'unverified', found: [{ why: 'other-patient' }] })
})

test('understanding-D43 what we wrote comes to the patient with its terms explained; what the patient wrote does not', async () => {
  const conversationId = await inbox.receive(portalOf(pat.patientId), 'What is edema?')
  const messageId = newId()
  const reply = { conversationId, messageId, mode: 'reply', text: 'You have edema in one leg.', seenSeq: 9 }
  expect((await desk('conversation.send', { ...reply, channel: 'portal-chat' })).status).toBe(200)
  const reader = { id: pat.patientId, ownIds: [pat.patientId] }
  await product.look(`update message set held_until = null where id = $1`, [messageId])
  const own = await inbox.asSystem((tx) => readOwn(tx, reader, { conversationId, readByStaff: 0 }))
  const told = (own?.messages ?? []).map(({ text, terms }) => terms.map(({ span, lay }) => [text.slice(...span), lay]))
  expect(told).toContainEqual([['edema', 'swelling']])
  expect(told[0]).toEqual([])
})
