import { expect, test } from 'vitest'
import { PAGE_MAX } from '#contract/route.ts'
import { AUDIT_SEARCH_PARAMETERS, AuditSearchInput, readAuditSearch } from './audit-search.ts'
import { writeTimeCursor } from '#server/platform/page-cursor.ts'

const ID = '01a2b3c4-0000-7000-8000-000000000001'
const read = (query: Record<string, string | string[]>) => readAuditSearch(query)

test('trust-D28 nothing asked is the newest page of all', () => {
  expect(read({})).toEqual({
    ok: true,
    value: { range: { from: null, to: null }, patientId: null, agent: null, actions: null, count: PAGE_MAX, after: null },
  }) // prettier-ignore
})

test('trust-D28 each parameter is read as R4 writes it', () => {
  const place = { at: new Date('2026-03-02T12:00:00Z'), id: ID }
  const all = read({
    date: ['ge2026-03-01', 'lt2026-04'],
    patient: `Patient/${ID}`,
    agent: `PractitionerRole/${ID}`,
    action: 'R,http://hl7.org/fhir/audit-event-action|U',
    _count: '7',
    _sort: '-date',
    _format: 'application/fhir+json',
    cursor: writeTimeCursor(place),
  })
  expect(all).toEqual({
    ok: true,
    value: {
      range: { from: new Date('2026-03-01'), to: new Date('2026-04-01') },
      patientId: ID,
      agent: { kind: 'staff', id: ID },
      actions: ['R', 'U'],
      count: 7,
      after: place,
    },
  })
  expect(read({ agent: ID, patient: ID })).toMatchObject({ value: { agent: { kind: null, id: ID }, patientId: ID } })
  expect(read({ agent: `RelatedPerson/${ID}` })).toMatchObject({ value: { agent: { kind: 'related-person' } } })
  expect(read({ _count: '100000' })).toMatchObject({ value: { count: PAGE_MAX } })
})

test.each<[string, string | string[], string]>([
  ['date', 'ne2026', 'date'],
  ['date', ['2026', '2026', '2026'], 'date'],
  ['patient', `Practitioner/${ID}`, 'patient'],
  ['patient', 'Rivera', 'patient'],
  ['patient', [ID, ID], 'patient'],
  ['agent', `Device/${ID}`, 'agent'],
  ['agent', `constructor/${ID}`, 'agent'],
  ['action', 'X', 'action'],
  ['action', '', 'action'],
  ['_count', '0', '_count'],
  ['_count', '-1', '_count'],
  ['_sort', 'date', '_sort'],
  ['_format', 'xml', '_format'],
  ['cursor', 'nonsense', 'cursor'],
  ['agent.name', 'Rivera', 'parameter'],
  ['patient:missing', 'true', 'parameter'],
  ['_include', 'AuditEvent:patient', 'parameter'],
  ['constructor', 'x', 'parameter'],
  ['__proto__', 'x', 'parameter'],
])('trust-D28 %s=%s is refused by its name, and not passed over', (name, value, field) => {
  const query = Object.assign(Object.create(null) as object, { [name]: value })
  Object.defineProperty(query, name, { value, enumerable: true })
  expect(read(query as Record<string, string>)).toEqual({ ok: false, refusal: 'INVALID_INPUT', detail: { field } })
})

test('what is described of the search is what it reads', () => {
  for (const { name } of AUDIT_SEARCH_PARAMETERS) expect(Object.keys(AuditSearchInput.shape)).toContain(name)
  for (const name of Object.keys(AuditSearchInput.shape))
    expect(read({ [name]: '\u0000' }), name).toMatchObject({ detail: { field: name } })
})
