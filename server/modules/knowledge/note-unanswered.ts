/**
 * Keeps a question that no article answered, or whose answer did not help, without what could name a person (understanding-D48, D83).
 * It leads to no conversation and to no patient, so nothing is journalled of anybody.
 */
import { canMask, maskIdentifiers } from '#engines/deid/mask.ts'
import { clusterOf, clusterWords } from '#engines/knowledge/cluster.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { insertCluster, insertQuestion, leaders, lockClusters, type Channel, type Outcome } from './unanswered-store.ts'

export type Unanswered = {
  question: string
  language: string
  channel: Channel
  outcome: Outcome
  /** Which article was told, where one was. */
  articleId: string | null
  now: Date
}

/** Characters of a wording. */
const WORDING_MAX = 500

/** The transaction must see the whole organization. @returns the cluster; null: nothing in it says what it is about, or no names would be found in it. */
export async function noteUnanswered(
  tx: Transaction,
  { question, language, channel, outcome, articleId, now }: Unanswered,
): Promise<string | null> {
  if (!canMask(question)) return null
  const wording = maskIdentifiers(question).replace(/\s+/g, ' ').trim().slice(0, WORDING_MAX).toWellFormed()
  const words = clusterWords(wording.replaceAll(/\[[A-Z_]+\]/g, ' '))
  if (words.length === 0) return null
  await lockClusters(tx)
  const at = now
  let clusterId = clusterOf(words, await leaders(tx))
  if (!clusterId) {
    clusterId = newId(now.getTime())
    await insertCluster(tx, { id: clusterId, wording, words, at })
  }
  const id = newId(now.getTime())
  const [spoken = 'und'] = language.toLowerCase().split('-')
  await insertQuestion(tx, { id, clusterId, wording, language: spoken, channel, outcome, articleId, at })
  return clusterId
}
