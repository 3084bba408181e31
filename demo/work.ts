/** How much some people take at once and what they are good at, and what two of them hand over at the end of this shift. */
import { DAY, plusMinutes } from './calendar.ts'
import type { Clinic, Staff } from './clinic.ts'
import { demoId } from './demo-id.ts'
import { actorOf, type JournalBook } from './journal-book.ts'
import type { Rows } from './rows.ts'

type Work = { seed: string; clinic: Clinic; rows: Rows; book: JournalBook; now: Date }

const SET_DAYS_AGO = 12

/** Points at once, and levels from 0 to 5, by the address before the at sign. */
const CAPACITIES: Record<string, { capacity: number; skills: Record<string, number> }> = {
  'ines.carranza': { capacity: 100, skills: { scheduling: 4, interpreter: 3 } },
  'grace.lo': { capacity: 80, skills: { scheduling: 3, referrals: 4 } },
  'an.pham': { capacity: 100, skills: { interpreter: 4, scheduling: 2 } },
  'gloria.petrakis': { capacity: 100, skills: { billing: 5 } },
  'neil.huang': { capacity: 60, skills: { billing: 3, estimates: 4 } },
}

/** Who gives one conversation to whom, and how long ago, in minutes. */
const HAND_OVERS = [
  ['grace.lo', 'ines.carranza', 35],
  ['an.pham', 'ines.carranza', 20],
  ['ines.carranza', 'samira.haddad', 15],
] as const

export function buildWork({ seed, clinic, rows, book, now }: Work): void {
  const organization_id = clinic.organizationId
  const author = clinic.staff.find(({ role }) => role === 'supervisor')
  const named = (name: string): Staff => {
    const found = clinic.staff.find(({ email }) => email.startsWith(`${name}@`))
    if (!found || !author) throw new Error(`the demonstration has nobody called ${name}`)
    return found
  }
  for (const [name, { capacity, skills }] of Object.entries(CAPACITIES)) {
    rows.capacity_rule.push({
      organization_id,
      staff_id: named(name).id,
      capacity,
      skills,
      version: 1,
      author_id: author?.id ?? null,
      changed_at: new Date(now.getTime() - SET_DAYS_AGO * DAY),
    })
  }
  for (const [place, [giver, taker, minutes]] of HAND_OVERS.entries()) {
    const [from, to] = [named(giver), named(taker)]
    const at = plusMinutes(now, -minutes)
    const given = rows.conversation.find(
      ({ assignee_id, assignment, state, labels }) =>
        assignee_id === from.id &&
        assignment === 'assigned' &&
        (state === 'open' || state === 'waiting') &&
        !(labels as string[] | undefined)?.length,
    )
    if (!given) continue
    rows.hand_over.push({
      organization_id,
      id: demoId(`${seed}/hand-over/${place}`, at),
      conversation_id: given.id as string,
      from_id: from.id,
      to_id: to.id,
      state: 'open',
      offered_at: at,
      settled_at: null,
    })
    book.write({
      event: 'conversation.hand-over-offered',
      action: 'U',
      actor: actorOf(from),
      at,
      resourceKind: 'conversation',
      resourceId: given.id as string,
      conversationId: given.id as string,
      patientId: given.patient_id as string | null,
      detail: { from: from.id, to: to.id },
    })
  }
}
