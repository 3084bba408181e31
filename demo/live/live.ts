/**
 * The demonstration alive: patients keep writing to the clinic that runs, colleagues answer what nobody took, and the patients answer
 * them in turn. All of it through the product's own doors.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { sqlText } from '#server/platform/sql-text.ts'
import { chooseStaff } from '../cast.ts'
import { DEMO_LANGUAGES } from '../clinic.ts'
import { seededRandom, type Random } from '../random.ts'
import { slotsFor } from '../slots.ts'
import { readStories, tell, type Slots, type Story } from '../story.ts'
import { chooseMatter, type LiveChannel } from './choose-matter.ts'
import { answer, Refused, write, type Doors, type Way } from './write.ts'
import { liveContext, type Colleague } from './world.ts'

export type LiveOptions = {
  doors: Doors
  /** The same seed tells the same matters in the same order. */
  seed: string
  /** Mean seconds from one new matter to the next. */
  everySeconds: number
  /** Colleagues answer what nobody took. */
  withColleagues: boolean
  signal: AbortSignal
  /** One line for each thing that happened; never anybody's words. */
  say(line: string): void
}

/** Matters that wait for the desk at once; beyond it nobody new writes. */
const MATTERS_MAX = 60
const TICK_MS = 1_000
/** Seconds that a patient takes to answer (an answer can be undone for ten of them), and a colleague leaves to the newcomer. */
const PATIENT_TAKES = [15, 45] as const
const COLLEAGUE_LEAVES = [25, 120] as const
/** Nobody goes on with a matter of this age, in minutes. */
const MATTER_ENDS_MIN = 45

type Matter = Way & {
  story: Story
  slots: Slots
  dice: Random
  colleague: Colleague
  /** The next turn of the story. */
  at: number
  beganAt: number
  /** When the next turn may be taken, by the clock of this process. */
  dueAt: number
  /** The newest answer that the patient has noticed. */
  noticedSeq: number
}

type Standing = { id: string; state: string; assigneeId: string | null; lastSeq: number; lastBy: string }

export async function live(options: LiveOptions): Promise<void> {
  const { doors, seed, everySeconds, signal, say } = options
  const dice = seededRandom(`${seed}/live`)
  const stories = DEMO_LANGUAGES.flatMap(readStories)
  const channels = openChannels(doors)
  let matters: Matter[] = []
  let nextAt = Date.now()
  while (!signal.aborted) {
    const now = Date.now()
    matters = matters.filter((matter) => isGoingOn(matter, now))
    if (now >= nextAt && matters.length < MATTERS_MAX) {
      nextAt = now - Math.log(1 - dice.next()) * everySeconds * 1000
      const busy = new Set(matters.map(({ patient }) => patient.id))
      const chosen = chooseMatter({ stories, patients: doors.world.patients, channels, busy, dice })
      if (chosen) {
        const matter = begin(doors, chosen, dice)
        await attempt(options, matter, () => patientsTurn(options, matter))
        matters.push(matter)
      }
    }
    const standing = await standings(doors, matters)
    for (const matter of matters) {
      const stands = standing.get(matter.conversationId ?? '')
      if (stands && !signal.aborted) await attempt(options, matter, () => goOn(options, matter, stands))
    }
    await sleep(TICK_MS, undefined, { signal }).catch(() => say('Everybody stops writing.'))
  }
}

const openChannels = ({ world, smtp }: Doors): ReadonlySet<LiveChannel> =>
  new Set<LiveChannel>([
    'portal-chat',
    'sms',
    ...(world.widgetKey ? ['widget' as const] : []),
    ...(world.mailbox && smtp ? ['email' as const] : []),
  ])

const isGoingOn = ({ story, at, beganAt }: Matter, now: number): boolean =>
  at < story.turns.length && now - beganAt < MATTER_ENDS_MIN * 60_000

function begin(
  doors: Doors,
  { story, channel, patient }: Pick<Matter, 'story' | 'channel' | 'patient'>,
  dice: Random,
): Matter {
  const { staff } = doors.world
  const colleague = chooseStaff({ staff }, story, patient.site, dice)
  const name = `${patient.given} ${patient.family}`
  const startsAt = new Date()
  const slots = slotsFor({
    story,
    clinic: { staff },
    patient,
    writer: { name, site: patient.site },
    staff: colleague,
    startsAt,
    dice,
  })
  const way: Way = { channel, patient, conversationId: null, cookie: null, visitor: null }
  return { ...way, story, slots, dice, colleague, at: 0, beganAt: Date.now(), dueAt: Date.now(), noticedSeq: 0 }
}

