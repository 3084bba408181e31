/** Articles and unanswered questions, for staff. Which step is right in which state is decided by the use cases. */
import { implement } from '@orpc/server'
import { article, unansweredQuestion } from '#contract/knowledge.ts'
import { faultsOf } from '#engines/knowledge/article.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { readCursor, readTimeCursor, writeCursor, writeTimeCursor } from '#server/platform/page-cursor.ts'
import { inTransaction, refusalError, type RouteContext } from '#server/platform/route-context.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import {
  approveArticle,
  checkTranslation,
  commentArticle,
  contentOf,
  publishArticle,
  returnArticle,
  submitArticle,
  takeBackArticle,
  withdrawArticle,
  type MoveDeps,
} from './move-article.ts'
import { importArticles } from './import-articles.ts'
import { saveArticle } from './save-article.ts'
import * as store from './store.ts'
import { oldQuestionsOf, runTrials, tryQuestion } from './trials.ts'
import { listClusters } from './unanswered-store.ts'
import { addToArticle, setOurs, writeArticleFor } from './work-on-question.ts'

const on = implement(article).$context<RouteContext>()
const onQuestions = implement(unansweredQuestion).$context<RouteContext>()

/** The staff member who calls. The guard has checked the role, so there is one. */
function staffIdOf({ staff, context }: RouteContext): string {
  if (!staff) throw refusalError('NOT_ALLOWED', context.requestId)
  return staff.id
}

const asMember = <T>(route: RouteContext, work: (deps: MoveDeps) => Promise<Result<T, Refusal>>): Promise<T> =>
  inTransaction(route, ({ tx, now }) => work({ tx, now, staffId: staffIdOf(route), role: route.context.role }))

/** A step, answered with the version as it is then. */
const step = (route: RouteContext, take: (deps: MoveDeps) => Promise<Result<store.VersionRow, Refusal>>) =>
  asMember(route, async (deps) => {
    const taken = await take(deps)
    return taken.ok ? ok(await presentVersion(deps.tx, taken.value, deps.now)) : taken
  })

export const articleRoutes = on.router({
  list: on.list.handler(({ input, context: route }) =>
    route.db.transaction(route.context, async (tx) => {
      const { cursor, limit, reads, expiring, ...rest } = input
      const after = cursor === undefined ? undefined : readCursor(cursor)
      if (cursor !== undefined && !after)
        throw refusalError('INVALID_INPUT', route.context.requestId, { field: 'cursor' })
      const endsBy = expiring === undefined ? undefined : dayOf(new Date(route.now().getTime() + expiring * 86_400_000))
      const isHard = reads === undefined ? undefined : reads === 'hard'
      const rows = await store.listArticles(tx, { ...rest, isHard, endsBy, after, limit: limit + 1 })
      const page = rows.slice(0, limit)
      const last = rows.length > limit ? page.at(-1) : undefined
      return {
        items: page.map(({ ownerId, ownerName, nextVersion, nextState, place: _, ...row }) => ({
          ...row,
          owner: { id: ownerId, name: ownerName },
          next: nextVersion !== null && nextState !== null ? { version: nextVersion, state: nextState } : null,
        })),
        next: last ? writeCursor({ place: last.place, id: last.articleId }) : null,
      }
    }),
  ),

  get: on.get.handler(({ input, context: route }) =>
    inTransaction(route, async ({ tx, now }) => {
      const { articleId } = input
      const newest = await store.findVersion(tx, articleId)
      if (!newest) return refuse('NOT_FOUND')
      const [versions, comments] = [await store.versionsOf(tx, articleId), await store.commentsOf(tx, articleId)]
      const people = versions.flatMap(({ authorIds, reviewerId }) => [
        ...authorIds,
        ...(reviewerId ? [reviewerId] : []),
      ])
      const names = await store.namesOf(tx, [...people, newest.ownerId])
      return ok({
        articleId,
        owner: personIn(names, newest.ownerId),
        newest: await presentVersion(tx, newest, now),
        versions: versions.map((one) => ({
          version: one.version,
          state: one.state,
          savedAt: one.savedAt.toISOString(),
          authors: one.authorIds.map((id) => names.get(id) ?? '–'),
          reviewer: one.reviewerId === null ? null : personIn(names, one.reviewerId),
          reviewedAt: instantOf(one.reviewedAt),
          publishedAt: instantOf(one.publishedAt),
          endedAt: instantOf(one.endedAt),
          endReason: one.endReason,
        })),
        comments: comments.map(({ at, ...comment }) => ({ ...comment, at: at.toISOString() })),
      })
    }),
  ),

  version: on.version.handler(({ input, context: route }) =>
    inTransaction(route, async ({ tx, now }) => {
      const found = await store.findVersion(tx, input.articleId, input.version)
      return found ? ok(await presentVersion(tx, found, now)) : refuse('NOT_FOUND')
    }),
  ),

  save: on.save.handler(({ input, context: route }) => {
    const { articleId, version, revision, content } = input
    // Whether a text was checked is the server's knowledge.
    const texts = content.texts.map((text) => ({ ...text, isChecked: false }))
    return asMember(route, (deps) =>
      saveArticle(deps, { articleId, version, revision, content: { ...content, texts }, staffId: deps.staffId }),
    )
  }),

  submit: on.submit.handler(({ input, context: route }) => step(route, (deps) => submitArticle(deps, input))),
  takeBack: on.takeBack.handler(({ input, context: route }) => step(route, (deps) => takeBackArticle(deps, input))),
  return: on.return.handler(({ input, context: route }) => step(route, (deps) => returnArticle(deps, input))),
  approve: on.approve.handler(({ input, context: route }) => step(route, (deps) => approveArticle(deps, input))),
  publish: on.publish.handler(({ input, context: route }) => step(route, (deps) => publishArticle(deps, input))),
  withdraw: on.withdraw.handler(({ input, context: route }) => step(route, (deps) => withdrawArticle(deps, input))),
  comment: on.comment.handler(({ input, context: route }) => asMember(route, (deps) => commentArticle(deps, input))),
  check: on.check.handler(({ input, context: route }) => step(route, (deps) => checkTranslation(deps, input))),

  tryOut: on.tryOut.handler(({ input, context: route }) =>
    route.db.transaction(route.context, (tx) => tryQuestion(tx, { ...input, now: route.now() })),
  ),

  trials: on.trials.handler(({ input, context: route }) =>
    route.db.transaction(route.context, async (tx) =>
      (await runTrials(tx, input.articleId, route.now())).map(({ articleId: _, ...trial }) => trial),
    ),
  ),

  addTrial: on.addTrial.handler(({ input, context: route }) =>
    asMember(route, async ({ tx, now, staffId }) => {
      const trialId = newId(now.getTime())
      if (!(await store.lockArticle(tx, input.articleId))) return refuse('NOT_FOUND')
      if (input.siteId !== null && !(await store.areSitesHere(tx, [input.siteId])))
        return refuse('INVALID_INPUT', { field: 'siteId', problem: 'not-here' })
      if (!(await store.insertTrial(tx, { ...input, id: trialId, staffId, now })))
        return refuse('INVALID_INPUT', { field: 'question', problem: 'too-many' })
      await tellTrial(tx, 'article.trial-added', 'C', input.articleId, now)
      return ok({ trialId })
    }),
  ),

  removeTrial: on.removeTrial.handler(({ input, context: route }) =>
    asMember(route, async ({ tx, now }) => {
      if (!(await store.deleteTrial(tx, input.articleId, input.trialId))) return refuse('NOT_FOUND')
      await tellTrial(tx, 'article.trial-removed', 'D', input.articleId, now)
      return ok({})
    }),
  ),

  importFile: on.importFile.handler(({ input, context: route }) =>
    asMember(route, (deps) => importArticles(deps, input)),
  ),

  oldQuestions: on.oldQuestions.handler(({ input, context: route }) =>
    inTransaction(route, async ({ tx }) => {
      const found = await oldQuestionsOf(tx, input.articleId)
      return found ? ok(found) : refuse('NOT_FOUND')
    }),
  ),
})

