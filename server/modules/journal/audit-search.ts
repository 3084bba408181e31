/** What may be asked of the journal as AuditEvents, by the search parameters of R4; anything else is refused, and not passed over (decision 0222). */
import * as z from 'zod'
import { cursor, id, PAGE_MAX } from '#contract/route.ts'
import { AUDIT_ACTIONS } from '#fhir/audit-event.ts'
import { readSearchDate, within, type TimeRange } from '#fhir/search-date.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { AGENT_TYPES } from './fhir.ts'
import { readTimeCursor, type PlaceInTime } from '#server/platform/page-cursor.ts'

/** As a CapabilityStatement lists them. */
export const AUDIT_SEARCH_PARAMETERS = [
  { name: 'date', type: 'date', documentation: 'When it was recorded; eq, ge, gt, sa, le, lt, eb; twice for a range. A day is one of UTC.' },
  { name: 'patient', type: 'reference', documentation: 'About whom: Patient/[id] or [id].' },
  { name: 'agent', type: 'reference', documentation: 'Who did it: PractitionerRole/[id], Patient/[id], RelatedPerson/[id] or [id].' },
  { name: 'action', type: 'token', documentation: 'C, R, U, D, E; several with commas between.' },
] as const // prettier-ignore

const JSON_FORMATS = ['json', 'application/json', 'application/fhir+json'] as const

/** What the door takes, for its description; `readAuditSearch` reads it. */
export const AuditSearchInput = z.object({
  date: z.string().optional().describe(AUDIT_SEARCH_PARAMETERS[0].documentation),
  patient: id.optional().describe(AUDIT_SEARCH_PARAMETERS[1].documentation),
  agent: id.optional().describe(AUDIT_SEARCH_PARAMETERS[2].documentation),
  action: z.string().optional().describe(AUDIT_SEARCH_PARAMETERS[3].documentation),
  _count: z.coerce.number().int().min(1).optional().describe(`Entries of a page; ${PAGE_MAX} at most.`),
  _sort: z.literal('-date').optional().describe('The newest first, always.'),
  _format: z.enum(JSON_FORMATS).optional().describe('There is JSON, and no XML.'),
  cursor: cursor.optional().describe('Of the link to the next page.'),
})

export type AuditSearch = {
  range: TimeRange
  patientId: string | null
  agent: { kind: keyof typeof AGENT_TYPES | null; id: string } | null
  /** Null: all. */
  actions: readonly string[] | null
  count: number
  after: PlaceInTime | null
}

type Query = Record<string, string | string[] | undefined>

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const REFERENCE = new RegExp(`^(?:([A-Za-z]+)/)?(${UUID})$`)
const DATES_MAX = 2

export function readAuditSearch(query: Query): Result<AuditSearch, 'INVALID_INPUT'> {
  const search: AuditSearch = {
    range: { from: null, to: null },
    patientId: null,
    agent: null,
    actions: null,
    count: PAGE_MAX,
    after: null,
  }
  for (const [name, given] of Object.entries(query)) {
    const values = [given ?? []].flat()
    const most = name === 'date' ? DATES_MAX : 1
    const read = Object.hasOwn(READERS, name) ? READERS[name] : undefined
    // The name of a parameter that we do not know is somebody's words, and is not repeated.
    if (!read) return refuse('INVALID_INPUT', { field: 'parameter' })
    if (values.length > most || !values.every((value) => read(search, value)))
      return refuse('INVALID_INPUT', { field: name })
  }
  return ok(search)
}

/** Each takes over one value, or says that it is none. */
const READERS: Record<string, (search: AuditSearch, value: string) => boolean> = {
  date(search, value) {
    const range = readSearchDate(value)
    if (range) search.range = within(search.range, range)
    return range !== undefined
  },
  patient(search, value) {
    const [, type = 'Patient', patientId] = REFERENCE.exec(value) ?? []
    if (type !== 'Patient' || !patientId) return false
    search.patientId = patientId
    return true
  },
  agent(search, value) {
    const [, type, agentId] = REFERENCE.exec(value) ?? []
    const [kind] = Object.entries(AGENT_TYPES).find(([, name]) => name === type) ?? []
    if (!agentId || (type && !kind)) return false
    search.agent = { kind: (kind as keyof typeof AGENT_TYPES | undefined) ?? null, id: agentId }
    return true
  },
  action(search, value) {
    const actions = value.split(',').map((each) => each.replace(/^http:\/\/hl7\.org\/fhir\/audit-event-action\|/, ''))
    search.actions = actions
    return actions.every((action) => (AUDIT_ACTIONS as readonly string[]).includes(action))
  },
  _count(search, value) {
    const count = /^[1-9]\d{0,8}$/.test(value) ? Number(value) : 0
    search.count = Math.min(count, PAGE_MAX)
    return count > 0
  },
  _sort: (_search, value) => value === '-date',
  _format: (_search, value) => (JSON_FORMATS as readonly string[]).includes(value),
  cursor(search, value) {
    const place = readTimeCursor(value)
    if (place) search.after = place
    return place !== undefined
  },
}
