/** One line of the clocks command: read, checked, and refused with the field that is wrong. */
import { EXCEPTIONS_MAX, faultsOf, WEEKDAYS } from '#engines/calendar/calendar.ts'
import { EVENT_TYPES, EVENTS_MAX, STATES, type ClockEvent } from './events.ts'
import { CLOCK_KINDS, FACTS, policyFaults, URGENCIES, WAITING_ON, type Policy, type ServiceCalendar } from './policy.ts'

export type ClocksInput = {
  id?: unknown
  events: ClockEvent[]
  policies: Policy[]
  calendars: ServiceCalendar[]
  now: string
}

export type LineFault = { code: string; message: string; field?: string }
export type ReadLine = { ok: true; input: ClocksInput } | { ok: false; id: unknown; error: LineFault }

/** Policies and calendars of one line. */
const LISTED_MAX = 200
const VALUES_MAX = 1_000

export function readLine(line: string): ReadLine {
  let given: unknown
  try {
    given = JSON.parse(line)
  } catch {
    return { ok: false, id: null, error: { code: 'NOT_JSON', message: 'This line is not JSON.' } }
  }
  if (!isRecord(given))
    return { ok: false, id: null, error: { code: 'NOT_AN_OBJECT', message: 'Give one JSON object a line.' } }
  const error = faultOf(given)
  const { id = null } = given
  if (error) return { ok: false, id, error }
  return { ok: true, input: { ...given, calendars: given.calendars ?? [] } as ClocksInput }
}

function faultOf({ events, policies, calendars = [], now }: Record<string, unknown>): LineFault | undefined {
  if (!isInstant(now)) return wrong('now', 'must be an instant, like 2026-11-25T12:00:00Z')
  if (!isListOf(events, EVENTS_MAX)) return wrong('events', `must be a list of at most ${EVENTS_MAX} objects`)
  if (!isListOf(policies, LISTED_MAX)) return wrong('policies', `must be a list of at most ${LISTED_MAX} objects`)
  if (!isListOf(calendars, LISTED_MAX)) return wrong('calendars', `must be a list of at most ${LISTED_MAX} objects`)
  return (
    first(policies, (one, n) => policyFault(one, `policies.${n}`)) ??
    first(calendars, (one, n) => calendarFault(one, `calendars.${n}`, Date.parse(now))) ??
    first(events, (one, n) => eventFault(one, `events.${n}`))
  )
}

function policyFault(one: Given, field: string): LineFault | undefined {
  const shape = checkFields(one, field, {
    id: isName,
    version: isNumber,
    when: optional(isMap(FACTS, isListOfNames)),
    targets: isMap(CLOCK_KINDS, isMap(URGENCIES, isNumber)),
    calendar: optional(isName),
    pausesOn: optional((value) => Array.isArray(value) && value.every(isOneOf(WAITING_ON))),
    assistantAnswers: optional(isBoolean),
  })
  if (shape) return shape
  const [fault] = policyFaults(one as Policy)
  return fault && { code: fault.code, field: `${field}.${fault.field}`, message: 'This policy cannot be kept.' }
}

function calendarFault(one: Given, field: string, now: number): LineFault | undefined {
  const shape = checkFields(one, field, {
    id: isName,
    version: isNumber,
    site: optional(isName),
    timeZone: isName,
    weekly: isMap(WEEKDAYS, isPeriods),
    exceptions: optional(
      (value) =>
        isListOf(value, EXCEPTIONS_MAX) && value.every(({ date, periods }) => isName(date) && isPeriods(periods)),
    ),
  })
  if (shape) return shape
  const [fault] = faultsOf(one as ServiceCalendar, now)
  return fault && { code: fault.code, field: `${field}.${fault.field}`, message: 'These opening hours cannot be kept.' }
}

function eventFault(one: Given, field: string): LineFault | undefined {
  const common = checkFields(one, field, { seq: isNumber, at: isInstant, type: isOneOf(EVENT_TYPES) })
  return common ?? checkFields(one, field, EVENT_FIELDS[one.type as ClockEvent['type']])
}

type Check = (value: unknown) => boolean
type Given = Record<string, unknown>

const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value)
const isBoolean: Check = (value) => typeof value === 'boolean'
const isName: Check = (value) => typeof value === 'string' && value.length > 0 && value.length <= 200
const isRecord = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isInstant = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/.test(value) &&
  !Number.isNaN(Date.parse(value))
const isListOf = (value: unknown, max: number): value is Given[] =>
  Array.isArray(value) && value.length <= max && value.every(isRecord)
const isListOfNames: Check = (value) => Array.isArray(value) && value.length <= VALUES_MAX && value.every(isName)
const isOneOf =
  (values: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && values.includes(value)
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || value === null || check(value)
const isMap =
  (keys: readonly string[], check: Check): Check =>
  (value) =>
    isRecord(value) && Object.entries(value).every(([key, one]) => keys.includes(key) && check(one))
const isPeriods = (value: unknown): boolean =>
  isListOf(value, VALUES_MAX) && value.every(({ from, to }) => isName(from) && isName(to))
const isFacts: Check = isMap(FACTS, optional(isName))

const EVENT_FIELDS: Record<ClockEvent['type'], Record<string, Check>> = {
  opened: { urgency: optional(isOneOf(URGENCIES)), facts: optional(isFacts) },
  contact: {
    from: isOneOf(['patient', 'proxy', 'other']),
    automatic: optional(isName),
    urgency: optional(isOneOf(URGENCIES)),
    toTriage: optional(isBoolean),
  },
  answer: { by: isOneOf(['person', 'assistant', 'system']), isAcknowledgement: optional(isBoolean) },
  note: {},
  state: { to: isOneOf(STATES), waitingOn: optional(isOneOf(WAITING_ON)) },
  urgency: { to: isOneOf(URGENCIES) },
  moved: { facts: isFacts },
  policy: { id: isName, version: isNumber },
  calendar: { id: isName, version: isNumber },
  triaged: {},
  'clinician-asked': {},
  'clinician-took': {},
  'result-filed': {},
}

function checkFields(one: Given, field: string, checks: Record<string, Check>): LineFault | undefined {
  const bad = Object.entries(checks).find(([name, check]) => !check(one[name]))
  return bad && wrong(`${field}.${bad[0]}`, 'is missing or of the wrong kind')
}

function first(
  list: readonly Given[],
  faultIn: (one: Given, n: number) => LineFault | undefined,
): LineFault | undefined {
  for (const [n, one] of list.entries()) {
    const fault = faultIn(one, n)
    if (fault) return fault
  }
  return undefined
}

const wrong = (field: string, what: string): LineFault => ({
  code: 'BAD_FIELD',
  field,
  message: `The field "${field}" ${what}.`,
})