export const unansweredQuestionRoutes = onQuestions.router({
  list: onQuestions.list.handler(({ input, context: route }) =>
    route.db.transaction(route.context, async (tx) => {
      const { cursor, state, limit } = input
      const after = cursor === undefined ? undefined : readTimeCursor(cursor)
      if (cursor !== undefined && !after)
        throw refusalError('INVALID_INPUT', route.context.requestId, { field: 'cursor' })
      const rows = await listClusters(tx, { state, after, now: route.now(), limit: limit + 1 })
      const page = rows.slice(0, limit)
      const last = rows.length > limit ? page.at(-1) : undefined
      return {
        items: page.map(({ articleId, articleTitle, firstSeenAt, lastSeenAt, ...row }) => ({
          ...row,
          article: articleId !== null && articleTitle !== null ? { id: articleId, title: articleTitle } : null,
          firstSeenAt: firstSeenAt.toISOString(),
          lastSeenAt: lastSeenAt.toISOString(),
        })),
        next: last ? writeTimeCursor({ at: last.lastSeenAt, id: last.clusterId }) : null,
      }
    }),
  ),

  writeArticle: onQuestions.writeArticle.handler(({ input, context: route }) =>
    asMember(route, (deps) => writeArticleFor(deps, input.clusterId)),
  ),
  addToArticle: onQuestions.addToArticle.handler(({ input, context: route }) =>
    asMember(route, (deps) => addToArticle(deps, input.clusterId, input.articleId)),
  ),
  setOurs: onQuestions.setOurs.handler(({ input, context: route }) =>
    asMember(route, (deps) => setOurs(deps, input.clusterId, input.isOurs)),
  ),
})

const tellTrial = (tx: Transaction, event: string, action: 'C' | 'D', articleId: string, now: Date) =>
  journal(tx, { event, action, resourceKind: 'article', resourceId: articleId }, now)

async function presentVersion(tx: Transaction, version: store.VersionRow, now: Date) {
  const { articleId, authorIds, reviewerId, publishedBy, texts } = version
  const ids = [...authorIds, ...[reviewerId, publishedBy].filter((id) => id !== null)]
  const names = await store.namesOf(tx, ids)
  const { kind, ownerId, audience, siteIds, sources, expiresOn, waiverReason } = version
  return {
    articleId,
    version: version.version,
    revision: version.revision,
    state: version.state,
    content: {
      kind,
      ownerId,
      audience,
      siteIds,
      sources,
      expiresOn,
      waiverReason,
      texts: texts.map((text) => ({ ...text, checkedAt: instantOf(text.checkedAt) })),
    },
    authors: authorIds.map((id) => personIn(names, id)),
    savedAt: version.savedAt.toISOString(),
    reviewer: reviewerId === null ? null : personIn(names, reviewerId),
    reviewedAt: instantOf(version.reviewedAt),
    publishedBy: publishedBy === null ? null : personIn(names, publishedBy),
    publishedAt: instantOf(version.publishedAt),
    endedAt: instantOf(version.endedAt),
    endReason: version.endReason,
    faults: faultsOf(contentOf(version), dayOf(now)),
  }
}

const personIn = (names: ReadonlyMap<string, string>, id: string) => ({ id, name: names.get(id) ?? '–' })
const instantOf = (at: Date | null): string | null => at?.toISOString() ?? null
const dayOf = (at: Date): string => at.toISOString().slice(0, 10)
