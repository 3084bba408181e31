/** A message that the engines fail to read (desk-D2). They read any text, so that a failing one can only be played. */
import { afterAll, expect, test, vi } from 'vitest'
import type { understand } from '#engines/understanding/understand.ts'

const ENGINES = '#engines/understanding/understand.ts'

// Other files have read the same modules in this process: here they are read anew, around an engine that breaks.
vi.resetModules()
vi.doMock(ENGINES, async (importOriginal) => {
  const engines = await importOriginal<{ understand: typeof understand }>()
  return {
    ...engines,
    understand: (...asked: Parameters<typeof understand>) => {
      if (asked[0].text.includes('break')) throw new Error('an engine broke')
      return engines.understand(...asked)
    },
  }
})
afterAll(() => {
  vi.doUnmock(ENGINES)
  vi.resetModules()
})

const { testDatabase } = await import('#server/platform/test-database.ts')
const { aClinic } = await import('./a-clinic.ts')
const { aDesk } = await import('./a-desk.ts')

// Made ready before a transaction waits for them.
;(await import('#engines/understanding/understand.ts')).understand({ text: 'When are you open?' })

const { database, look } = await testDatabase()
const clinic = await aClinic(database)
const desk = aDesk(database, clinic)

const TEXT = 'This will break what reads it.'
const QUEUE_AND_WORDS = `
  select m.text, q.name as queue from message m join conversation c on c.id = m.conversation_id join queue q on q.id = c.queue_id
   where m.id = $1`

test('desk-D2 what the engines fail to read is stored whole, as urgent, for people; the next message goes on', async () => {
  const broken = await desk.receive(TEXT)
  expect(broken).toMatchObject({ outcome: 'stored', urgency: 'urgent' })
  expect(await look(QUEUE_AND_WORDS, [broken.messageId])).toEqual([{ text: TEXT, queue: 'clinical' }])
  expect(await desk.receive('When are you open?')).toMatchObject({ urgency: 'routine' })
})
