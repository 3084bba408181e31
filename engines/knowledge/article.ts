/**
 * What an article must be before people are told it (understanding-D80, D81). Pure; the screen and the server ask the same.
 */
import { readability, type HardSentence } from '../plain-words/readability.ts'

export const ARTICLE_KINDS = ['administrative', 'clinical'] as const
export type ArticleKind = (typeof ARTICLE_KINDS)[number]
export const ARTICLE_STATES = ['draft', 'in_review', 'approved', 'published', 'expired', 'withdrawn'] as const
export type ArticleState = (typeof ARTICLE_STATES)[number]
export const AUDIENCES = ['visitor', 'patient', 'related_person'] as const
export type Audience = (typeof AUDIENCES)[number]

/** Source: understanding-D81. */
export const QUESTIONS_MIN = 3
export const GRADE_MAX = 6
export const WAIVED_GRADE_MAX = 8
/** An article is reviewed again after so many months. Source: understanding-D80. */
export const MONTHS_MAX: Record<ArticleKind, number> = { clinical: 12, administrative: 24 }

export type ArticleText = {
  language: string
  title: string
  body: string
  questions: readonly string[]
  isMachine: boolean
  isChecked: boolean
}
export type ArticleContent = {
  kind: ArticleKind
  audience: readonly Audience[]
  siteIds: readonly string[]
  sources: readonly { title: string; url: string }[]
  /** The last day on which it is told, of UTC. */
  expiresOn: string | null
  waiverReason: string | null
  texts: readonly ArticleText[]
}

/** How a language is measured: US school grade (Flesch-Kincaid), the Fernández-Huerta scale, or words per sentence. */
export type Measure = 'flesch-kincaid' | 'fernandez-huerta' | 'words-per-sentence' | 'short'
export type Grade = {
  measure: Measure
  value: number
  limit: number
  /** `waivable`: a clinical article may say why. */
  verdict: 'plain' | 'waivable' | 'hard'
  hardSentences: HardSentence[]
}

/** 70 to 80 on the author's scale is grade 6, 60 to 70 grades 7 and 8; higher is easier. */
const HUERTA = { limit: 70, waived: 60 }
/** Elsewhere only the length of sentences is known. Source: plain-language guidance of the CDC. */
const SENTENCE_WORDS = { limit: 15, waived: 20 }

export function gradeOf(body: string, language: string): Grade {
  const read = readability(wordsOf(body), language)
  const { hardSentences } = read
  // A formula is absurd on a few words: each sentence is judged by itself (understanding-D42).
  if (read.short)
    return {
      measure: 'short',
      value: hardSentences.length,
      limit: 0,
      verdict: hardSentences.length === 0 ? 'plain' : 'hard',
      hardSentences,
    }
  if (language === 'en' && read.grade !== null)
    return judged('flesch-kincaid', read.grade, GRADE_MAX, WAIVED_GRADE_MAX, hardSentences)
  if (language === 'es' && read.ease !== null) {
    const verdict = read.ease >= HUERTA.limit ? 'plain' : read.ease >= HUERTA.waived ? 'waivable' : 'hard'
    return { measure: 'fernandez-huerta', value: read.ease, limit: HUERTA.limit, verdict, hardSentences }
  }
  const { limit, waived } = SENTENCE_WORDS
  return judged('words-per-sentence', read.wordsPerSentence, limit, waived, hardSentences)
}

const judged = (
  measure: Measure,
  value: number,
  limit: number,
  waived: number,
  hardSentences: HardSentence[],
): Grade => ({
  measure,
  value,
  limit,
  verdict: value <= limit ? 'plain' : value <= waived ? 'waivable' : 'hard',
  hardSentences,
})

/** A line of its own that ends the short form of an answer (understanding-D58: shortened only at marked places). */
const SHORTER_TO = /^[ \t]*---[ \t]*$/m

