import { expect, test } from 'vitest'
import { memoryStore } from '../../api/memory-store.ts'
import { giveBack, keepDraft, onComingBack, readDraft, saveDrafts, type Draft } from './drafts.ts'

const draft = { personId: 'me', conversationId: 'c', subject: '', text: 'half a', attachments: [] }

test('desk-D72 a draft comes back to its writer, in its place, and to nobody else', async () => {
  const store = memoryStore(() => 0)
  await keepDraft(store, draft)
  expect((await readDraft(store, 'me', { conversationId: 'c' }))?.text).toBe('half a')
  expect(await readDraft(store, 'me', {})).toBeNull()
  expect(await readDraft(store, 'somebody else', { conversationId: 'c' })).toBeNull()
})

test('an empty draft is no draft', async () => {
  const store = memoryStore(() => 0)
  await keepDraft(store, draft)
  await keepDraft(store, { ...draft, text: ' ' })
  expect(await readDraft(store, 'me', { conversationId: 'c' })).toBeNull()
})

test('desk-D72 a refused message becomes a draft with its reason, before what was begun meanwhile', async () => {
  const store = memoryStore(() => 0)
  await keepDraft(store, { ...draft, text: 'and one more thing' })
  await giveBack(
    store,
    { personId: 'me', conversationId: 'c', text: 'My knee hurts.', attachments: [], files: [] },
    { code: 'FILE_REFUSED' },
  )
  expect(await readDraft(store, 'me', { conversationId: 'c' })).toMatchObject({
    text: 'My knee hurts.\n\nand one more thing',
    refused: 'FILE_REFUSED',
  })
})

test('desk-D72 of messages that come back at once all words and all files stay', async () => {
  const store = memoryStore(() => 0)
  const photo = { name: 'knee.jpg', type: 'image/jpeg', base64: '' }
  const back = { personId: 'me', conversationId: 'c', attachments: [] }
  await Promise.all([
    giveBack(store, { ...back, text: 'See my knee.', files: [photo] }, { code: 'NOT_FOUND' }),
    giveBack(store, { ...back, text: 'It hurts.', files: [] }, { code: 'NOT_FOUND' }),
  ])
  expect(await readDraft(store, 'me', { conversationId: 'c' })).toMatchObject({
    text: 'It hurts.\n\nSee my knee.',
    files: [photo],
  })
})

test('a refused message that still stands in the composer is not doubled', async () => {
  const store = memoryStore(() => 0)
  await keepDraft(store, { ...draft, text: 'My knee hurts. ' })
  await giveBack(
    store,
    { personId: 'me', conversationId: 'c', text: 'My knee hurts.', attachments: [], files: [] },
    { code: 'TOO_LARGE' },
  )
  expect((await readDraft(store, 'me', { conversationId: 'c' }))?.text).toBe('My knee hurts.')
})

test('desk-D72 a refused message comes back to the composer that is open for it, and only to that', async () => {
  const store = memoryStore(() => 0)
  const back: Draft[] = []
  const close = onComingBack({ conversationId: 'c' }, (one) => back.push(one))
  const message = { personId: 'me', text: 'My knee hurts.', attachments: [], files: [] }
  await giveBack(store, { ...message, conversationId: 'c' }, { code: 'TOO_LARGE' })
  await giveBack(store, { ...message, conversationId: 'other' }, { code: 'TOO_LARGE' })
  expect(back).toMatchObject([{ text: 'My knee hurts.', refused: 'TOO_LARGE' }])
  expect(await readDraft(store, 'me', { conversationId: 'c' })).toBeNull()
  expect((await readDraft(store, 'me', { conversationId: 'other' }))?.refused).toBe('TOO_LARGE')

  close()
  await giveBack(store, { ...message, conversationId: 'c' }, { code: 'TOO_LARGE' })
  expect((await readDraft(store, 'me', { conversationId: 'c' }))?.text).toBe('My knee hurts.')
})

test('desk-D72 what was begun or came back about one patient stands in no new message about another', async () => {
  const store = memoryStore(() => 0)
  const aboutLeo = { personId: 'me', patientId: 'leo', subject: '', text: 'fever 39.5', attachments: [] }
  await keepDraft(store, aboutLeo)
  expect(await readDraft(store, 'me', {})).toBeNull()
  expect(await readDraft(store, 'me', { patientId: 'mia' })).toBeNull()

  const back: Draft[] = []
  const close = onComingBack({}, (one) => back.push(one))
  await giveBack(store, { ...aboutLeo, text: 'and a cough', files: [] }, { code: 'TOO_LARGE' })
  close()
  expect(back).toEqual([])
  expect(await readDraft(store, 'me', { patientId: 'leo' })).toMatchObject({
    patientId: 'leo',
    text: 'and a cough\n\nfever 39.5',
  })
})

test('desk-D72 what was begun before drafts were kept by patient is found once, and is saved where it was begun', async () => {
  const store = memoryStore(() => 0)
  const old = { personId: 'me', subject: '', text: 'my knee', attachments: [] }
  const saved: unknown[] = []
  const save = async (one: unknown) => void saved.push(one)
  const keepOld = () =>
    Promise.all(['new', 'c'].map((key) => store.put('my-draft', key, { ...old, text: `${key}: my knee` })))
  await keepOld()
  await keepDraft(store, { ...old, text: 'and a cough' })
  expect(await readDraft(store, 'me', { patientId: 'leo' })).toBeNull()
  expect(await readDraft(store, 'somebody else', {})).toBeNull()
  expect((await readDraft(store, 'me', {}))?.text).toBe('new: my knee\n\nand a cough')
  await keepDraft(store, { ...old, text: '' })
  expect(await readDraft(store, 'me', {})).toBeNull()

  // The one that was never found again goes before what was begun since, and not twice.
  await keepOld()
  await keepDraft(store, { ...old, text: 'and a cough' })
  await saveDrafts(store, save)
  expect(saved).toEqual([
    { subject: '', text: 'new: my knee' },
    { conversationId: 'c', subject: '', text: 'c: my knee' },
    { subject: '', text: 'and a cough' },
  ])
  await saveDrafts(store, save)
  expect(saved).toHaveLength(5)
})
