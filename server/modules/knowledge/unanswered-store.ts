/** The SQL of unanswered questions and of the clusters they lie in. */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type ClusterState = 'open' | 'in_work' | 'answered' | 'not_ours'
export type Outcome = 'unknown' | 'disagree' | 'english_only' | 'thumbs_down' | 'then_person'
export type Channel = 'portal-chat' | 'widget' | 'email' | 'sms' | 'voice' | 'front-desk' | 'desk'

/** Of two alike questions at one moment the second sees the cluster of the first. */
export const lockClusters = (tx: Transaction) =>
  tx.run(`select pg_advisory_xact_lock(hashtextextended('question-clusters/' || $1, 0))`, [tx.context.organizationId])

/** The 1,000 clusters that were asked last, in the order in which they were made, so that the first of equally near ones is taken. */
export const leaders = (tx: Transaction): Promise<{ id: string; words: string[] }[]> =>
  tx.run(LEADERS, [tx.context.organizationId])

const LEADERS = sqlText`
  select id, words from (
    select id, words, first_seen_at from question_cluster where organization_id = $1 order by last_seen_at desc, id desc limit 1000) newest
   order by first_seen_at, id`

export const insertCluster = (
  tx: Transaction,
  { id, wording, words, at }: { id: string; wording: string; words: readonly string[]; at: Date },
) =>
  tx.run(
    sqlText`insert into question_cluster (organization_id, id, wording, words, state, first_seen_at, last_seen_at)
      values ($1, $2, $3, $4, 'open', $5, $5)`,
    [tx.context.organizationId, id, wording, words, at],
  )

export type NewQuestion = {
  id: string
  clusterId: string
  wording: string
  language: string
  channel: Channel
  outcome: Outcome
  articleId: string | null
  at: Date
}

/** What was thought to be answered and was asked again is open again. */
export async function insertQuestion(tx: Transaction, question: NewQuestion): Promise<void> {
  const { organizationId } = tx.context
  const { id, clusterId, wording, language, channel, outcome, articleId, at } = question
  await tx.run(INSERT_QUESTION, [organizationId, id, clusterId, wording, language, channel, outcome, articleId, at])
  await tx.run(COUNT_QUESTION, [organizationId, clusterId, at])
}

const INSERT_QUESTION = sqlText`
  insert into unanswered_question (organization_id, id, cluster_id, wording, language, channel, outcome, article_id, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`
const COUNT_QUESTION = sqlText`
  update question_cluster set questions = questions + 1, last_seen_at = greatest(last_seen_at, $3),
         state = case state when 'answered' then 'open' else state end
   where organization_id = $1 and id = $2`

export type ClusterRow = {
  clusterId: string
  wording: string
  state: ClusterState
  articleId: string | null
  articleTitle: string | null
  questions: number
  firstSeenAt: Date
  lastSeenAt: Date
  languages: string[]
  channels: Channel[]
  outcomes: { outcome: Outcome; count: number }[]
  weeks: number[]
  others: string[]
}

/** Weeks of the trend. */
const WEEKS = 8
const OTHERS_SHOWN = 5

export const listClusters = (
  tx: Transaction,
  {
    state,
    after,
    now,
    limit,
  }: { state: ClusterState; after: { at: Date; id: string } | undefined; now: Date; limit: number },
): Promise<ClusterRow[]> =>
  tx.run<ClusterRow>(LIST, [
    tx.context.organizationId,
    state,
    after?.at ?? null,
    after?.id ?? null,
    now,
    limit,
    WEEKS,
    OTHERS_SHOWN,
  ])

