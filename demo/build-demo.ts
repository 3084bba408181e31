/** The whole demonstration as rows, made from a seed and a moment: nothing here reads a clock or a dice of its own. */
import { DAY } from './calendar.ts'
import { buildAssistant } from './assistant/build-assistant.ts'
import { buildCallBacks } from './call-backs.ts'
import { buildClinic, buildPublication, type Clinic } from './clinic.ts'
import { buildConversations } from './conversations.ts'
import { buildDue } from './due.ts'
import { openBook } from './journal-book.ts'
import { buildFrontDesk } from './front-desk.ts'
import { buildKnowledge } from './knowledge.ts'
import { buildLooking } from './looking.ts'
import { buildMacros } from './macros.ts'
import { buildOddMail } from './odd-mail.ts'
import { buildPeople, type Patient } from './people.ts'
import { seededRandom } from './random.ts'
import { buildRules } from './rules.ts'
import { noRows, type Rows } from './rows.ts'
import { buildSavedViews } from './saved-views.ts'
import { buildShifts } from './shifts.ts'
import { buildVisits } from './visits.ts'
import { buildWork } from './work.ts'

export const DEMO_SEED = 'lindenbrook-1'
/** Patients of a fresh demonstration; more are added by demo/volume.ts. */
export const DEMO_PATIENTS = 300

export type Demo = {
  clinic: Clinic
  people: readonly Patient[]
  rows: Rows
  files: ReadonlyMap<string, Buffer>
}

export function buildDemo({
  now,
  seed = DEMO_SEED,
  patients = DEMO_PATIENTS,
}: {
  now: Date
  seed?: string
  patients?: number
}): Demo {
  const rows = noRows()
  const files = new Map<string, Buffer>()
  const clinic = buildClinic(seed, now, rows)
  const people = buildPeople(seed, clinic, now, rows, { from: 0, count: patients })
  const book = openBook(seed, clinic.organizationId, new Date(now.getTime() - 31 * DAY), rows)
  // A name in place of a storage key: the loader puts the bytes into the file store and writes its key.
  const keep = (bytes: Buffer): string => {
    const name = `demo-${files.size + 1}`
    files.set(name, bytes)
    return name
  }
  const dice = seededRandom(`${seed}/conversations`)
  buildMacros(seed, clinic, now, rows)
  buildRules(seed, clinic, now, rows)
  buildSavedViews(seed, clinic, now, rows)
  buildKnowledge(seed, clinic, now, rows)
  buildConversations({ seed, clinic, people, rows, book, now, dice, keep })
  buildAssistant({ seed, clinic, people, rows, book, now, dice: dice.fork('assistant') })
  buildOddMail({ seed, clinic, people, rows, book, now, dice: dice.fork('odd-mail'), keep })
  buildFrontDesk({ seed, clinic, people, rows, book, now, dice: dice.fork('front-desk'), keep })
  buildLooking({ seed, clinic, people, rows, book, now, dice: dice.fork('looking') })
  buildCallBacks({ seed, clinic, people, rows, book, now })
  buildVisits({ seed, clinic, people, rows, book, now })
  buildDue({ clinic, rows, book, now })
  buildWork({ seed, clinic, rows, book, now })
  buildShifts({ seed, clinic, rows, book, now })
  buildPublication({ clinic, book, now })
  return { clinic, people, rows, files }
}
