/**
 * What a person reads who takes a conversation over from the assistant (understanding-D71): by template, in the reader's language, at
 * most 120 words, each line linked to the message it comes from. Pure. The words in quotes are the patient's own.
 */
import type { Understanding } from '#engines/understanding/understand.ts'
import { SLOT_WORDS } from './slot-words.ts'
import type { SlotName } from './task-kinds.ts'
import type { Spoken } from './texts.ts'

/** A message of the patient, and what the engines said of it; null: nobody knows. */
export type SummaryMessage = {
  id: string
  text: string
  said: Pick<Understanding, 'triage' | 'crisis' | 'emotions' | 'intents'> | null
}

/** What a request has gathered so far; the message it was said in. */
export type SummarySlot = { name: SlotName; value: string; messageId: string }

export type SummaryFacts = {
  /** The message that was brought to people. */
  handedOff: string
  name: string | null
  level: 'none' | 'matched' | 'verified' | 'verified_for'
  urgency: 'routine' | 'urgent' | 'asap' | 'stat'
  /** ISO 639-1, of the conversation. */
  language: string
  /** In order, those up to now. */
  messages: readonly SummaryMessage[]
  /** Titles of the articles that were cited, each with the message it answered. */
  done: readonly { title: string; messageId: string }[]
  slots?: readonly SummarySlot[]
}

export const SUMMARY_PARTS = [
  'who',
  'asks',
  'urgency',
  'found',
  'denied',
  'open',
  'done',
  'slots',
  'tone',
  'language',
] as const
export type SummaryPart = (typeof SUMMARY_PARTS)[number]
export type SummaryLine = { part: SummaryPart; label: string; text: string; messageId: string }

/** Words of one line, its label among them. Together they are the 120 of the whole. */
export const WORDS_OF: Record<SummaryPart, number> = {
  who: 8,
  asks: 24,
  urgency: 22,
  found: 13,
  denied: 11,
  open: 9,
  done: 12,
  slots: 11,
  tone: 4,
  language: 6,
}
/** Of these, the words of a name: how sure we are of it is said in any case. */
const NAME_WORDS = 3
/** Some languages write no spaces: characters that count as one word at most. */
const WORD_MAX = 12

/** @param reader in which language it is written. @param languageName of the patient, as the reader calls it. */
export function summarize(facts: SummaryFacts, reader: Spoken, languageName: string): SummaryLine[] {
  const words = WORDS[reader]
  const { handedOff, messages } = facts
  const line = (part: SummaryPart, text: string | null, messageId = handedOff): SummaryLine[] => {
    if (!text) return []
    const label = words.label[part]
    return [{ part, label, text: cut(text, WORDS_OF[part] - countWords(label)), messageId }]
  }
  const asked = messages.find(({ id }) => id === handedOff)
  const pressing = mostPressing(messages)
  const found = namesIn(messages, 'present')
  const denied = namesIn(messages, 'denied')
  const open = messages.findLast(({ said }) => (said?.triage.questions.length ?? 0) > 0)
  const done = facts.done.at(-1)
  const slots = facts.slots ?? []
  const toned = messages.findLast(({ said }) => said && said.emotions.tones.some(({ tone }) => TOLD_TONES.has(tone)))
  const tone = toned?.said?.emotions.tones.find((one) => TOLD_TONES.has(one.tone))
  const isForeign = facts.language.slice(0, 2) !== reader
  return [
    ...line('who', [facts.name && cut(facts.name, NAME_WORDS), words.level[facts.level]].filter(Boolean).join(', ')),
    ...line('asks', asked ? quoted(asked.text, WORDS_OF.asks - 3) : null),
    ...line(
      'urgency',
      [words.urgency[facts.urgency], pressing && quotedAll(whyOf(pressing))].filter(Boolean).join(': '),
      pressing?.id,
    ),
    ...line('found', found && quotedAll(found.words), found?.messageId),
    ...line('denied', denied && quotedAll(denied.words), denied?.messageId),
    ...line('open', open?.said ? (open.said.triage.questions[0]?.[reader] ?? null) : null, open?.id),
    ...line('done', done ? facts.done.map(({ title }) => `“${flat(title)}”`).join(', ') : null, done?.messageId),
    ...line(
      'slots',
      slots.map(({ name, value }) => `${SLOT_WORDS[reader].slots[name]}: ${flat(value)}`).join('; '),
      slots.at(-1)?.messageId,
    ),
    ...line('tone', tone && toned ? words.tone[tone.tone as ToldTone] : null, toned?.id),
    ...line('language', isForeign ? words.interpreter(languageName) : null),
  ]
}

