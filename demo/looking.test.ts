import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { buildClinic } from './clinic.ts'
import type { Event } from './journal-book.ts'
import { buildLooking } from './looking.ts'
import { buildPeople } from './people.ts'
import { seededRandom } from './random.ts'
import { noRows } from './rows.ts'

const NOW = new Date('2026-03-12T16:00:00Z')
const SERVER = new URL('../server/modules/', import.meta.url)

test('demo: whoever looked at a record left the entry that the product writes', () => {
  const rows = noRows()
  const clinic = buildClinic('a-seed', NOW, rows)
  const people = buildPeople('a-seed', clinic, NOW, rows, { from: 0, count: 30 })
  const events: Event[] = []
  const book = { write: (event: Event) => void events.push(event) }
  buildLooking({ seed: 'a-seed', clinic, people, rows, book, now: NOW, dice: seededRandom('looking') })
  const written = readdirSync(SERVER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('routes.ts'))
    .map((file) => readFileSync(new URL(file, SERVER), 'utf8').replaceAll(/\s+/g, ' '))
    .join(' ')
  const entries = events.map(
    ({ event, action, resourceKind, fieldClasses = [] }) =>
      `event: '${event}', action: '${action}', resourceKind: '${resourceKind}',.{0,200}fieldClasses: \\[${fieldClasses.map((one) => `'${one}'`).join(', ')}\\]`,
  )
  const different = new Set(entries)
  expect(different.size).toBe(3)
  expect([...different].filter((entry) => !new RegExp(entry).test(written))).toEqual([])
})
