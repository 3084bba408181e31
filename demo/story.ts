/**
 * The stories that conversations of the demonstration are made from: plain text files in demo/stories/, one per language.
 *
 *   == key | channels | kind | endings | who        a story begins; kind is who answers: service, clinical or billing
 *   subject: ...
 *   > words of the patient (or of who speaks for the patient)
 *   < words of staff                                 "< @Priya words": this member of staff
 *   ~ a note behind the desk                         "~ [clinical] @Mateo words": for these readers, mentioning this colleague
 *   +2d                                              the next turn comes after this time (m, h, d)
 *   --waiting pharmacy                               the story may stand still here, in this state
 *   {slot}  [this|or that]                           filled in and chosen anew for each conversation
 *
 * Lines without a mark belong to the turn above. `[[photo: name.png]]`, `[[paper: name.pdf]]`, `[[text: name.txt]]` add a file.
 */
import { readFileSync } from 'node:fs'
import type { DemoLanguage } from './clinic.ts'
import type { Random } from './random.ts'

export type Channel = 'portal-chat' | 'widget' | 'email'
export type Kind = 'service' | 'clinical' | 'billing'
export type Ending = 'closed' | 'resolved' | 'open' | 'spam' | 'alert'
export type Who = 'adult' | 'child' | 'helped' | 'unknown'
export type FileKind = 'photo' | 'paper' | 'text'

export type Turn = {
  by: 'patient' | 'staff' | 'note'
  words: string
  /** Minutes since the turn before, when the story says so. */
  afterMinutes: number | null
  /** Given name of the member of staff that the story asks for. */
  staff: string | null
  readers: readonly string[] | null
  files: readonly { kind: FileKind; name: string }[]
  /** A state in which the story may stand still after this turn, such as `waiting pharmacy`. */
  pause: string | null
}

export type Story = {
  key: string
  language: DemoLanguage
  channels: readonly Channel[]
  kind: Kind
  endings: readonly Ending[]
  who: Who
  subject: string
  turns: readonly Turn[]
}

const CHANNELS: Record<string, Channel> = { portal: 'portal-chat', widget: 'widget', email: 'email' }
const MINUTES: Record<string, number> = { m: 1, h: 60, d: 1440 }

export function readStories(language: DemoLanguage): Story[] {
  const text = readFileSync(new URL(`stories/${language}.txt`, import.meta.url), 'utf8')
  return text
    .split(/^== /m)
    .slice(1)
    .map((part) => parseStory(part, language))
}

function parseStory(part: string, language: DemoLanguage): Story {
  const [head = '', ...lines] = part.trimEnd().split('\n')
  const [key = '', channels = '', kind = '', endings = '', who = ''] = head.split('|').map((word) => word.trim())
  const story = {
    key: `${language}-${key}`,
    language,
    channels: channels.split(' ').map((name) => CHANNELS[name] ?? fail(key, `channel ${name}`)),
    kind: kind as Kind,
    endings: (endings || 'closed resolved open').split(' ') as Ending[],
    who: (who || 'adult') as Who,
    subject: '',
    turns: [] as Turn[],
  }
  if (!['service', 'clinical', 'billing'].includes(kind)) fail(key, `kind ${kind}`)
  let after: number | null = null
  for (const line of lines) {
    const last = story.turns.at(-1)
    if (line.startsWith('subject:')) story.subject = line.slice(8).trim()
    else if (/^[><~] /.test(line)) {
      story.turns.push(parseTurn(line, after))
      after = null
    } else if (/^\+\d+[mhd]$/.test(line)) after = Number(line.slice(1, -1)) * (MINUTES[line.slice(-1)] ?? 1)
    else if (line.startsWith('--') && last) last.pause = line.slice(2).trim()
    else if (last) last.words += `\n${line}`
    else if (line !== '') fail(key, line)
  }
  return { ...story, turns: story.turns.map((turn) => takeFiles({ ...turn, words: turn.words.trim() })) }
}

function parseTurn(line: string, afterMinutes: number | null): Turn {
  const by = line.startsWith('>') ? 'patient' : line.startsWith('<') ? 'staff' : 'note'
  const marks = by === 'patient' ? null : /^(?:\[([a-z ]+)\] )?(?:@(\S+) )?/.exec(line.slice(2))
  const words = line.slice(2 + (marks?.[0].length ?? 0))
  return {
    by,
    words,
    afterMinutes,
    staff: marks?.[2] ?? null,
    readers: marks?.[1]?.split(' ') ?? null,
    files: [],
    pause: null,
  }
}

const FILE = /\s*\[\[(photo|paper|text): ([^\]]+)\]\]/g

const takeFiles = (turn: Turn): Turn => ({
  ...turn,
  words: turn.words.replace(FILE, ''),
  files: [...turn.words.matchAll(FILE)].map(([, kind, name]) => ({ kind: kind as FileKind, name: name ?? '' })),
})

const fail = (key: string, what: string): never => {
  throw new Error(`story "${key}": ${what} is not understood`)
}

export type Slots = Readonly<Record<string, string>>

/** Chooses among `[this|or that]`, then fills `{slots}`. */
export function tell(words: string, dice: Random, slots: Slots): string {
  return words
    .replace(/\[([^[\]]*\|[^[\]]*)\]/g, (_, choices: string) => dice.pick(choices.split('|')))
    .replace(/\{([a-z]+\d?)\}/g, (whole, name: string) => slots[name] ?? whole)
    .trim()
}