/** What one patient's matter meets is no reason for the others to stop; that nobody listens any more is. */
async function attempt({ say }: LiveOptions, matter: Matter, step: () => Promise<void>): Promise<void> {
  try {
    await step()
  } catch (error) {
    if (error instanceof TypeError) throw new Error('The clinic does not answer any more.', { cause: error })
    matter.at = matter.story.turns.length
    say(`${named(matter)}: ${error instanceof Refused || error instanceof Error ? error.message : 'failed'}`)
  }
}

async function patientsTurn({ doors, say }: LiveOptions, matter: Matter): Promise<void> {
  const { story, dice, slots } = matter
  const words = tell(story.turns[matter.at]?.words ?? '', dice, slots)
  matter.conversationId = await write(doors, matter, words, tell(story.subject, dice, slots))
  matter.at += 1
  matter.dueAt = Date.now() + dice.between(...COLLEAGUE_LEAVES) * 1000
  say(`${named(matter)}: a patient writes`)
  // Whoever wrote a mail gets a link as answer, and goes on in the portal: not shown here.
  if (matter.channel === 'email' && !story.turns.slice(matter.at).some(({ by }) => by === 'staff'))
    matter.at = story.turns.length
}

async function goOn(options: LiveOptions, matter: Matter, stands: Standing): Promise<void> {
  const { doors, withColleagues, say } = options
  const { story, dice } = matter
  if (stands.state === 'closed' || stands.state === 'spam') {
    matter.at = story.turns.length
    return
  }
  if (stands.lastBy === 'staff') {
    // A person answered, whatever the story says: the next words are the patient's.
    while (story.turns[matter.at] && story.turns[matter.at]?.by !== 'patient') matter.at += 1
    if (matter.channel === 'email') matter.at = story.turns.length
    if (!isGoingOn(matter, Date.now())) return
    if (stands.lastSeq !== matter.noticedSeq) {
      matter.noticedSeq = stands.lastSeq
      matter.dueAt = Date.now() + dice.between(...PATIENT_TAKES) * 1000
    } else if (Date.now() >= matter.dueAt) await patientsTurn(options, matter)
    return
  }
  while (story.turns[matter.at]?.by === 'note') matter.at += 1
  const turn = story.turns[matter.at]
  const isOurs = stands.assigneeId === null || stands.assigneeId === matter.colleague.id
  if (!withColleagues || turn?.by !== 'staff' || !isOurs || Date.now() < matter.dueAt) return
  const rest = story.turns.slice(matter.at + 1)
  const sent = await answer(doors, matter.colleague, {
    conversationId: stands.id,
    seenSeq: stands.lastSeq,
    text: tell(turn.words, dice, matter.slots),
    isLast: matter.channel === 'email' || !rest.some(({ by }) => by === 'patient'),
  })
  matter.dueAt = Date.now() + COLLEAGUE_LEAVES[1] * 1000
  if (sent) say(`${named(matter)}: ${matter.colleague.given} ${matter.colleague.family} answers`)
}

async function standings({ db, world }: Doors, matters: readonly Matter[]): Promise<Map<string, Standing>> {
  const ids = matters.flatMap(({ conversationId }) => conversationId ?? [])
  if (ids.length === 0) return new Map()
  const rows = await db.transaction(liveContext(world.organizationId), (tx) =>
    tx.run<Standing>(STANDINGS, [world.organizationId, ids]),
  )
  return new Map(rows.map((row) => [row.id, row]))
}

// Notes, events and automatic messages are not an answer.
const STANDINGS = sqlText`
  select c.id, c.state, c.assignee_id as "assigneeId", c.last_seq as "lastSeq",
         (select m.author_kind from message m where m.organization_id = $1 and m.conversation_id = c.id and m.direction in ('in', 'out')
            and m.automatic = 'none' and m.author_kind <> 'system' order by m.seq desc limit 1) as "lastBy"
    from conversation c where c.organization_id = $1 and c.id = any ($2::uuid[])`

const CHANNEL_WORDS: Record<LiveChannel, string> = {
  'portal-chat': 'portal',
  widget: 'chat',
  email: 'mail',
  sms: 'text',
}
const named = ({ story, channel }: Matter): string =>
  `${new Date().toISOString().slice(11, 19)} ${CHANNEL_WORDS[channel].padEnd(6)} ${story.key}`
