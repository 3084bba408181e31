/** An article on its way: into review, back or approved, published, withdrawn (understanding-D80, D81). Each step is journalled. */
import { faultsOf, mayDo, type ArticleContent, type ArticleStep } from '#engines/knowledge/article.ts'
import type { Role } from '#contract/role.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { mayCheck, mayReview } from './policy.ts'
import * as store from './store.ts'
import { settleClusters } from './unanswered-store.ts'

export type MoveDeps = { tx: Transaction; now: Date; staffId: string; role: Role }
export type Target = { articleId: string; version: number }
/** With the words that the caller has read; of others nothing is decided (decision 0263). */
type Read = Target & { revision: number }
type Moved = Promise<Result<store.VersionRow, Refusal>>

export const submitArticle = (deps: MoveDeps, { revision, ...target }: Read): Moved =>
  move(deps, target, 'submit', async (version) => {
    if (version.revision !== revision) return changed(version)
    const problems = problemsOf(version, deps.now)
    if (problems) return problems
    await store.setState(deps.tx, { ...target, from: 'draft', to: 'in_review' })
    return ok('article.submitted')
  })

/** Whoever wrote in it may go on writing: of two reviewers who both did, none could give it back. */
export const takeBackArticle = (deps: MoveDeps, target: Target): Moved =>
  move(deps, target, 'return', async (version) => {
    if (!version.authorIds.includes(deps.staffId)) return refuse('NOT_ALLOWED')
    await store.setState(deps.tx, { ...target, from: 'in_review', to: 'draft' })
    return ok('article.taken-back')
  })

export const returnArticle = (deps: MoveDeps, { comment, revision, ...target }: Read & { comment: string }): Moved =>
  move(deps, target, 'return', async (version) => {
    if (version.revision !== revision) return changed(version)
    if (version.authorIds.includes(deps.staffId)) return refuse('NOT_ALLOWED')
    await store.setState(deps.tx, { ...target, from: 'in_review', to: 'draft' })
    await say(deps, target, 'returned', comment)
    return ok('article.returned')
  })

export const approveArticle = (deps: MoveDeps, { comment, revision, ...target }: Read & { comment?: string }): Moved =>
  move(deps, target, 'approve', async (version) => {
    if (version.revision !== revision) return changed(version)
    if (!mayReview(deps, version)) return refuse('NOT_ALLOWED')
    const problems = problemsOf(version, deps.now)
    if (problems) return problems
    const more = { reviewerId: deps.staffId, at: deps.now }
    await store.setState(deps.tx, { ...target, from: 'in_review', to: 'approved', more })
    if (comment) await say(deps, target, 'approved', comment)
    return ok('article.approved')
  })

export const publishArticle = (deps: MoveDeps, target: Target): Moved =>
  move(deps, target, 'publish', async (version) => {
    const { tx, now, staffId } = deps
    // Days may have passed since it was approved, and a newer version may have been begun.
    const newest = await store.findVersion(tx, target.articleId)
    if (newest?.version !== target.version) return refuse('CHANGED_MEANWHILE', { version: newest?.version ?? 0 })
    const problems = problemsOf(version, now)
    if (problems) return problems
    const before = await store.publishedVersion(tx, target.articleId)
    if (before !== undefined) {
      const end = { articleId: target.articleId, version: before, from: 'published', to: 'withdrawn' } as const
      await store.setState(tx, { ...end, more: { endReason: 'replaced', at: now } })
      await tell(deps, 'article.replaced', { ...target, version: before })
    }
    await store.setState(tx, { ...target, from: 'approved', to: 'published', more: { publishedBy: staffId, at: now } })
    await settleClusters(tx, target.articleId)
    return ok('article.published')
  })

export const withdrawArticle = (deps: MoveDeps, target: Target): Moved =>
  move(deps, target, 'withdraw', async () => {
    const more = { endReason: 'withdrawn', at: deps.now } as const
    await store.setState(deps.tx, { ...target, from: 'published', to: 'withdrawn', more })
    return ok('article.withdrawn')
  })

export async function commentArticle(
  deps: MoveDeps,
  { body, ...target }: Target & { body: string },
): Promise<Result<{ commentId: string }, Refusal>> {
  if (!(await store.findVersion(deps.tx, target.articleId, target.version))) return refuse('NOT_FOUND')
  const commentId = await say(deps, target, 'comment', body)
  await tell(deps, 'article.commented', target)
  return ok({ commentId })
}

/** A machine's text was read by somebody who speaks its language. */
export async function checkTranslation(
  deps: MoveDeps,
  { language, revision, ...target }: Read & { language: string },
): Moved {
  const { tx, staffId, now } = deps
  const version = (await store.lockArticle(tx, target.articleId))
    ? await store.findVersion(tx, target.articleId, target.version)
    : undefined
  if (!version) return refuse('NOT_FOUND')
  if (version.state !== 'draft' && version.state !== 'in_review') return refuse('STATE_NOT_ALLOWED')
  if (version.revision !== revision) return changed(version)
  if (!mayCheck({ staffId, languages: await store.languagesOf(tx, staffId) }, version, language))
    return refuse('NOT_ALLOWED')
  if (!(await store.markChecked(tx, { ...target, language, staffId, now }))) return refuse('STATE_NOT_ALLOWED')
  await tell(deps, 'article.translation-checked', target, { language })
  return found(tx, target)
}

async function move(
  deps: MoveDeps,
  target: Target,
  step: ArticleStep,
  take: (version: store.VersionRow) => Promise<Result<string, Refusal>>,
): Moved {
  const { tx } = deps
  const version = (await store.lockArticle(tx, target.articleId))
    ? await store.findVersion(tx, target.articleId, target.version)
    : undefined
  if (!version) return refuse('NOT_FOUND')
  if (!mayDo(step, version.state)) return refuse('STATE_NOT_ALLOWED', { state: version.state })
  const taken = await take(version)
  if (!taken.ok) return taken
  await tell(deps, taken.value, target)
  return found(tx, target)
}

const changed = ({ version, revision }: store.VersionRow) => refuse('CHANGED_MEANWHILE', { version, revision })

async function found(tx: Transaction, { articleId, version }: Target): Moved {
  const now = await store.findVersion(tx, articleId, version)
  return now ? ok(now) : refuse('NOT_FOUND')
}

/** As the engine judges it. */
export const contentOf = ({ texts, ...version }: store.VersionRow): ArticleContent => ({
  ...version,
  texts: texts.map(({ checkedAt, ...text }) => ({ ...text, isChecked: checkedAt !== null })),
})

function problemsOf(version: store.VersionRow, now: Date) {
  const faults = faultsOf(contentOf(version), now.toISOString().slice(0, 10))
  return faults.length > 0 ? refuse('INVALID_INPUT', { problems: faults }) : undefined
}

async function say(deps: MoveDeps, target: Target, kind: store.CommentRow['kind'], body: string): Promise<string> {
  const id = newId(deps.now.getTime())
  await store.insertComment(deps.tx, { ...target, id, kind, body, authorId: deps.staffId, at: deps.now })
  return id
}

const tell = ({ tx, now }: MoveDeps, event: string, { articleId, version }: Target, more: { language?: string } = {}) =>
  journal(tx, { event, action: 'U', resourceKind: 'article', resourceId: articleId, detail: { version, ...more } }, now)
