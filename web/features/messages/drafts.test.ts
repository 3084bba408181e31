import { expect, test } from 'vitest'
import { memoryStore } from '../../api/memory-store.ts'
import { giveBack, keepDraft, onComingBack, readDraft, type Draft } from './drafts.ts'

const draft = { personId: 'me', subject: '', text: 'half a', attachments: [] }

test('desk-D72 a draft comes back to its writer, in its place, and to nobody else', async () => {
  const store = memoryStore(() => 0)
  await keepDraft(store, 'c', draft)
  expect((await readDraft(store, 'me', 'c'))?.text).toBe('half a')
  expect(await readDraft(store, 'me', undefined)).toBeNull()
  expect(await readDraft(store, 'somebody else', 'c')).toBeNull()
})

test('an empty draft is no draft', async () => {
  const store = memoryStore(() => 0)
  await keepDraft(store, 'c', draft)
  await keepDraft(store, 'c', { ...draft, text: ' ' })
  expect(await readDraft(store, 'me', 'c')).toBeNull()
})

test('desk-D72 a refused message becomes a draft with its reason, before what was begun meanwhile', async () => {
  const store = memoryStore(() => 0)
  await keepDraft(store, 'c', { ...draft, text: 'and one more thing' })
  await giveBack(
    store,
    { personId: 'me', conversationId: 'c', text: 'My knee hurts.', attachments: [], files: [] },
    { code: 'FILE_REFUSED' },
  )
  expect(await readDraft(store, 'me', 'c')).toMatchObject({
    text: 'My knee hurts.\n\nand one more thing',
    refused: 'FILE_REFUSED',
  })
})

test('a refused message that still stands in the composer is not doubled', async () => {
  const store = memoryStore(() => 0)
  await keepDraft(store, 'c', { ...draft, text: 'My knee hurts. ' })
  await giveBack(
    store,
    { personId: 'me', conversationId: 'c', text: 'My knee hurts.', attachments: [], files: [] },
    { code: 'TOO_LARGE' },
  )
  expect((await readDraft(store, 'me', 'c'))?.text).toBe('My knee hurts.')
})

test('desk-D72 a refused message comes back to the composer that is open for it, and only to that', async () => {
  const store = memoryStore(() => 0)
  const back: Draft[] = []
  const close = onComingBack('c', (one) => back.push(one))
  const message = { personId: 'me', text: 'My knee hurts.', attachments: [], files: [] }
  await giveBack(store, { ...message, conversationId: 'c' }, { code: 'TOO_LARGE' })
  await giveBack(store, { ...message, conversationId: 'other' }, { code: 'TOO_LARGE' })
  expect(back).toMatchObject([{ text: 'My knee hurts.', refused: 'TOO_LARGE' }])
  expect(await readDraft(store, 'me', 'c')).toBeNull()
  expect((await readDraft(store, 'me', 'other'))?.refused).toBe('TOO_LARGE')

  close()
  await giveBack(store, { ...message, conversationId: 'c' }, { code: 'TOO_LARGE' })
  expect((await readDraft(store, 'me', 'c'))?.text).toBe('My knee hurts.')
})
