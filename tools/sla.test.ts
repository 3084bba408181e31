/** The command `npm run sla`, as another program would use it: a stream in, a stream out, no server. */
import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

const good = {
  id: 'one',
  now: '2026-11-25T20:00:00Z',
  policies: [{ id: 'standard', version: 1, targets: { 'first-response': { routine: 60 } } }],
  calendars: [{ id: 'hours', version: 1, timeZone: 'America/New_York', weekly: { wed: [{ from: '08:00', to: '17:00' }] } }],
  events: [{ seq: 1, at: '2026-11-25T04:00:00Z', type: 'contact', from: 'patient' }],
} // prettier-ignore

const bad: [string, string, string?][] = [
  ['{not json', 'NOT_JSON'],
  ['[]', 'NOT_AN_OBJECT'],
  [JSON.stringify({ ...good, now: 'soon' }), 'BAD_FIELD', 'now'],
  [JSON.stringify({ ...good, events: [{ seq: 1, at: '2026-11-25T04:00:00Z', type: 'shrug' }] }), 'BAD_FIELD', 'events.0.type'],
  [JSON.stringify({ ...good, events: [{ seq: 1, at: '2026-11-25T04:00:00Z', type: 'state', to: 'lost' }] }), 'BAD_FIELD', 'events.0.to'],
  [JSON.stringify({ ...good, policies: [{ id: 'p', version: 1, targets: { resolution: { asap: 0 } } }] }), 'TARGET_NOT_POSITIVE', 'policies.0.targets.resolution.asap'],
  [JSON.stringify({ ...good, calendars: [{ ...good.calendars[0], weekly: {} }] }), 'CALENDAR_NEVER_OPEN', 'calendars.0.weekly'],
  [JSON.stringify({ ...good, calendars: [{ ...good.calendars[0], weekly: { wed: [{ from: '8', to: '17:00' }] } }] }), 'INVALID_TIME', 'calendars.0.weekly.wed.0.from'],
  [JSON.stringify({ ...good, events: [{ seq: 1, at: '2026-11-25T04:00:00Z', type: 'policy', id: 'standard', version: 9 }] }), 'NOT_COMPUTED'],
] // prettier-ignore

test('desk-D24 a line in, a line out; a bad one says which field and the next is answered', () => {
  const lines = bad.flatMap(([line]) => [line, JSON.stringify(good)])
  const { status, stdout } = spawnSync(process.execPath, ['tools/sla.ts'], { input: lines.join('\n'), encoding: 'utf8' })
  expect(status).toBe(0)
  const answers = stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as Answer)
  expect(answers).toHaveLength(lines.length)
  for (const [n, [, code, field]] of bad.entries()) {
    expect(answers[2 * n]?.error).toMatchObject(field ? { code, field } : { code })
    expect(answers[2 * n + 1]).toMatchObject({ id: 'one', clocks: [{ kind: 'first-response', dueAt: '2026-11-25T14:00:00.000Z', state: 'breached' }] })
  }
}) // prettier-ignore

type Answer = { id: unknown; clocks?: object[]; error?: { code: string; message: string; field?: string } }
