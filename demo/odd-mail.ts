/** What a mailbox really gets beside letters: answers of machines, mail that came back, duplicates, and what cannot be read at all. */
import { createHash } from 'node:crypto'
import { plusMinutes } from './calendar.ts'
import type { ConversationSetting } from './conversations.ts'
import { MAILBOX } from './clinic.ts'
import { demoId } from './demo-id.ts'
import { SYSTEM } from './journal-book.ts'
import type { Patient } from './people.ts'
import { openThread, type DeliveryFate, type Writer } from './thread.ts'

type OddMail = {
  subject: string
  asks: string
  answer: string
  fate: DeliveryFate
  back: { text: string; automatic: 'auto_reply' | 'bounce' } | null
  daysAgo: number
}

const ODD_MAILS: readonly OddMail[] = [
  {
    subject: 'Parking for my visit',
    asks: 'Is there parking for a large van at your clinic? We come with two wheelchairs.',
    answer: 'Yes, the two wide places beside the door are for vans. Please call us when you arrive and we will help.',
    fate: 'arrived',
    back: {
      text: 'I am out of the office until Monday and will read your mail when I am back.',
      automatic: 'auto_reply',
    },
    daysAgo: 2,
  },
  {
    subject: 'New address',
    asks: 'I moved last week. Could you write down my new street, 9 Birch Lane?',
    answer: 'Thank you, your new street is in our records now.',
    fate: 'failed',
    back: {
      text: 'Your message could not be delivered. The mailbox of the recipient does not exist (5.1.1).',
      automatic: 'bounce',
    },
    daysAgo: 4,
  },
  {
    subject: 'Question about my glasses',
    asks: 'Did I leave my reading glasses in the exam room? They have a green case.',
    answer: 'We found a green case at the desk and will keep it for you.',
    fate: 'failed',
    back: null,
    daysAgo: 1.3,
  },
  {
    subject: 'Opening hours on the holiday',
    asks: 'Are you open on the day after the holiday?',
    answer: 'We are open from 8 to 6 on that day.',
    fate: 'unknown',
    back: null,
    daysAgo: 0.8,
  },
  {
    subject: 'Letter for my landlord',
    asks: 'Could I get a short letter that I need a flat on the ground floor?',
    answer: 'Our team will write it this week and put it in your portal.',
    fate: 'unknown',
    back: null,
    daysAgo: 3.1,
  },
  {
    subject: 'Moving my visit',
    asks: 'Can I come an hour earlier on Thursday?',
    answer: 'An hour earlier works. See you on Thursday.',
    fate: 'blocked',
    back: null,
    daysAgo: 1.9,
  },
]

export function buildOddMail(setting: ConversationSetting): void {
  const writers = setting.people.filter(
    (one) => one.language === 'en' && one.age >= 18 && one.email !== null && !one.sharesEmail,
  )
  for (const [n, odd] of ODD_MAILS.entries()) {
    const patient = writers[(n * 7 + 3) % writers.length]
    if (patient?.email) playOddMail(setting, odd, patient, n)
  }
  addMerged(setting, writers)
  addDuplicates(setting)
  addSetAside(setting)
  addCounts(setting)
}

function playOddMail(setting: ConversationSetting, odd: OddMail, patient: Patient, n: number): void {
  const { seed, clinic, rows, book, now, dice } = setting
  const startsAt = plusMinutes(now, -odd.daysAgo * 1440)
  const thread = openThread({
    seed,
    key: `odd/${n}`,
    clinic,
    rows,
    book,
    channel: 'email',
    writer: mailWriter(patient),
    subject: odd.subject,
    startsAt,
  })
  const staff = clinic.staff.find(({ role }) => role === 'agent') ?? clinic.staff[0]
  if (!staff) return
  thread.receive({ text: odd.asks, at: startsAt })
  const answeredAt = plusMinutes(startsAt, dice.between(20, 90))
  thread.read(staff, plusMinutes(answeredAt, -2))
  thread.answer(staff, { text: odd.answer, at: answeredAt, delivery: odd.fate })
  if (!odd.back) return
  const from =
    odd.back.automatic === 'bounce' ? { name: 'Mail Delivery System', address: 'postmaster@example.org' } : undefined
  thread.receive({
    text: odd.back.text,
    at: plusMinutes(answeredAt, 1),
    automatic: odd.back.automatic,
    ...(from ? { from } : {}),
  })
}

const mailWriter = (patient: Patient): Writer => ({
  kind: 'patient',
  id: patient.id,
  patientId: patient.id,
  relatedPersonId: null,
  visitorId: null,
  address: patient.email?.value ?? null,
  contactPointId: patient.email?.id ?? null,
  name: `${patient.given} ${patient.family}`,
  level: 'matched',
  proxyLinkId: null,
  language: patient.language,
  site: patient.site,
})

/** The same question asked twice: the second conversation was merged into the first. */
function addMerged(setting: ConversationSetting, writers: readonly Patient[]): void {
  const { seed, clinic, rows, book, now } = setting
  const patient = writers[11 % Math.max(1, writers.length)]
  if (!patient) return
  const startsAt = plusMinutes(now, -6.2 * 1440)
  const open = (key: string, at: Date) =>
    openThread({
      seed,
      key,
      clinic,
      rows,
      book,
      channel: 'email',
      writer: mailWriter(patient),
      subject: 'Sleep study',
      startsAt: at,
    })
  const first = open('merged/1', startsAt)
  first.receive({ text: 'When is my sleep study, and do I bring my own pillow?', at: startsAt })
  const again = plusMinutes(startsAt, 95)
  const second = open('merged/2', again)
  second.receive({ text: 'Sorry, I forgot to ask: may my wife stay with me during the sleep study?', at: again })
  second.change({ state: 'merged', merged_into: first.id, unread_since: null })
  second.tellChange('conversation.merged', SYSTEM, plusMinutes(again, 30), {
    from: second.conversation.number,
    into: first.conversation.number,
    messages: '1',
  })
}