/** The later of the most pressing: it is what the conversation stands at. */
function mostPressing(messages: readonly SummaryMessage[]): SummaryMessage | undefined {
  const rank = ({ said }: SummaryMessage) =>
    said ? (said.crisis.level && said.crisis.level !== 'past' ? -1 : ORDER.indexOf(said.triage.urgency)) : ORDER.length
  const told = messages.filter((one) => rank(one) < ORDER.indexOf('not_clinical'))
  return told.reduce<SummaryMessage | undefined>((top, one) => (top && rank(top) < rank(one) ? top : one), undefined)
}

const ORDER = ['emergency', 'urgent', 'soon', 'routine', 'self_care', 'not_clinical']

/** The patient's own words that made it as urgent as it is: those of danger first, then those of the rule that fired. */
function whyOf({ text, said }: SummaryMessage): string[] {
  if (!said) return []
  const ofCrisis = said.crisis.spans.map(({ start, end }) => text.slice(start, end))
  const because = said.triage.rules_fired[0]?.because ?? []
  const ofRule = said.triage.findings
    .filter(({ concept, state }) => because.includes(concept) && state !== 'denied' && state !== 'past')
    .flatMap(({ words }) => (words ? [words] : []))
  return [...ofCrisis, ...ofRule]
}

/** Findings of one state in all messages, by the patient's words where there are any; linked to the last that tells of one. */
function namesIn(
  messages: readonly SummaryMessage[],
  state: 'present' | 'denied',
): { words: string[]; messageId: string } | null {
  const all = messages.flatMap(({ id, said }) =>
    (said?.triage.findings ?? [])
      .filter((finding) => finding.state === state && finding.from === undefined)
      .map(({ words, name }) => ({ words: words ?? name, id })),
  )
  const last = all.at(-1)
  return last ? { words: all.map(({ words }) => words), messageId: last.id } : null
}

const quotedAll = (all: readonly string[]): string =>
  [...new Set(all.map(flat).filter(Boolean))].map((words) => `“${words}”`).join(' + ')

const quoted = (text: string, most: number): string | null => (flat(text) ? `“${cut(flat(text), most)}”` : null)

const flat = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()

const countWords = (text: string): number => text.split(/\s+/u).filter(Boolean).length

/** At most so many words, and no longer than so many words are; what is left out is marked. */
function cut(text: string, most: number): string {
  const words = flat(text).split(' ')
  const short = [...words.slice(0, most).join(' ')].slice(0, most * WORD_MAX).join('')
  return short.length < flat(text).length ? `${short}…` : short
}

const TONES = ['anxiety', 'anger', 'frustration', 'sadness', 'confusion', 'pain_distress'] as const
type ToldTone = (typeof TONES)[number]
/** A hint for whoever answers; joy and thanks need none. */
const TOLD_TONES: ReadonlySet<string> = new Set(TONES)

type Words = {
  label: Record<SummaryPart, string>
  level: Record<SummaryFacts['level'], string>
  urgency: Record<SummaryFacts['urgency'], string>
  tone: Record<ToldTone, string>
  interpreter: (language: string) => string
}

const WORDS: Record<Spoken, Words> = {
  en: {
    label: {
      who: 'Who',
      asks: 'Asks',
      urgency: 'Urgency',
      found: 'Tells of',
      denied: 'Says no to',
      open: 'Still open',
      done: 'Told so far',
      slots: 'Gathered',
      tone: 'Tone',
      language: 'Language',
    },
    level: {
      none: 'not identified',
      matched: 'matched, not verified',
      verified: 'verified',
      verified_for: 'verified, for another',
    },
    urgency: { routine: 'routine', urgent: 'within 3 days', asap: 'today', stat: 'emergency' },
    tone: {
      anxiety: 'afraid',
      anger: 'angry',
      frustration: 'out of patience',
      sadness: 'sad',
      confusion: 'confused',
      pain_distress: 'in pain',
    },
    interpreter: (language) => `${language}: interpreter if needed`,
  },
  es: {
    label: {
      who: 'Quién',
      asks: 'Pide',
      urgency: 'Urgencia',
      found: 'Cuenta de',
      denied: 'Dice no a',
      open: 'Sin aclarar',
      done: 'Ya se dijo',
      slots: 'Reunido',
      tone: 'Tono',
      language: 'Idioma',
    },
    level: {
      none: 'sin identificar',
      matched: 'coincide, sin verificar',
      verified: 'verificado',
      verified_for: 'verificado, por otra persona',
    },
    urgency: { routine: 'de rutina', urgent: 'en 3 días', asap: 'hoy', stat: 'emergencia' },
    tone: {
      anxiety: 'con miedo',
      anger: 'con enojo',
      frustration: 'sin paciencia',
      sadness: 'triste',
      confusion: 'con dudas',
      pain_distress: 'con dolor',
    },
    interpreter: (language) => `${language}: intérprete si hace falta`,
  },
}
