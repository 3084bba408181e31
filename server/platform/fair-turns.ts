/**
 * A few places for the work of many organizations (trust-D57, decision 0214). Whoever finds none free waits in the line of his own
 * organization, and the organizations take turns: one that floods waits behind itself, and a neighbour's call is the next but a few.
 *
 * A line is short, in length and in time: what would wait longer is turned away, to come again. What is urgent goes to its head instead,
 * and is read only then. Work that nobody waits for (jobs) stands in a line of its own beside it, and is never turned away: whoever
 * sends it bounds it. A place is held for a moment at most; work that takes longer goes on without one, so that nothing that waits for
 * somebody outside, or for a slow statement, keeps others out.
 */

/** A stranger is known by the address he calls from; he is a party of his own, and no neighbour for whom room is kept. */
export type Party = { kind: 'organization' | 'stranger'; name: string }

export type GiveBack = () => void

export type FairTurns = {
  /**
   * The place, at once where one is free. `isUrgent` is asked only of work that would be turned away.
   * @throws {NoTurn}
   */
  take(party: Party, isUrgent?: () => boolean): GiveBack | Promise<GiveBack>
  /** For work that is bounded elsewhere: waits as long as it takes. */
  wait(party: Party): GiveBack | Promise<GiveBack>
  load(): { held: number; waiting: number; turnedAway: number }
}

/** Turned away. `wasUrgent`: even so, since too much that is urgent waits already. */
export class NoTurn extends Error {
  readonly wasUrgent: boolean
  constructor(wasUrgent: boolean) {
    super('no turn')
    this.wasUrgent = wasUrgent
  }
}

export type TurnLimits = {
  /** Places in all: by how many connections to the database there are. */
  atOnce: number
  /** Of them, for one organization while another one is there. */
  besideOthers: number
  /** A place is held this long at most, in milliseconds. */
  holdMs: number
  /** In the line of one organization: how many, and how long each, in milliseconds (trust-D72). */
  lineMax: number
  waitMs: number
  /** At its head, of what is urgent. */
  urgentMax: number
  /** Lines in all; whoever comes beyond stands in one with the others. */
  partiesMax: number
  /** An organization is there for so long after its last call, in milliseconds. */
  thereMs: number
}

export const TURNS: TurnLimits = {
  atOnce: 16,
  besideOthers: 4,
  holdMs: 250,
  lineMax: 100,
  waitMs: 1_000,
  urgentMax: 500,
  partiesMax: 1_000,
  thereMs: 10_000,
}

type Waiter = { begin(): void; late: NodeJS.Timeout | undefined }
/** The lines of one party: what is urgent, its calls, its jobs. */
type Lines = {
  name: string
  party: Party
  held: number
  urgent: Waiter[]
  calls: Waiter[]
  jobs: Waiter[]
  isJobNext: boolean
}
type Line = 'urgent' | 'calls' | 'jobs'

export function fairTurns(limits: TurnLimits = TURNS): FairTurns {
  /** Of those who hold a place or wait for one, in the order in which their turns come. */
  const parties = new Map<string, Lines>()
  let held = 0
  let waiting = 0
  let turnedAway = 0
  /** The organization that was there last, and the last one that is not this one. */
  let latest = { name: '', at: -Infinity }
  let before = latest

  const note = ({ kind, name }: Party): void => {
    if (kind === 'stranger') return
    if (latest.name !== name) before = latest
    latest = { name, at: performance.now() }
  }
  const isBesideOthers = ({ name }: Party): boolean =>
    performance.now() - (latest.name === name ? before : latest).at < limits.thereMs
  const mayBegin = ({ party, held: own }: Lines): boolean =>
    held < limits.atOnce && (own < limits.besideOthers || !isBesideOthers(party))

  const linesOf = (party: Party): Lines => {
    const name = `${party.kind} ${party.name}`
    const known = parties.get(name)
    if (known) return known
    if (parties.size >= limits.partiesMax && party !== THE_REST) return linesOf(THE_REST)
    const lines = { name, party, held: 0, urgent: [], calls: [], jobs: [], isJobNext: false }
    parties.set(name, lines)
    return lines
  }
  const leaveIfEmpty = (lines: Lines): void => {
    if (lines.held === 0 && waitingIn(lines) === 0) parties.delete(lines.name)
  }
  /** Its next turn comes after those of all others. */
  const moveBack = (lines: Lines): void => {
    parties.delete(lines.name)
    parties.set(lines.name, lines)
  }

  const hold = (lines: Lines): GiveBack => {
    moveBack(lines)
    held += 1
    lines.held += 1
    let isBack = false
    const giveBack = (): void => {
      if (isBack) return
      isBack = true
      clearTimeout(overdue)
      held -= 1
      lines.held -= 1
      leaveIfEmpty(lines)
      if (waiting > 0) goOn()
    }
    const overdue = setTimeout(giveBack, limits.holdMs)
    overdue.unref()
    return giveBack
  }

  function goOn(): void {
    // Who has begun stands at the end, so this very round may come to it again.
    for (const lines of parties.values()) {
      if (held >= limits.atOnce || waiting === 0) return
      if (waitingIn(lines) > 0 && mayBegin(lines)) nextOf(lines)?.begin()
    }
  }

  const queue = (lines: Lines, line: Line, isUrgent: () => boolean): Promise<GiveBack> =>
    new Promise((began, failed) => {
      const waiter: Waiter = {
        begin() {
          clearTimeout(waiter.late)
          waiting -= 1
          began(hold(lines))
        },
        late: undefined,
      }
      const turnAway = (): void => {
        lines.calls.splice(lines.calls.indexOf(waiter), 1)
        const urgent = mayBeUrgent(isUrgent)
        if (urgent && lines.urgent.length < limits.urgentMax) return void lines.urgent.push(waiter)
        waiting -= 1
        turnedAway += 1
        leaveIfEmpty(lines)
        failed(new NoTurn(urgent))
      }
      if (line === 'calls') waiter.late = setTimeout(turnAway, limits.waitMs)
      lines[line].push(waiter)
      waiting += 1
    })

  const enter = (party: Party, line: Line, isUrgent: () => boolean): GiveBack | Promise<GiveBack> => {
    note(party)
    const lines = linesOf(party)
    if (waitingIn(lines) === 0 && mayBegin(lines)) return hold(lines)
    if (line !== 'calls' || lines.calls.length < limits.lineMax) return queue(lines, line, isUrgent)
    const urgent = mayBeUrgent(isUrgent)
    if (urgent && lines.urgent.length < limits.urgentMax) return queue(lines, 'urgent', isUrgent)
    turnedAway += 1
    throw new NoTurn(urgent)
  }

  return {
    take: (party, isUrgent = () => false) => enter(party, 'calls', isUrgent),
    wait: (party) => enter(party, 'jobs', () => false),
    load: () => ({ held, waiting, turnedAway }),
  }
}

const THE_REST: Party = { kind: 'stranger', name: '' }

/** What cannot be read may be anything. */
function mayBeUrgent(isUrgent: () => boolean): boolean {
  try {
    return isUrgent()
  } catch {
    return true
  }
}

const waitingIn = ({ urgent, calls, jobs }: Lines): number => urgent.length + calls.length + jobs.length

/** What is urgent first; then calls and jobs by turns. */
function nextOf(lines: Lines): Waiter | undefined {
  if (lines.urgent.length > 0) return lines.urgent.shift()
  const isJob = lines.jobs.length > 0 && (lines.isJobNext || lines.calls.length === 0)
  lines.isJobNext = !isJob
  return (isJob ? lines.jobs : lines.calls).shift()
}
