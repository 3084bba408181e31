import { expect, test } from 'vitest'
import { addDoor } from '#server/modules/organization/index.ts'
import { newId } from '#server/platform/id.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { aClinic, asSystem } from './a-clinic.ts'
import { aDesk } from './a-desk.ts'
import { insertUpload } from './attachments.ts'
import { draftsOf } from './drafts.ts'
import { DRAFT_KEPT_DAYS, forgetOldDrafts } from './forget-old-drafts.ts'
import { forgetUnusedFiles, UNUSED_KEPT_HOURS } from './forget-unused-files.ts'
import type { FileStore } from '#server/platform/file-store.ts'
import { ownDraft, saveOwnDraft } from './own-drafts.ts'

const { database, look } = await testDatabase()

test('a draft of staff or patient that was not touched for 30 days is forgotten, its file is free; a younger one stays', async () => {
  const clinic = await aClinic(database)
  await database.transaction(asSystem(clinic), (tx) =>
    addDoor(tx, { organizationId: clinic.organizationId, slug: `drafts-${newId()}`.slice(0, 40) }),
  )
  const desk = aDesk(database, clinic)
  const saved = desk.clock.at
  const daysLater = (days: number) => new Date(saved.getTime() + days * 86_400_000)
  const { conversationId } = await desk.receive('When are you open?')
  const [ada, ben] = [desk.as(clinic.agentId), desk.as(clinic.otherAgentId)]
  const file = await database.transaction(desk.routeOf(clinic.agentId, 'agent', []).context, (tx) =>
    insertUpload(
      tx,
      {
        name: 'leaflet.pdf',
        type: 'application/pdf',
        size: 4,
        sha256: Buffer.alloc(32),
        verdict: 'clean',
        reason: null,
        storageKey: 'k',
      },
      saved,
    ),
  )
  const draft = { conversationId, mode: 'reply' as const, text: 'We are', deviceVersion: 1 }
  await ada.conversation.saveDraft({ ...draft, attachmentIds: [file.id] })
  const own = (now: Date, text: string, authorId: string) =>
    database.transaction(asSystem(clinic), (tx) =>
      saveOwnDraft(tx, authorId, { conversationId: null, patientId: authorId }, { subject: '', text }, now),
    )
  await own(saved, 'Old words', clinic.patientId)
  desk.clock.at = daysLater(10)
  await ben.conversation.saveDraft(draft)
  await own(daysLater(10), 'Newer words', clinic.otherPatientId)

  const left = () =>
    database.transaction(asSystem(clinic), async (tx) => ({
      ada: (await draftsOf(tx, clinic.agentId, conversationId, saved)).length,
      ben: (await draftsOf(tx, clinic.otherAgentId, conversationId, saved)).length,
      old: (await ownDraft(tx, clinic.patientId, { conversationId: null, patientId: clinic.patientId }))?.text,
      newer: (await ownDraft(tx, clinic.otherPatientId, { conversationId: null, patientId: clinic.otherPatientId }))
        ?.text,
    }))
  await forgetOldDrafts(database, daysLater(DRAFT_KEPT_DAYS - 0.1))
  expect(await left()).toEqual({ ada: 1, ben: 1, old: 'Old words', newer: 'Newer words' })
  // A file in a draft is in use, and so is one in a message; what was sent up and nobody took is gone after a day, with its bytes.
  const upload = (storageKey: string, at: Date) =>
    database.transaction(
      desk.routeOf(clinic.agentId, 'agent', []).context,
      (tx) =>
      insertUpload(tx, { name: 'a.txt', type: 'text/plain', size: 1, sha256: Buffer.alloc(32), verdict: 'clean', reason: null, storageKey }, at), // prettier-ignore
    )
  const [, sent] = [await upload('unused', saved), await upload('sent', saved), await upload('young', daysLater(1))]
  const there = await desk.receive('May I bring my dog?')
  await ada.conversation.send({ conversationId: there.conversationId, messageId: newId(), text: 'Here it is', mode: 'reply', seenSeq: there.seq, attachmentIds: [sent.id] }) // prettier-ignore
  const removed: string[] = []
  const files = { remove: async (key: string) => void removed.push(key) } as unknown as FileStore
  const forget = (hours: number) => forgetUnusedFiles({ db: database, files }, daysLater(hours / 24))
  await forget(UNUSED_KEPT_HOURS)
  expect(removed).toEqual([])
  await Promise.all([forget(UNUSED_KEPT_HOURS + 1), forget(UNUSED_KEPT_HOURS + 1)])
  expect(removed).toEqual(['unused'])
  expect(await look('select storage_key as key from attachment where organization_id = $1 order by 1', [clinic.organizationId])).toEqual([{ key: 'k' }, { key: 'sent' }, { key: 'young' }]) // prettier-ignore

  await forgetOldDrafts(database, daysLater(DRAFT_KEPT_DAYS + 0.1))
  expect(await left()).toEqual({ ada: 0, ben: 1, old: undefined, newer: 'Newer words' })
  expect(await look('select draft_id from attachment where id = $1', [file.id])).toEqual([{ draft_id: null }])
})
