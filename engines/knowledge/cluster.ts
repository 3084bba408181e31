/**
 * Questions that are alike, gathered as they come (understanding-D83). The first of a cluster leads it: a new question joins the leader
 * it is most like, or leads a cluster of its own. So a question never changes its place, and the same questions in the same order give
 * the same clusters.
 */
import { likeness } from './match.ts'
import { questionWords } from './question-words.ts'

export type Leader = { id: string; words: readonly string[] }

/** From here on two questions are alike. Decision 0145. */
export const ALIKE_MIN = 0.6
/** Words of a leader that are kept. */
const WORDS_MAX = 60

/** @returns none when nothing in it says what it is about. */
export const clusterWords = (question: string): string[] => questionWords(question).slice(0, WORDS_MAX)

/** The cluster a question belongs to; of equally near ones the first. */
export function clusterOf(words: readonly string[], leaders: readonly Leader[]): string | undefined {
  let nearest: string | undefined
  let best = ALIKE_MIN
  for (const { id, words: led } of leaders) {
    const alike = likeness(words, led)
    if (alike > best || (alike === best && nearest === undefined)) [best, nearest] = [alike, id]
  }
  return nearest
}