const LIST = sqlText`
  select c.id as "clusterId", c.wording, c.state, c.article_id as "articleId", v.title as "articleTitle", c.questions,
         c.first_seen_at as "firstSeenAt", c.last_seen_at as "lastSeenAt", q.languages, q.channels, q.outcomes, q.weeks, q.others
    from question_cluster c
    left join lateral (select o.title from article_version o where o.organization_id = $1 and o.article_id = c.article_id
      order by o.version desc limit 1) v on true
    join lateral (
      select coalesce(array_agg(distinct u.language), '{}') as languages, coalesce(array_agg(distinct u.channel), '{}') as channels,
             (select coalesce(jsonb_agg(jsonb_build_object('outcome', o.outcome, 'count', o.n) order by o.n desc, o.outcome), '[]')
                from (select outcome, count(*)::int as n from unanswered_question where organization_id = $1 and cluster_id = c.id group by outcome) o) as outcomes,
             (select array_agg((select count(*)::int from unanswered_question t where t.organization_id = $1 and t.cluster_id = c.id
                and t.at > $5::timestamptz - make_interval(weeks => w) and t.at <= $5::timestamptz - make_interval(weeks => w - 1)) order by w desc)
                from generate_series(1, $7::int) w) as weeks,
             (select coalesce(array_agg(o.wording order by o.at desc), '{}') from (select t.wording, max(t.at) as at from unanswered_question t
                where t.organization_id = $1 and t.cluster_id = c.id and t.wording <> c.wording group by t.wording order by 2 desc limit $8) o) as others
        from unanswered_question u where u.organization_id = $1 and u.cluster_id = c.id) q on true
   where c.organization_id = $1 and c.state = $2 and ($3::timestamptz is null or (c.last_seen_at, c.id) < ($3, $4::uuid))
   order by c.last_seen_at desc, c.id desc limit $6`

export type Cluster = { id: string; wording: string; state: ClusterState; articleId: string | null; language: string }

/** Held until the transaction ends. Its language is that of its first question. */
export async function lockCluster(tx: Transaction, id: string): Promise<Cluster | undefined> {
  const [row] = await tx.run<Cluster>(LOCK, [tx.context.organizationId, id])
  return row
}

const LOCK = sqlText`
  select c.id, c.wording, c.state, c.article_id as "articleId",
         coalesce((select u.language from unanswered_question u where u.organization_id = $1 and u.cluster_id = c.id order by u.at, u.id limit 1), 'en') as language
    from question_cluster c where c.organization_id = $1 and c.id = $2 for update of c`

export const setCluster = (
  tx: Transaction,
  id: string,
  { state, articleId }: { state: ClusterState; articleId: string | null },
) =>
  tx.run(`update question_cluster set state = $3, article_id = $4 where organization_id = $1 and id = $2`, [
    tx.context.organizationId,
    id,
    state,
    articleId,
  ])

/** Its article is published now. */
export const settleClusters = (tx: Transaction, articleId: string) =>
  tx.run(
    `update question_cluster set state = 'answered' where organization_id = $1 and article_id = $2 and state = 'in_work'`,
    [tx.context.organizationId, articleId],
  )

/** The newest wordings of a cluster, each once. */
export async function wordingsOf(tx: Transaction, clusterId: string, language: string): Promise<string[]> {
  const rows = await tx.run<{ wording: string }>(
    sqlText`select wording from unanswered_question where organization_id = $1 and cluster_id = $2 and language = $3
      group by wording order by max(at) desc limit 5`,
    [tx.context.organizationId, clusterId, language],
  )
  return rows.map(({ wording }) => wording)
}

/** The newest 500 that are open, with their languages. */
export const openQuestions = (tx: Transaction): Promise<{ wording: string; language: string }[]> =>
  tx.run(OPEN, [tx.context.organizationId])

const OPEN = sqlText`
  select u.wording, u.language from unanswered_question u
    join question_cluster c on c.organization_id = $1 and c.id = u.cluster_id and c.state in ('open', 'in_work')
   where u.organization_id = $1 order by u.at desc, u.id desc limit 500`

/** Days that a question is kept, and with its last question a cluster that nobody works on. */
const KEPT_DAYS = 365

export async function deleteOld(tx: Transaction, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000)
  const { organizationId } = tx.context
  await tx.run(`delete from unanswered_question where organization_id = $1 and at < $2`, [organizationId, before])
  await tx.run(`delete from question_cluster where organization_id = $1 and last_seen_at < $2`, [
    organizationId,
    before,
  ])
}
