import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCursor, readTimeCursor, writeCursor, writeTimeCursor } from './page-cursor.ts'

const id = fc.uuid()
const at = fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true }) // prettier-ignore
const ID = '00000000-0000-4000-8000-00000000dead'
const CURSOR_MAX = 1_200

test('trust-D56 what is written is read, and fits: any place that a row may have, and any instant', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), at, id, (place, moment, row) => {
      const written = writeCursor({ place, id: row })
      expect(written.length).toBeLessThanOrEqual(CURSOR_MAX)
      expect(readCursor(written)).toEqual({ place: place.replace(/\p{Cc}/gu, ' '), id: row })
      expect(readTimeCursor(writeTimeCursor({ at: moment, id: row }))).toEqual({ at: moment, id: row })
    }),
  )
})

const cursorOf = (text: string): string => Buffer.from(text, 'latin1').toString('base64url')
test.each([
  ['nothing', ''],
  ['no id', cursorOf(`${'-'.repeat(36)}words`)],
  ['a zero', cursorOf(`${ID}a\0`)],
  ['half a character', cursorOf(`${ID}\xc3`)],
  ['another way of writing it', `${cursorOf(`${ID}word`)}=`],
  ['signs between', `${cursorOf(`${ID}word`)}\n`],
])('trust-D56 %s is no cursor', (_what, cursor) => expect(readCursor(cursor)).toBeUndefined())

test.each([
  'words',
  '2026-02-30T00:00:00.000Z',
  '+275760-09-13T00:00:00.000Z',
  '-000001-01-01T00:00:00.000Z',
  '2026-01-01',
])('trust-D56 %s is no instant to go on from', (place) =>
  expect(readTimeCursor(writeCursor({ place, id: ID }))).toBeUndefined(),
)
