/** A message that the engines fail to read (desk-D2). They read any text, so that a failing one can only be played. */
import { expect, test, vi } from 'vitest'
import { understand } from '#engines/understanding/understand.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { aClinic } from './a-clinic.ts'
import { aDesk } from './a-desk.ts'

vi.mock(import('#engines/understanding/understand.ts'), async (importOriginal) => {
  const engines = await importOriginal()
  return {
    ...engines,
    understand: (message, options) => {
      if (message.text.includes('break')) throw new Error('an engine broke')
      return engines.understand(message, options)
    },
  }
})

// Made ready before a transaction waits for them.
understand({ text: 'When are you open?' })

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
