/** A month of conversations: which story is told by whom, on which channel, when, and how far it has come. */
import { DAY, plusMinutes, whenOpen } from './calendar.ts'
import type { Clinic, DemoLanguage, Site, Staff } from './clinic.ts'
import { DEMO_LANGUAGES } from './clinic.ts'
import { demoId } from './demo-id.ts'
import { actorOf, SYSTEM, type JournalBook } from './journal-book.ts'
import { makeFile } from './made-files.ts'
import type { Patient } from './people.ts'
import type { Random } from './random.ts'
import type { Rows } from './rows.ts'
import { readStories, tell, type Channel, type Slots, type Story, type Turn } from './story.ts'
import { openThread, type InboundFile, type Thread, type Writer } from './thread.ts'
import { chooseStaff, chooseWriter, chooseUnknownWriter } from './cast.ts'
import { slotsFor } from './slots.ts'

export type ConversationSetting = {
  seed: string
  clinic: Clinic
  people: readonly Patient[]
  rows: Rows
  book: JournalBook
  now: Date
  dice: Random
  /** Where the bytes of an attachment will be found; null: bytes are not kept (benchmarks). */
  keep(bytes: Buffer): string | null
}

export type TurnedOut = 'closed' | 'resolved' | 'waiting' | 'snoozed' | 'open' | 'spam' | 'alert'

/** How often each story is told, and how its tellings end. Endings that a story does not know are passed on to the next one. */
const TELLINGS_PER_LANGUAGE: Record<DemoLanguage, number> = { en: 160, es: 76, zh: 28, vi: 28, ar: 24, pt: 24 }

/** Of each ten tellings. `waiting` and `snoozed` are told first by the stories that can stand still. */
const ENDINGS: readonly TurnedOut[] = [
  'closed',
  'resolved',
  'open',
  'closed',
  'waiting',
  'resolved',
  'closed',
  'open',
  'snoozed',
  'closed',
]

/** Last word at least and at most this long ago, in minutes. A resolved conversation closes after 14 days. */
const LAST_WORD: Record<TurnedOut, readonly [least: number, most: number]> = {
  closed: [15.2 * 1440, 29 * 1440],
  resolved: [180, 13 * 1440],
  waiting: [240, 9 * 1440],
  snoozed: [300, 6 * 1440],
  open: [4, 2.6 * 1440],
  spam: [600, 24 * 1440],
  alert: [0.2, 0.6],
}

export function buildConversations(setting: ConversationSetting): void {
  for (const language of DEMO_LANGUAGES) {
    const stories = readStories(language)
    if (stories.length === 0) throw new Error(`no stories in ${language}`)
    const dice = setting.dice.fork(language)
    for (let n = 0; n < TELLINGS_PER_LANGUAGE[language]; n++) {
      const story = stories[n % stories.length] as Story
      const round = Math.floor(n / stories.length)
      const ending = endingFor(story, ENDINGS[(n + 3 * round) % ENDINGS.length] as TurnedOut, dice, round)
      // A red flag that nobody has taken yet is told once.
      if (ending === 'alert' && round > 0) continue
      if (ending !== null)
        tellStory({ ...setting, dice: dice.fork(`${story.key}/${round}`) }, story, ending, `${story.key}/${round}`)
    }
  }
}

/** The wanted ending if the story has it, else one that it has. */
function endingFor(story: Story, wanted: TurnedOut, dice: Random, round: number): TurnedOut {
  const paused = story.turns.some(({ pause }) => pause !== null)
  const known = story.endings as readonly TurnedOut[]
  if (known.length === 1) return known[0] as TurnedOut
  // A story that can stand still does so the first time it is told.
  if (paused && round === 0)
    return story.turns.some(({ pause }) => pause?.startsWith('snoozed')) ? 'snoozed' : 'waiting'
  if (known.includes(wanted)) return wanted
  return dice.pick(known.filter((one) => one !== 'alert'))
}

type Line = { turn: Turn; at: Date }

