/** What the corridor takes from what the engines say of a message. Pure. */
import type { CrisisKind, CrisisLevel } from '#engines/crisis/verdict.ts'
import {
  conversationUrgency,
  reasonLine,
  speaksOfHealth,
  type Understanding,
} from '#engines/understanding/understand.ts'
import type { Worded } from '#engines/triage/wording.ts'
import { isMoreUrgent, type Urgency } from './rules.ts'

export type Said = {
  /** Null: no engine read it. */
  understanding: Understanding | null
  language: string
  urgency: Urgency
  reason: Worded | null
  intents: string[]
  tone: string | null
  hasFindings: boolean
  rules: string[]
  crisisKinds: string[]
  crisisLevel: CrisisLevel | null
  version: string
}

/** Codes of rules kept in the journal row; the whole result is kept beside the message. */
const RULES_NAMED_MAX = 10

export type Understood = Said & { understanding: Understanding; reason: Worded }

export const saidOf = (understanding: Understanding): Understood => ({
  understanding,
  language: understanding.language.code,
  urgency: conversationUrgency(understanding),
  reason: reasonLine(understanding),
  intents: understanding.intents.map(({ name }) => name),
  tone: understanding.emotions.tones[0]?.tone ?? null,
  hasFindings: speaksOfHealth(understanding),
  rules: understanding.triage.rules_fired.map(({ id }) => id).slice(0, RULES_NAMED_MAX),
  crisisKinds: [...understanding.crisis.kinds],
  crisisLevel: understanding.crisis.level,
  version: understanding.triage.protocol_version,
})

/** As urgent as a message may be that nobody has read: a person looks at it soon. */
export const NOT_UNDERSTOOD: Said = {
  understanding: null,
  language: 'und',
  urgency: 'urgent',
  reason: null,
  intents: [],
  tone: null,
  hasFindings: true,
  rules: [],
  crisisKinds: [],
  crisisLevel: null,
  version: 'none',
}

/** Read in part: at least as urgent as what nobody has read. */
export const withUnread = (said: Said): Said =>
  isMoreUrgent(NOT_UNDERSTOOD.urgency, said.urgency)
    ? { ...said, urgency: NOT_UNDERSTOOD.urgency, reason: LONGER_THAN_READ, hasFindings: true }
    : said

const LONGER_THAN_READ: Worded = {
  en: 'Longer than the software reads. Please read it to the end.',
  es: 'Es más largo de lo que lee el programa. Léalo hasta el final.',
}

/** A yes to our own question about a danger is that danger, now (decision 0256): the word alone says nothing. */
export const withDanger = (said: Said, kind: CrisisKind): Said => ({
  ...said,
  urgency: 'stat',
  reason: YES_TO_DANGER[kind === 'harm_to_others' ? 'others' : 'self'],
  hasFindings: true,
  rules: ['crisis-answered', ...said.rules].slice(0, RULES_NAMED_MAX),
  crisisKinds: [...new Set([...said.crisisKinds, kind])],
  crisisLevel: 'immediate',
})

const YES_TO_DANGER = {
  self: {
    en: 'Yes, or not sure, to our question about ending their life or hurting themselves now.',
    es: 'Sí, o no sabe, a nuestra pregunta sobre quitarse la vida o hacerse daño ahora.',
  },
  others: {
    en: 'Yes, or not sure, to our question whether anyone is in danger now.',
    es: 'Sí, o no sabe, a nuestra pregunta sobre si hay alguien en peligro ahora.',
  },
} satisfies Record<string, Worded>
