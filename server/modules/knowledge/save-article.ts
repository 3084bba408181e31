/** An article is written in a draft; beside a published one the next version is begun, so that what people are told is never edited (understanding-D80). */
import { mayDo, type ArticleContent } from '#engines/knowledge/article.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { Transaction } from '#server/platform/database.ts'
import { journal } from '#server/platform/journal.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import * as store from './store.ts'

export type SaveArticle = {
  articleId: string
  /** The newest the author has seen, and which words of it; 0: a new article. */
  version: number
  revision: number
  content: ArticleContent & { ownerId: string }
  staffId: string
}

export async function saveArticle(
  { tx, now }: { tx: Transaction; now: Date },
  { articleId, version, revision, content, staffId }: SaveArticle,
): Promise<Result<{ articleId: string; version: number; revision: number }, Refusal>> {
  const isThere = await store.lockArticle(tx, articleId)
  const newest = isThere ? await store.findVersion(tx, articleId) : undefined
  if (!newest && version !== 0) return refuse('NOT_FOUND')
  if (newest && (newest.version !== version || newest.revision !== revision))
    return refuse('CHANGED_MEANWHILE', { version: newest.version, revision: newest.revision })
  if (newest?.state === 'in_review') return refuse('STATE_NOT_ALLOWED')
  const languages = content.texts.map(({ language }) => language)
  if (new Set(languages).size < languages.length) return refuse('INVALID_INPUT', { field: 'texts', problem: 'twice' })
  if (content.ownerId !== newest?.ownerId && !(await store.isOwnerHere(tx, content.ownerId)))
    return refuse('INVALID_INPUT', { field: 'ownerId', problem: 'not-here' })
  if (!(await store.areSitesHere(tx, content.siteIds)))
    return refuse('INVALID_INPUT', { field: 'siteIds', problem: 'not-here' })

  const isOpen = newest !== undefined && mayDo('save', newest.state)
  const next = isOpen ? newest.version : (newest?.version ?? 0) + 1
  const before = isOpen ? newest.authorIds : []
  if (!newest) await store.insertArticle(tx, articleId, content.ownerId, now)
  else if (newest.ownerId !== content.ownerId) await store.setOwner(tx, articleId, content.ownerId)
  const authorIds = [...new Set([...before, staffId])]
  const written = await store.writeVersion(tx, { articleId, version: next, content, authorIds, now })
  await journal(
    tx,
    {
      event: 'article.saved',
      action: next === 1 && !newest ? 'C' : 'U',
      resourceKind: 'article',
      resourceId: articleId,
      detail: { version: next, languages },
    },
    now,
  )
  return ok({ articleId, version: next, revision: written })
}
