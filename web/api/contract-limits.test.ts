/** Screens repeat a few numbers of the contract, so that the contract's schemas need not travel to the browser. */
import { expect, test } from 'vitest'
import * as assistant from '#contract/assistant.ts'
import { ATTACHMENT_MAX_BYTES, ATTACHMENTS_MAX } from '#contract/conversation.ts'
import * as held from '#contract/held-file.ts'
import { SESSION_WARNING_SECONDS } from '#contract/session.ts'
import { SEAT_LOST_SECONDS, SIGNALS_AT_ONCE } from '#contract/visit-room.ts'
import { GIVE_BACK_NOTE_MAX } from '../features/assistant/assistant-line.tsx'
import { NOT_SCANNED } from '../widget/file-lines.ts'
import * as seat from '../features/visit-room/use-seat.ts'
import { WARNING_MS } from './session-clock.ts'
import { FILE_MAX_BYTES, FILES_MAX } from './send-file.ts'

test('limits that a screen repeats are those of the contract', () => {
  expect(FILE_MAX_BYTES).toBe(ATTACHMENT_MAX_BYTES)
  expect(FILES_MAX).toBe(ATTACHMENTS_MAX)
  expect(GIVE_BACK_NOTE_MAX).toBe(assistant.GIVE_BACK_NOTE_MAX)
  expect(NOT_SCANNED).toBe(held.NOT_SCANNED)
  expect(3 * seat.BEAT_MS).toBeLessThan(SEAT_LOST_SECONDS * 1000)
  expect(seat.SIGNALS_AT_ONCE).toBe(SIGNALS_AT_ONCE)
  expect(WARNING_MS).toBe(SESSION_WARNING_SECONDS * 1000)
})
