/** The test box, the questions an article has to win, and the old questions it would have answered (understanding-D82, D83). */
import { ANSWER_MIN, scoreCandidates } from '#engines/knowledge/match.ts'
import type { Audience } from '#engines/knowledge/article.ts'
import type { Transaction } from '#server/platform/database.ts'
import { look } from './answer-from.ts'
import { findVersion, publishedVersion, trialsOf, type TrialRow } from './store.ts'
import { openQuestions } from './unanswered-store.ts'

/** Articles shown of what was compared. */
const SHOWN = 5

export async function tryQuestion(
  tx: Transaction,
  asked: {
    question: string
    language: string
    siteId: string | null
    audience: Audience
    now: Date
    withDraft?: string | undefined
  },
) {
  const { found, scored } = await look(tx, asked)
  return {
    outcome: found.kind,
    answer: found.kind === 'answer' || found.kind === 'english-only' ? found.answer : null,
    threshold: ANSWER_MIN,
    scored: scored.slice(0, SHOWN).map(({ id, ...one }) => ({ articleId: id, ...one })),
  }
}

export type TrialResult = TrialRow & { result: 'won' | 'lost' | 'waits'; score: number | null }

export async function runTrials(tx: Transaction, articleId: string, now: Date): Promise<TrialResult[]> {
  const isPublished = (await publishedVersion(tx, articleId)) !== undefined
  const results: TrialResult[] = []
  for (const trial of await trialsOf(tx, articleId)) {
    const { found, scored } = await look(tx, { ...trial, now })
    const hasWon = (found.kind === 'answer' || found.kind === 'english-only') && found.answer.articleId === articleId
    const score = scored.find(({ id }) => id === articleId)?.score ?? null
    results.push({ ...trial, result: hasWon ? 'won' : isPublished ? 'lost' : 'waits', score })
  }
  return results
}

const EXAMPLES = 5

/** Each question is asked of the newest version alone: whether another article would have won it was answered when it was asked. */
export async function oldQuestionsOf(tx: Transaction, articleId: string) {
  const version = await findVersion(tx, articleId)
  if (!version) return undefined
  const open = await openQuestions(tx)
  const answered = open.filter(({ wording, language }) => {
    const text = version.texts.find((one) => one.language === language)
    if (!text) return false
    const [scored] = scoreCandidates(wording, [{ id: articleId, ...text }])
    return (scored?.score ?? 0) >= ANSWER_MIN
  })
  const examples = [...new Set(answered.map(({ wording }) => wording))].slice(0, EXAMPLES)
  return { answered: answered.length, of: open.length, examples }
}