/** A mail server that hands the same mail over twice. */
function addDuplicates({ rows, clinic, now }: ConversationSetting): void {
  const source = `email:${clinic.mailboxAccountId}`
  const entries = rows.inbox_entry.flatMap((row, n) =>
    row.source === source && (row.received_at as Date) < plusMinutes(now, -1440) ? [n] : [],
  )
  for (const n of entries.filter((_, k) => k % 29 === 5)) {
    const row = rows.inbox_entry[n]
    if (row) rows.inbox_entry[n] = { ...row, repeats: 1 }
  }
}

type Unreadable = {
  cause: string
  bytes: Buffer
  minutesAgo: number
  state: 'open' | 'assigned' | 'dismissed' | 'replayed'
  reason: string | null
}

const head = (subject: string): string =>
  `From: "A Sender" <a.sender@example.org>\r\nTo: ${MAILBOX}\r\nSubject: ${subject}\r\n`

const UNREADABLE: readonly Unreadable[] = [
  {
    cause: 'unreadable',
    bytes: Buffer.from(
      `${head('Scan of all my papers')}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n${'--x\r\nContent-Type: text/plain\r\n\r\np\r\n'.repeat(600)}--x--\r\n`,
    ),
    minutesAgo: 47,
    state: 'open',
    reason: null,
  },
  {
    cause: 'unreadable',
    bytes: Buffer.concat([
      Buffer.from(`${head('Insurance letter')}Content-Type: multipart/mixed; boundary="never-comes"\r\n\r\n`),
      Buffer.from([0, 255, 254, 13, 0, 128, 129]),
    ]),
    minutesAgo: 9,
    state: 'open',
    reason: null,
  },
  {
    cause: 'mail-loop',
    bytes: Buffer.from(
      `${head('Auto: Auto: Auto: received')}Auto-Submitted: auto-replied\r\n\r\nWe have received your message.\r\n`,
    ),
    minutesAgo: 26 * 60,
    state: 'assigned',
    reason: null,
  },
  {
    cause: 'unreadable',
    bytes: Buffer.from(`${head('win a phone')}Content-Type: text/html\r\n\r\n<x><x><x>`),
    minutesAgo: 5 * 1440,
    state: 'dismissed',
    reason: 'Advertising with a broken body, nothing to answer.',
  },
]

function addSetAside({ seed, clinic, rows, book, now }: ConversationSetting): void {
  const organization_id = clinic.organizationId
  const source = `email:${clinic.mailboxAccountId}`
  const owner = clinic.staff.find(({ role }) => role === 'supervisor')?.id ?? null
  for (const [n, { cause, bytes, minutesAgo, state, reason }] of UNREADABLE.entries()) {
    const received_at = plusMinutes(now, -minutesAgo)
    const id = demoId(`${seed}/set-aside/${n}`, received_at)
    const raw_id = demoId(`${seed}/set-aside/raw/${n}`, received_at)
    const digest = createHash('sha256').update(bytes).digest()
    const external_id = `<${digest.toString('hex').slice(0, 24)}@example.org>`
    rows.raw_message.push({ organization_id, id: raw_id, source, bytes, received_at })
    rows.inbox_entry.push({
      organization_id,
      source,
      external_id,
      content_digest: digest,
      outcome: 'set_aside',
      reason: cause,
      message_id: null,
      received_at,
      repeats: 0,
    })
    const isSettled = state === 'dismissed' || state === 'replayed'
    rows.set_aside.push({
      organization_id,
      id,
      source,
      external_id,
      cause,
      raw_id,
      state,
      owner_id: state === 'open' ? null : owner,
      reason,
      tries: 0,
      received_at,
      settled_at: isSettled ? plusMinutes(received_at, 40) : null,
    })
    book.write({
      event: 'inbox.set-aside',
      action: 'C',
      actor: SYSTEM,
      at: received_at,
      resourceKind: 'set-aside',
      resourceId: id,
      detail: { source, cause },
    })
  }
}

/** Seen = stored + duplicate + refused + set aside, for each hour of the mailbox (desk-D58). */
function addCounts({ clinic, rows }: ConversationSetting): void {
  const source = `email:${clinic.mailboxAccountId}`
  const hours = new Map<number, { stored: number; duplicate: number; set_aside: number }>()
  for (const row of rows.inbox_entry) {
    if (row.source !== source) continue
    const hour = Math.floor((row.received_at as Date).getTime() / 3_600_000) * 3_600_000
    const count = hours.get(hour) ?? { stored: 0, duplicate: 0, set_aside: 0 }
    count[row.outcome === 'set_aside' ? 'set_aside' : 'stored'] += 1
    count.duplicate += row.repeats as number
    hours.set(hour, count)
  }
  for (const [hour, { stored, duplicate, set_aside }] of hours) {
    rows.mailbox_count.push({
      organization_id: clinic.organizationId,
      source,
      hour: new Date(hour),
      seen: stored + duplicate + set_aside,
      stored,
      duplicate,
      refused: 0,
      set_aside,
    })
  }
}
