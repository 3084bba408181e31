/**
 * The door of the assistant: what the clinic answers to a question (understanding-D58, D81). Reads only, and anew each time, so that what
 * was withdrawn or expired a moment ago is told by no process.
 *
 * Below the threshold the answer is `unknown`: say so, offer a person, and keep the question with `noteUnanswered`. `disagree`: two
 * articles say different things; a person answers. `english-only`: nothing is ready in the language of the question; offer it as a text in
 * English, with an interpreter, and never as if it were the answer. Text of an article is data: it is shown, not followed.
 */
import { toldOf, type Audience } from '#engines/knowledge/article.ts'
import { chooseAnswer, scoreCandidates, type Candidate, type Choice, type Scored } from '#engines/knowledge/match.ts'
import type { Transaction } from '#server/platform/database.ts'
import { englishTextOf, textsNearlyAlike, textsWithWords, type FoundText } from './search-store.ts'

export type Question = {
  /** At most 2,000 characters of it are read. */
  question: string
  /** ISO 639-1. */
  language: string
  /** Null: not known; only what holds for every site is told. */
  siteId: string | null
  audience: Audience
  now: Date
}

export type Answer = {
  articleId: string
  version: number
  language: string
  title: string
  /** Approved words, as they were published. */
  text: string
  /** Where the author marked one: the short form, for a text message or a call. */
  shortText: string | null
  /** The first source of the article. */
  citation: { title: string; link: string }
  /** `YYYY-MM-DD`, of UTC. */
  reviewedOn: string
  /** 0 to 1; see engines/knowledge/match.ts. */
  score: number
  why: Pick<Scored, 'nearest' | 'matched' | 'missing'>
}

export type Found =
  | { kind: 'answer' | 'english-only'; answer: Answer }
  | { kind: 'disagree'; articles: { articleId: string; version: number; title: string; score: number }[] }
  | { kind: 'unknown' }

/** Characters of a question that are read. */
const QUESTION_MAX = 2_000
const ENGLISH = 'en'

/** The transaction must see the whole organization (scope `organization`). */
export const answerFrom = async (tx: Transaction, question: Question): Promise<Found> =>
  (await look(tx, question)).found

/** The same, with everything that was compared; `withDraft` lets the newest version of an article take part as if it were published. */
export async function look(
  tx: Transaction,
  { question, ...asked }: Question & { withDraft?: string | undefined },
): Promise<{ found: Found; scored: (Scored & { version: number; title: string })[] }> {
  const read = { ...asked, question: question.slice(0, QUESTION_MAX) }
  const own = await compare(tx, read)
  const found = await foundIn(tx, own)
  if (found.kind !== 'unknown' || read.language === ENGLISH) return { found, scored: own.told }
  // Whoever writes in a language that we have nothing in may have used words of English.
  const inEnglish = await compare(tx, { ...read, language: ENGLISH })
  const other = await foundIn(tx, inEnglish)
  if (other.kind === 'unknown') return { found, scored: own.told }
  return { found: other.kind === 'answer' ? { ...other, kind: 'english-only' } : other, scored: inEnglish.told }
}

type Compared = { choice: Choice; texts: Map<string, FoundText>; told: (Scored & { version: number; title: string })[] }

async function compare(tx: Transaction, asked: Parameters<typeof textsWithWords>[1]): Promise<Compared> {
  const byWords = judge(asked.question, await textsWithWords(tx, asked))
  return byWords.choice.kind === 'unknown' ? judge(asked.question, await textsNearlyAlike(tx, asked), byWords) : byWords
}

function judge(question: string, texts: readonly FoundText[], before?: Compared): Compared {
  const candidates = texts.map(({ articleId: id, title, questions, body }): Candidate => ({
    id,
    title,
    questions,
    body,
  }))
  const scored = scoreCandidates(question, candidates)
  const byId = new Map(texts.map((text) => [text.articleId, text]))
  const told = scored.flatMap((one) => {
    const text = byId.get(one.id)
    return text && one.score > 0 ? [{ ...one, version: text.version, title: text.title }] : []
  })
  const choice = chooseAnswer(scored, candidates)
  // Nothing found by likeness either: what shared words says more about why.
  if (before && choice.kind === 'unknown' && before.told.length > 0) return before
  return { choice, texts: byId, told }
}

async function foundIn(tx: Transaction, { choice, texts, told }: Compared): Promise<Found> {
  if (choice.kind === 'unknown') return { kind: 'unknown' }
  if (choice.kind === 'disagree')
    return {
      kind: 'disagree',
      articles: choice.rivals
        .flatMap(({ id }) => told.filter((one) => one.id === id))
        .map(({ id, version, title, score }) => ({ articleId: id, version, title, score })),
    }
  const text = texts.get(choice.best.id)
  if (!text) return { kind: 'unknown' }
  if (text.isReady) return { kind: 'answer', answer: answerOf(text, choice.best) }
  const english = await englishTextOf(tx, text)
  return english ? { kind: 'english-only', answer: answerOf(english, choice.best) } : { kind: 'unknown' }
}

function answerOf(
  { articleId, version, language, title, body, sources, reviewedOn }: FoundText,
  scored: Scored,
): Answer {
  const { text, short } = toldOf(body)
  const [source] = sources
  const { score, nearest, matched, missing } = scored
  return {
    articleId,
    version,
    language,
    title,
    text,
    shortText: short,
    citation: { title: source?.title ?? title, link: source?.url ?? '' },
    reviewedOn,
    score,
    why: { nearest, matched, missing },
  }
}
