/**
 * The journal of a conversation as its clocks and reports read it: without what was taken back, and together with the journal of what is
 * merged into it (desk-D22, D27, decision 0254). Pure, but for the words of a query.
 *
 * Merging is the union of the events. State and urgency are each side's own until the merge: the union stands where most is owed, so that an
 * end on one side ends nothing that is open on the other. The queue is that of the conversation that goes on.
 */
import type { ClockEntry } from './clock-events.ts'
import { mostUrgent, type ConversationState, type Urgency, type WaitingOn } from './rules.ts'

/** `part`: each conversation of `$2` and what is merged into it now, with where it is (`home`). */
export const WITH_PARTS = `
  with recursive part as (
    select id as home, id from unnest($2::uuid[]) id
    union
    select part.home, v.source_id from part
      join conversation_move v on v.organization_id = $1 and v.target_id = part.id and v.kind = 'merge' and v.undone_at is null
  )`

export type PartEntry = ClockEntry & { conversationId: string }

/** `cancelled`: messages that were taken back before they left; what they did they never did. */
export function entriesThatCount<Entry extends PartEntry>(
  homeId: string,
  journalled: readonly Entry[],
  cancelled: ReadonlySet<string>,
): Entry[] {
  const entries = withoutUndone(journalled)
    .filter(({ resourceId, detail }) => !cancelled.has(String(detail?.messageId)) && !cancelled.has(String(resourceId)))
    .toSorted((one, other) => one.at.getTime() - other.at.getTime() || one.seq - other.seq)
  return entries.every(({ conversationId }) => conversationId === homeId) ? entries : join(homeId, entries)
}

/** A change or a merge that was taken back was never made (desk-D20, D22). */
function withoutUndone<Entry extends ClockEntry>(entries: readonly Entry[]): readonly Entry[] {
  const undone = new Set(
    entries.flatMap(({ event, detail }) =>
      event === 'conversation.change-undone' || event === 'conversation.merge-undone'
        ? [detail?.bulkId, detail?.move]
        : [],
    ),
  )
  undone.delete(undefined)
  return undone.size === 0
    ? entries
    : entries.filter(({ detail }) => !undone.has(detail?.bulkId) && !undone.has(detail?.move))
}

type Part = { state: ConversationState; waitingOn: WaitingOn | null; urgency: Urgency }

function join<Entry extends PartEntry>(homeId: string, entries: readonly Entry[]): Entry[] {
  const parts = new Map<string, Part>()
  // Nothing is merged into what is merged: the last merge of a part is the one that ended it.
  const ends = new Map(entries.filter(isMerge).map((entry) => [entry.conversationId, entry]))
  const gone = new Set<string>()
  let stood = ''

  const now = (entry: Entry): Entry[] => {
    const { state, waitingOn } = mostOwed([...parts.values()])
    const asksClinician = entry.event === 'conversation.waiting' && entry.detail?.waitingOn === 'clinician'
    if (stood === `${state} ${waitingOn}` && !asksClinician) return []
    stood = `${state} ${waitingOn}`
    return [
      { ...entry, event: `conversation.${state}`, detail: { ...entry.detail, waitingOn, asksClinician } } as Entry,
    ]
  }

  return entries.flatMap((entry): Entry[] => {
    const { conversationId: id, event, detail } = entry
    const state = stateAfter(event)
    const isHome = id === homeId
    if (gone.has(id)) return state || isUrgency(entry) || isQueue(entry) ? [] : [entry]
    const part = parts.get(id) ?? { state: 'open', waitingOn: null, urgency: 'routine' }
    parts.set(id, part)
    if (state) {
      part.state = state
      part.waitingOn = (detail?.waitingOn as WaitingOn | undefined) ?? null
      return now(entry)
    }
    if (isMerge(entry)) {
      if (isHome || ends.get(id) !== entry) return []
      const into = entries.find((one) => isMerge(one) && one.detail?.move === detail?.move && one.conversationId !== id)
      const heir = into && parts.get(into.conversationId)
      if (heir) heir.urgency = mostUrgent(heir.urgency, part.urgency)
      parts.delete(id)
      gone.add(id)
      return now(entry)
    }
    if (event === 'message.received') {
      part.urgency = mostUrgent(part.urgency, (detail?.urgency as Urgency | undefined) ?? 'routine')
      if ((detail?.automatic ?? 'none') === 'none' && part.state !== 'spam') {
        part.state = 'open'
        part.waitingOn = null
        stood = 'open null'
      }
      return [isHome ? entry : ({ ...entry, detail: { ...detail, queueId: null } } as Entry)]
    }
    if (isUrgency(entry)) {
      part.urgency = detail?.to as Urgency
      const to = [...parts.values()].reduce<Urgency>((most, { urgency }) => mostUrgent(most, urgency), 'routine')
      return [{ ...entry, detail: { ...detail, to } } as Entry]
    }
    return isQueue(entry) && !isHome ? [] : [entry]
  })
}

const isMerge = ({ event }: ClockEntry): boolean => event === 'conversation.merged'
const isUrgency = ({ event }: ClockEntry): boolean => event === 'conversation.urgency-set'
const isQueue = ({ event }: ClockEntry): boolean => event === 'conversation.queue-set'

/** What runs before what pauses, and either before what is over. */
const OWED = ['open', 'snoozed', 'waiting', 'resolved', 'spam', 'closed', 'merged'] as const

const mostOwed = (parts: readonly Part[]): Part => {
  const rank = ({ state, waitingOn }: Part) => OWED.indexOf(state) - (waitingOn === 'clinician' ? 0.5 : 0)
  const [most] = parts.toSorted((one, other) => rank(one) - rank(other))
  return most ?? { state: 'open', waitingOn: null, urgency: 'routine' }
}

const STATES: readonly ConversationState[] = ['open', 'waiting', 'snoozed', 'resolved', 'spam']

/** The state that an event sets; undefined: it sets none. */
export const stateAfter = (event: string): ConversationState | undefined =>
  event === 'conversation.woke' ? 'open' : STATES.find((state) => event === `conversation.${state}`)