/** Where offsets of hard sentences count from: the body, its mark replaced by as many spaces. */
const wordsOf = (body: string): string => body.replace(SHORTER_TO, (mark) => ' '.repeat(mark.length))

/** What people read: the whole text, and the short form where the author marked one. */
export function toldOf(body: string): { text: string; short: string | null } {
  const [first = '', ...rest] = body.split(SHORTER_TO)
  if (rest.length === 0) return { text: body.trim(), short: null }
  return { text: [first, ...rest].map((part) => part.trim()).join('\n\n'), short: first.trim() }
}

/** A text that may be told: written by a person, or checked by one who speaks the language. */
export const isReady = ({ isMachine, isChecked }: Pick<ArticleText, 'isMachine' | 'isChecked'>): boolean =>
  !isMachine || isChecked

export const ARTICLE_PROBLEMS = [
  'no-text',
  'no-title',
  'no-body',
  'few-questions',
  'no-audience',
  'no-source',
  'bad-source',
  'no-expiry',
  'expiry-past',
  'expiry-far',
  'too-hard',
  'needs-waiver',
  'waiver-clinical-only',
] as const
export type ArticleProblem = (typeof ARTICLE_PROBLEMS)[number]
export type ArticleFault = { problem: ArticleProblem; language: string | null }

/** Everything that keeps it from being published on that day; nothing: it may be. */
export function faultsOf(content: ArticleContent, today: string): ArticleFault[] {
  const faults: ArticleFault[] = []
  const add = (problem: ArticleProblem, language: string | null = null) => void faults.push({ problem, language })
  const ready = content.texts.filter(isReady)
  if (ready.length === 0) add('no-text')
  for (const text of ready) {
    if (text.title.trim() === '') add('no-title', text.language)
    if (text.body.trim() === '') add('no-body', text.language)
    if (distinct(text.questions).length < QUESTIONS_MIN) add('few-questions', text.language)
    const { verdict } = gradeOf(text.body, text.language)
    if (verdict === 'hard' || (verdict === 'waivable' && content.kind !== 'clinical')) add('too-hard', text.language)
    else if (verdict === 'waivable' && content.waiverReason === null) add('needs-waiver', text.language)
  }
  if (content.waiverReason !== null && content.kind !== 'clinical') add('waiver-clinical-only')
  if (content.audience.length === 0) add('no-audience')
  if (content.sources.length === 0) add('no-source')
  if (content.sources.some(({ title, url }) => title.trim() === '' || !/^https:\/\/[^\s/]+\.[^\s/]+/.test(url)))
    add('bad-source')
  if (content.expiresOn === null) add('no-expiry')
  else if (content.expiresOn < today) add('expiry-past')
  else if (content.expiresOn > latestExpiry(content.kind, today)) add('expiry-far')
  return faults
}

/** The last day that an article published on `today` may be told. */
export function latestExpiry(kind: ArticleKind, today: string): string {
  const day = new Date(`${today}T00:00:00Z`)
  const date = day.getUTCDate()
  day.setUTCMonth(day.getUTCMonth() + MONTHS_MAX[kind])
  // The 31st of a month that has none becomes its last day.
  if (day.getUTCDate() !== date) day.setUTCDate(0)
  return day.toISOString().slice(0, 10)
}

const distinct = (questions: readonly string[]): string[] => [
  ...new Set(questions.map((question) => question.trim().toLowerCase()).filter((question) => question !== '')),
]

/** What may be done with a version in which state. Source: understanding.md section 2. */
export const ALLOWED = {
  save: ['draft'],
  submit: ['draft'],
  return: ['in_review'],
  approve: ['in_review'],
  publish: ['approved'],
  withdraw: ['published'],
  expire: ['published'],
} as const satisfies Record<string, readonly ArticleState[]>
export type ArticleStep = keyof typeof ALLOWED

export const mayDo = (step: ArticleStep, state: ArticleState): boolean =>
  (ALLOWED[step] as readonly ArticleState[]).includes(state)