function tellStory(setting: ConversationSetting, story: Story, ending: TurnedOut, key: string): void {
  const { clinic, rows, now, seed, dice } = setting
  const turns = cutTurns(story, ending, dice)
  const channel = channelFor(story, ending, dice)
  const cast = castFor(setting, story, channel, key)
  if (!cast) return
  const { writer, patient } = cast
  const lines = scheduleTurns(turns, {
    channel,
    site: writer.site,
    ending,
    now,
    dice,
    isUrgent: story.endings.includes('alert') || story.kind === 'clinical',
  })
  const startsAt = lines[0]?.at ?? now
  const staff = chooseStaff(clinic, story, writer.site, dice)
  const slots: Slots = slotsFor({ story, clinic, patient, writer, staff, startsAt, dice })
  if (writer.visitorId) addVisitor(setting, writer, writer.visitorId, startsAt, lines.at(-1)?.at ?? now)
  const subject = channel === 'widget' ? '' : tell(story.subject, dice, slots)
  const thread = openThread({ seed, key, clinic, rows, book: setting.book, channel, writer, subject, startsAt })
  const desk: Desk = { setting, story, thread, staff, slots, lines, writer, ending, channel }
  for (const n of lines.keys()) playLine(desk, n)
  finish(desk)
}

/** Where the telling stops: at the story's pause for waiting, after a patient's words for open. */
function cutTurns(story: Story, ending: TurnedOut, dice: Random): readonly Turn[] {
  const { turns } = story
  if (ending === 'alert' || ending === 'spam') return turns.slice(0, 1)
  if (ending === 'waiting' || ending === 'snoozed') {
    const at = turns.findIndex(({ pause }) => pause?.startsWith(ending))
    return at < 0 ? turns : turns.slice(0, at + 1)
  }
  if (ending === 'open') {
    const asking = turns.flatMap(({ by }, n) => (by === 'patient' && (n === 0 || n < turns.length - 1) ? [n] : []))
    return turns.slice(0, dice.pick(asking.length > 0 ? asking : [0]) + 1)
  }
  return turns
}

const channelFor = ({ channels }: Story, ending: TurnedOut, dice: Random): Channel =>
  ending === 'alert' ? (channels[0] as Channel) : dice.pick(channels)

type Cast = { writer: Writer; patient: Patient | null }

function castFor(
  { clinic, people, dice, seed, now }: ConversationSetting,
  story: Story,
  channel: Channel,
  key: string,
): Cast | undefined {
  if (story.who === 'unknown')
    return {
      writer: chooseUnknownWriter(clinic, story, channel, dice, demoId(`${seed}/visitor/${key}`, now)),
      patient: null,
    }
  return chooseWriter(people, story, channel, dice, demoId(`${seed}/visitor/${key}`, now))
}

type Timing = { channel: Channel; site: Site; ending: TurnedOut; now: Date; dice: Random; isUrgent: boolean }

/** A telling that does not fit is begun earlier, this often at most. */
const FIT_TRIES = 12

/** Gives each turn its moment, the last one within the ending's window before `now`. */
function scheduleTurns(turns: readonly Turn[], timing: Timing): Line[] {
  const { ending, now, dice } = timing
  const [least, most] = LAST_WORD[ending]
  // Newer words are likelier than older ones where the desk still has work.
  const share = ending === 'open' ? dice.next() ** 2 : dice.next()
  const lastAt = plusMinutes(now, -(least + share * (most - least)))
  const gaps = turns.map((turn, n) => (n === 0 ? 0 : gapBefore(turn, timing)))
  let start = plusMinutes(lastAt, -gaps.reduce((sum, gap) => sum + gap, 0))
  let lines: Line[] = []
  for (let tries = 0; tries < FIT_TRIES; tries++) {
    lines = playClock(turns, gaps, start, timing)
    const end = lines.at(-1)?.at ?? lastAt
    const over = (end.getTime() - lastAt.getTime()) / 60_000
    if (end <= plusMinutes(now, -least) && (over <= 0 || tries > 5)) return lines
    start = plusMinutes(start, -Math.max(over, 7) - dice.between(1, 90))
  }
  return lines
}

function playClock(
  turns: readonly Turn[],
  gaps: readonly number[],
  start: Date,
  { site, channel, dice }: Timing,
): Line[] {
  let at = channel === 'widget' ? whenOpen(start, site.timeZone, 5) : start
  const lines: Line[] = []
  for (const [n, turn] of turns.entries()) {
    at = plusMinutes(at, gaps[n] ?? 0)
    if (turn.by !== 'patient' && (gaps[n] ?? 0) > NIGHT_STAFF_MIN)
      at = whenOpen(at, site.timeZone, 3 + dice.between(0, 70))
    lines.push({ turn, at })
  }
  return lines
}

