/** What each number of the assistant's overview counts: as SQL over `c` (conversation), for the number and for the list behind it. */
import { LLM_FAULTS } from '#contract/llm-fault.ts'
import { OVERVIEW_DAYS_MAX, OVERVIEW_MEASURES } from '#contract/oversight.ts'
import { DAY_MS } from '#engines/calendar/time-zone.ts'
import type { Figure } from '#engines/figure/figure.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'

export type Measure = (typeof OVERVIEW_MEASURES)[number]

/** A person should have accepted an alert by then, in seconds (desk-D3). */
const ALERT_SECONDS = 60

/** `now`: an alert that nobody has accepted is as late as it is now; asked for where it is needed alone. */
type Range = { from: string; to: string; now: () => string }

/** Conversations in which the assistant took its first turn in the time. */
const begun = ({ from, to }: Range, also = ''): string =>
  `c.state <> 'merged' and c.id in (select s.conversation_id from assistant_session s
    where s.organization_id = $1 and s.begun_at >= ${from}::timestamptz and s.begun_at < ${to}::timestamptz ${also})`

const alerted = ({ from, to }: Range, also = ''): string =>
  `c.state <> 'merged' and c.id in (select a.conversation_id from safety_alert a
    where a.organization_id = $1 and a.raised_at >= ${from}::timestamptz and a.raised_at < ${to}::timestamptz ${also})`

const reviewed = ({ from, to }: Range, also = ''): string =>
  `c.state <> 'merged' and c.id in (select m.conversation_id from decision_review r
    join message m on m.organization_id = $1 and m.id = r.message_id
    where r.organization_id = $1 and r.reviewed_at >= ${from}::timestamptz and r.reviewed_at < ${to}::timestamptz ${also})`

/** Somebody would have read it otherwise (D7), and that is still so. */
const corrected = ({ from, to }: Range, also = ''): string =>
  `c.state <> 'merged' and c.id in (select m.conversation_id from understanding_label l
    join message m on m.organization_id = $1 and m.id = l.message_id
    where l.organization_id = $1 and l.at >= ${from}::timestamptz and l.at < ${to}::timestamptz and l.value is not null ${also}
      and not exists (select from understanding_label newer where newer.organization_id = $1 and newer.message_id = l.message_id
        and newer.what = l.what and (newer.at, newer.id) > (l.at, l.id)))`

/** A language model was asked about it (D75, D79). */
const askedModel = ({ from, to }: Range, also = ''): string =>
  `c.state <> 'merged' and c.id in (select j.conversation_id from journal j
    where j.organization_id = $1 and j.event = 'llm.asked' and j.at >= ${from}::timestamptz and j.at < ${to}::timestamptz ${also})`

const FAULTS = LLM_FAULTS.map((fault) => `'${fault}'`).join(', ')

const HAND_OFF = `select from hand_off h where h.organization_id = $1 and h.conversation_id = c.id and h.state <> 'withdrawn'`
const PERSON = `select from message m where m.organization_id = $1 and m.conversation_id = c.id and m.direction = 'out'
  and m.author_kind = 'staff' and m.cancelled_at is null`

const COUNTED: Record<Measure, (range: Range) => string> = {
  begun: (range) => begun(range),
  /** No person was brought in, and none came. */
  contained: (range) => `${begun(range)} and not exists (${HAND_OFF}) and not exists (${PERSON})`,
  'handed-off': (range) => `${begun(range)} and exists (${HAND_OFF})`,
  /** It was over before anybody had accepted it. */
  abandoned: (range) =>
    `${begun(range)} and c.state in ('resolved', 'closed', 'spam') and exists (${HAND_OFF} and h.state in ('requested', 'offered'))`,
  understood: (range) => begun(range, 'and s.first_understood'),
  'not-understood': (range) => begun(range, 'and not s.first_understood'),
  alerts: (range) => alerted(range),
  'late-alerts': (range) =>
    alerted(
      range,
      `and coalesce(a.accepted_at, ${range.now()}::timestamptz) > a.raised_at + interval '${ALERT_SECONDS} seconds'`,
    ),
  reviewed: (range) => reviewed(range),
  disagreed: (range) => reviewed(range, 'and not r.agrees'),
  corrected: (range) => corrected(range),
  'corrected-intent': (range) => corrected(range, `and l.what = 'intent'`),
  'corrected-language': (range) => corrected(range, `and l.what = 'language'`),
  'corrected-tone': (range) => corrected(range, `and l.what = 'tone'`),
  llm: (range) => askedModel(range),
  'llm-failed': (range) => askedModel(range, `and j.detail->>'outcome' in (${FAULTS})`),
}

export const countedBy = (measure: Measure, range: Range): string => `(${COUNTED[measure](range)})`

/** @returns the condition over `c`, for the list of conversations. */
export function conversationsOfFigure(
  { measure, from, to }: Figure,
  now: Date,
): Result<(add: (value: unknown) => string) => string, 'INVALID_INPUT'> {
  const known = OVERVIEW_MEASURES.find((one) => one === measure)
  const [begin, end] = [new Date(from ?? ''), new Date(to ?? '')]
  const isRight = end > begin && end.getTime() - begin.getTime() <= (OVERVIEW_DAYS_MAX + 1) * DAY_MS
  if (!known || !isRight) return refuse('INVALID_INPUT', { field: 'figure' })
  return ok((add) => countedBy(known, { from: add(begin), to: add(end), now: () => add(now) }))
}
