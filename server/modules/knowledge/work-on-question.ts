/** What staff make of an unanswered question: an article, another way to ask for one, or nothing of ours (understanding-D83). */
import type { ArticleContent } from '#engines/knowledge/article.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { contentOf } from './move-article.ts'
import { saveArticle } from './save-article.ts'
import { findVersion } from './store.ts'
import { lockCluster, setCluster, wordingsOf, type ClusterState } from './unanswered-store.ts'

type Deps = { tx: Transaction; now: Date; staffId: string }
type Written = ReturnType<typeof saveArticle>

/** Characters of a title and of one way of asking. */
const TITLE_MAX = 120
const QUESTION_MAX = 300
const QUESTIONS_MAX = 30

export async function writeArticleFor(deps: Deps, clusterId: string): Written {
  const { tx, now, staffId } = deps
  const cluster = await lockCluster(tx, clusterId)
  if (!cluster) return refuse('NOT_FOUND')
  if (cluster.state === 'in_work') return refuse('STATE_NOT_ALLOWED')
  const asked = await wordingsOf(tx, clusterId, cluster.language)
  const content: ArticleContent & { ownerId: string } = {
    kind: 'administrative',
    ownerId: staffId,
    audience: ['visitor', 'patient', 'related_person'],
    siteIds: [],
    sources: [],
    expiresOn: null,
    waiverReason: null,
    texts: [
      {
        language: cluster.language,
        title: cluster.wording.slice(0, TITLE_MAX).trim(),
        body: '',
        questions: [...new Set([cluster.wording, ...asked])].map((wording) => wording.slice(0, QUESTION_MAX)),
        isMachine: false,
        isChecked: false,
      },
    ],
  }
  const written = await saveArticle(deps, {
    articleId: newId(now.getTime()),
    version: 0,
    revision: 0,
    content,
    staffId,
  })
  if (!written.ok) return written
  await settle(deps, clusterId, { state: 'in_work', articleId: written.value.articleId })
  return written
}

export async function addToArticle(deps: Deps, clusterId: string, articleId: string): Written {
  const { tx, staffId } = deps
  const cluster = await lockCluster(tx, clusterId)
  const version = await findVersion(tx, articleId)
  if (!cluster || !version) return refuse('NOT_FOUND')
  const { texts, ...content } = contentOf(version)
  const wording = cluster.wording.slice(0, QUESTION_MAX)
  // In the language it was asked in; an article that has none in it takes it with its own.
  const at = Math.max(
    0,
    texts.findIndex(({ language }) => language === cluster.language),
  )
  if ((texts[at]?.questions.length ?? 0) >= QUESTIONS_MAX)
    return refuse('INVALID_INPUT', { field: 'questions', problem: 'too-many' })
  const changed = texts.map((text, n) =>
    n === at && !text.questions.includes(wording) ? { ...text, questions: [...text.questions, wording] } : text,
  )
  const written = await saveArticle(deps, {
    articleId,
    version: version.version,
    revision: version.revision,
    content: { ...content, ownerId: version.ownerId, texts: changed },
    staffId,
  })
  if (!written.ok) return written
  await settle(deps, clusterId, { state: 'in_work', articleId })
  return written
}

export async function setOurs(
  deps: Deps,
  clusterId: string,
  isOurs: boolean,
): Promise<Result<Record<string, never>, Refusal>> {
  const cluster = await lockCluster(deps.tx, clusterId)
  if (!cluster) return refuse('NOT_FOUND')
  await settle(deps, clusterId, { state: isOurs ? 'open' : 'not_ours', articleId: null })
  return ok({})
}

async function settle(
  { tx, now }: Deps,
  clusterId: string,
  next: { state: ClusterState; articleId: string | null },
): Promise<void> {
  await setCluster(tx, clusterId, next)
  await journal(
    tx,
    {
      event: 'question.settled',
      action: 'U',
      resourceKind: 'unanswered-question',
      resourceId: clusterId,
      detail: { state: next.state, ...(next.articleId === null ? {} : { articleId: next.articleId }) },
    },
    now,
  )
}