/** Staff on call answer a red flag within this time at any hour, in minutes; other answers wait for the opening. */
const NIGHT_STAFF_MIN = 8

function gapBefore({ by, afterMinutes }: Turn, { channel, dice, isUrgent }: Timing): number {
  if (afterMinutes !== null) return afterMinutes + dice.next() * afterMinutes * 0.2
  const seconds = dice.between(5, 55) / 60
  if (channel === 'widget') return (by === 'patient' ? dice.between(0, 3) : dice.between(1, 6)) + seconds
  if (by === 'note') return dice.between(2, 25) + seconds
  if (by === 'patient') return (dice.chance(0.7) ? dice.between(3, 150) : dice.between(200, 1300)) + seconds
  return (isUrgent ? dice.between(9, 70) : dice.between(15, 220)) + seconds
}

type Desk = {
  setting: ConversationSetting
  story: Story
  thread: Thread
  staff: Staff
  slots: Slots
  lines: readonly Line[]
  writer: Writer
  ending: TurnedOut
  channel: Channel
}

function playLine({ setting, story, thread, staff, slots, lines, ending, channel, writer }: Desk, n: number): void {
  const { clinic, dice } = setting
  const { turn, at } = lines[n] as Line
  const by = staffNamed(clinic, turn.staff) ?? staff
  if (turn.by === 'patient') {
    const files = turn.files.map((file): InboundFile => {
      const made = makeFile(file.kind, file.name, dice)
      return { name: file.name, ...made, storageKey: setting.keep(made.bytes) }
    })
    const isHtml = channel === 'email' && dice.chance(0.4)
    const signature = channel === 'email' && dice.chance(0.45) ? signatureOf(writer, story.language, dice) : undefined
    thread.receive({ text: tell(turn.words, dice, slots), at, files, isHtml, ...(signature ? { signature } : {}) })
    if (thread.hasOpenAlert() && ending !== 'alert') {
      const nurses = nursesFor(clinic, story.language)
      const taker = nurses[dice.chance(0.75) ? 0 : 1] ?? staff
      thread.acceptAlert(taker, plusMinutes(at, dice.between(18, 115) / 60), nurses.slice(1))
    }
    return
  }
  const text = tell(turn.words, dice, { ...slots, staff: by.given })
  if (turn.by === 'note') {
    const mentions = [...text.matchAll(/@([A-Z][\w-]+)/g)].flatMap(
      ([, given]) => staffNamed(clinic, given ?? null) ?? [],
    )
    const isSettled = ending === 'closed' || ending === 'resolved'
    thread.note(by, {
      text,
      at,
      readers: turn.readers,
      mentions,
      settledAt: isSettled ? plusMinutes(at, dice.between(20, 300)) : null,
    })
    return
  }
  thread.read(by, plusMinutes(at, -dice.between(1, 4)))
  const next = lines.slice(n + 1).find((line) => line.turn.by === 'patient')?.at
  const readLater = plusMinutes(at, dice.between(2, 200))
  const seenAt = next ? plusMinutes(next, -0.7) : dice.chance(0.75) && readLater < setting.now ? readLater : null
  thread.answer(by, { text, at, seenAt: channel === 'email' || (seenAt && seenAt <= at) ? null : seenAt })
}

const staffNamed = (clinic: Clinic, given: string | null): Staff | undefined =>
  given === null ? undefined : clinic.staff.find((one) => one.given === given && one.state === 'active')

/** Nurses who speak the language first. */
const nursesFor = (clinic: Clinic, language: DemoLanguage): Staff[] =>
  clinic.staff
    .filter(({ role, state }) => role === 'nurse' && state === 'active')
    .toSorted((a, b) => Number(b.languages.includes(language)) - Number(a.languages.includes(language)))

const SENT_FROM: Record<DemoLanguage, readonly string[]> = {
  en: ['Sent from my phone', 'Sent from my tablet'],
  es: ['Enviado desde mi celular'],
  zh: ['发自我的手机'],
  vi: ['Gửi từ điện thoại của tôi'],
  ar: ['أرسلت من هاتفي'],
  pt: ['Enviado do meu celular'],
}

const signatureOf = (writer: Writer, language: DemoLanguage, dice: Random): string | undefined =>
  dice.chance(0.5) ? dice.pick(SENT_FROM[language]) : (writer.name ?? undefined)

function addVisitor(
  { rows, clinic }: ConversationSetting,
  writer: Writer,
  visitorId: string,
  from: Date,
  to: Date,
): void {
  rows.visitor.push({
    organization_id: clinic.organizationId,
    id: visitorId,
    channel_account_id: clinic.widgetAccountId,
    // The hash of no secret: the browser that once had one is gone.
    secret_hash: Buffer.alloc(32),
    language: writer.language,
    patient_id: writer.patientId,
    created_at: from,
    last_seen_at: to,
  })
}

/** A snoozed conversation comes back within this time, in days. */
const SNOOZED_MAX_DAYS = 7

function finish(desk: Desk): void {
  const { thread, ending, staff, lines, setting } = desk
  const { dice, now } = setting
  const lastAt = lines.at(-1)?.at ?? now
  const doneAt = [plusMinutes(lastAt, dice.between(1, 45)), plusMinutes(now, -1)].toSorted(
    (a, b) => a.getTime() - b.getTime(),
  )[0] as Date
  const assigned = { assignee_id: thread.conversation.assignee_id ?? staff.id, assignment: 'assigned' as const }
  switch (ending) {
    case 'closed':
    case 'resolved':
      thread.change({ ...assigned, state: ending, resolved_at: doneAt, unread_since: null })
      thread.tellChange('conversation.resolved', actorOf(staff), doneAt, { from: 'open' })
      if (ending === 'closed')
        thread.tellChange('conversation.closed', SYSTEM, plusMinutes(doneAt, 14 * 1440), { from: 'resolved' })
      return
    case 'waiting': {
      const waitingOn = pauseOf(desk) ?? 'patient'
      thread.change({ ...assigned, state: 'waiting', waiting_on: waitingOn, unread_since: null })
      thread.tellChange('conversation.waiting', actorOf(staff), doneAt, { from: 'open', waitingOn })
      return
    }
    case 'snoozed': {
      const until = new Date(now.getTime() + dice.between(1, SNOOZED_MAX_DAYS) * DAY - dice.between(0, 6) * 3_600_000)
      thread.change({
        ...assigned,
        state: 'snoozed',
        snoozed_until: until,
        snoozed_for: pauseOf(desk) ?? null,
        unread_since: null,
      })
      thread.tellChange('conversation.snoozed', actorOf(staff), doneAt, { from: 'open', until: until.toISOString() })
      return
    }
    case 'spam':
      thread.change({ state: 'spam', unread_since: null })
      thread.tellChange('conversation.spam', actorOf(staff), doneAt, { from: 'open' })
      return
    case 'open':
      leaveOpen(desk, doneAt)
      return
    case 'alert':
      return
  }
}

/** Some open conversations were looked at or taken, some nobody has opened yet; a few hold half a reply. */
function leaveOpen({ thread, staff, setting, slots, story }: Desk, at: Date): void {
  const { dice, rows, clinic, now } = setting
  if (now.getTime() - at.getTime() < 10 * 60_000 || dice.chance(0.5)) return
  thread.read(staff, at)
  if (thread.conversation.assignee_id === null && dice.chance(0.6)) {
    thread.change({ assignee_id: staff.id, assignment: 'assigned' })
    thread.tellChange('conversation.assigned', actorOf(staff), plusMinutes(at, 0.3), { to: staff.id, from: null })
  }
  const reply = story.turns.find(({ by }) => by === 'staff')
  if (!reply || !dice.chance(0.35)) return
  const whole = tell(reply.words, dice, slots)
  rows.draft.push({
    organization_id: clinic.organizationId,
    id: demoId(`${setting.seed}/draft/${thread.id}`, at),
    staff_id: staff.id,
    conversation_id: thread.id,
    mode: 'reply',
    text: whole.slice(0, Math.max(12, Math.floor(whole.length * 0.6))),
    device_version: dice.between(3, 60),
    saved_at: plusMinutes(at, 0.8),
    other_text: null,
    other_saved_at: null,
  })
}

const pauseOf = ({ lines, ending }: Desk): string | undefined =>
  lines
    .at(-1)
    ?.turn.pause?.split(' ')
    .slice(ending === 'waiting' || ending === 'snoozed' ? 1 : 2)[0]
