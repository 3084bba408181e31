/** The SQL of articles, their versions and texts. What is looked for when somebody asks is in search-store.ts. */
import type { ArticleContent, ArticleKind, ArticleState, Audience } from '#engines/knowledge/article.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { textRow } from './text-row.ts'

export type Person = { id: string; name: string }

export type TextRow = {
  language: string
  title: string
  body: string
  questions: string[]
  isMachine: boolean
  checkedBy: string | null
  checkedAt: Date | null
  grade: number | null
}

export type VersionRow = {
  articleId: string
  version: number
  revision: number
  state: ArticleState
  kind: ArticleKind
  ownerId: string
  audience: Audience[]
  siteIds: string[]
  sources: { title: string; url: string }[]
  expiresOn: string | null
  waiverReason: string | null
  authorIds: string[]
  savedAt: Date
  reviewerId: string | null
  reviewedAt: Date | null
  publishedBy: string | null
  publishedAt: Date | null
  endedAt: Date | null
  endReason: 'expired' | 'withdrawn' | 'replaced' | null
  texts: TextRow[]
}

const VERSION = `
  v.article_id as "articleId", v.version, v.revision, v.state, v.kind, a.owner_id as "ownerId", v.audience, v.site_ids as "siteIds", v.sources,
  to_char(v.expires_on, 'YYYY-MM-DD') as "expiresOn", v.waiver_reason as "waiverReason", v.author_ids as "authorIds", v.saved_at as "savedAt",
  v.reviewer_id as "reviewerId", v.reviewed_at as "reviewedAt", v.published_by as "publishedBy", v.published_at as "publishedAt",
  v.ended_at as "endedAt", v.end_reason as "endReason", v.languages
  from article_version v join article a on a.organization_id = $1 and a.id = v.article_id`

type VersionHead = Omit<VersionRow, 'texts'> & { languages: string[] }

/** Two people who act on an article act one after the other. */
export const lockArticle = async (tx: Transaction, articleId: string): Promise<boolean> =>
  (
    await tx.run(`select from article where organization_id = $1 and id = $2 for update`, [
      tx.context.organizationId,
      articleId,
    ])
  ).length > 0

/** Without `version` the newest. */
export async function findVersion(
  tx: Transaction,
  articleId: string,
  version?: number,
): Promise<VersionRow | undefined> {
  const { organizationId } = tx.context
  const [head] = await tx.run<VersionHead>(
    `select ${VERSION} where v.organization_id = $1 and v.article_id = $2 and ($3::int is null or v.version = $3)
      order by v.version desc limit 1`,
    [organizationId, articleId, version ?? null],
  )
  if (!head) return undefined
  const texts = await tx.run<TextRow>(TEXTS, [organizationId, articleId, head.version])
  // In the order in which they were written: the first is the article's own.
  const { languages, ...rest } = head
  return { ...rest, texts: texts.toSorted((a, b) => languages.indexOf(a.language) - languages.indexOf(b.language)) }
}

const TEXTS = sqlText`
  select t.language, t.title, t.body, t.questions, t.is_machine as "isMachine", s.given || ' ' || s.family as "checkedBy",
         t.checked_at as "checkedAt", t.grade::float8 as grade
    from article_text t left join staff_member s on s.organization_id = $1 and s.id = t.checked_by
   where t.organization_id = $1 and t.article_id = $2 and t.version = $3`

/** The newest 50, newest first. */
export const versionsOf = (tx: Transaction, articleId: string): Promise<VersionHead[]> =>
  tx.run<VersionHead>(
    `select ${VERSION} where v.organization_id = $1 and v.article_id = $2 order by v.version desc limit 50`,
    [tx.context.organizationId, articleId],
  )

export async function publishedVersion(tx: Transaction, articleId: string): Promise<number | undefined> {
  const [row] = await tx.run<{ version: number }>(
    `select version from article_version where organization_id = $1 and article_id = $2 and state = 'published'`,
    [tx.context.organizationId, articleId],
  )
  return row?.version
}

export const insertArticle = (tx: Transaction, id: string, ownerId: string, now: Date) =>
  tx.run(`insert into article (organization_id, id, owner_id, created_at) values ($1, $2, $3, $4)`, [
    tx.context.organizationId,
    id,
    ownerId,
    now,
  ])

export const setOwner = (tx: Transaction, id: string, ownerId: string) =>
  tx.run(`update article set owner_id = $3 where organization_id = $1 and id = $2`, [
    tx.context.organizationId,
    id,
    ownerId,
  ])

export type Writing = {
  articleId: string
  version: number
  content: ArticleContent
  /** Everybody who wrote in this version. */
  authorIds: readonly string[]
  now: Date
}

/** @returns how often it was written now. */
export async function writeVersion(
  tx: Transaction,
  { articleId, version, content, authorIds, now }: Writing,
): Promise<number> {
  const { organizationId } = tx.context
  const texts = content.texts.map(textRow)
  const [written] = await tx.run<{ revision: number }>(WRITE_VERSION, [
    organizationId,
    articleId,
    version,
    content.kind,
    content.texts[0]?.title,
    content.audience,
    content.siteIds,
    JSON.stringify(content.sources),
    content.expiresOn,
    content.waiverReason,
    content.texts.map(({ language }) => language),
    texts.some(({ isHard }) => isHard),
    authorIds,
    now,
  ])
  // A text that says the same as before keeps its check; one that is gone goes.
  await tx.run(REMOVE_TEXTS, [organizationId, articleId, version, content.texts.map(({ language }) => language)])
  await tx.run(WRITE_TEXTS, [organizationId, articleId, version, JSON.stringify(texts)])
  return written!.revision
}

const WRITE_VERSION = sqlText`
  insert into article_version (organization_id, article_id, version, state, kind, title, audience, site_ids, sources, expires_on, waiver_reason,
    languages, is_hard, author_ids, saved_at)
  values ($1, $2, $3, 'draft', $4, $5, $6, $7, $8::jsonb, $9::date, $10, $11, $12, $13, $14)
  on conflict (organization_id, article_id, version) do update
     set kind = excluded.kind, title = excluded.title, audience = excluded.audience, site_ids = excluded.site_ids, sources = excluded.sources,
         expires_on = excluded.expires_on, waiver_reason = excluded.waiver_reason, languages = excluded.languages, is_hard = excluded.is_hard,
         author_ids = excluded.author_ids, saved_at = excluded.saved_at, revision = article_version.revision + 1
  returning revision`

const REMOVE_TEXTS = sqlText`
  delete from article_text where organization_id = $1 and article_id = $2 and version = $3 and language <> all ($4::text[])`

const WRITE_TEXTS = sqlText`
  insert into article_text (organization_id, article_id, version, language, title, body, questions, is_machine, grade, plain_questions, search)
  select $1, $2, $3, t.language, t.title, t.body, t.questions, t.is_machine, t.grade, t.plain_questions, to_tsvector('simple', t.search_words)
    from jsonb_to_recordset($4::jsonb) t(language text, title text, body text, questions text[], is_machine boolean, grade numeric,
      plain_questions text, search_words text)
  on conflict (organization_id, article_id, version, language) do update
     set title = excluded.title, body = excluded.body, questions = excluded.questions, is_machine = excluded.is_machine, grade = excluded.grade,
         plain_questions = excluded.plain_questions, search = excluded.search,
         checked_by = case when article_text.title = excluded.title and article_text.body = excluded.body then article_text.checked_by end,
         checked_at = case when article_text.title = excluded.title and article_text.body = excluded.body then article_text.checked_at end`

/** The state it must be in stands in the statement, so that of two who act at once one is told. @returns false: it was not. */
export async function setState(
  tx: Transaction,
  {
    articleId,
    version,
    from,
    to,
    more = {},
  }: { articleId: string; version: number; from: ArticleState; to: ArticleState; more?: StateMore },
): Promise<boolean> {
  const rows = await tx.run(SET_STATE, [
    tx.context.organizationId,
    articleId,
    version,
    from,
    to,
    more.reviewerId ?? null,
    more.publishedBy ?? null,
    more.endReason ?? null,
    more.at ?? null,
  ])
  return rows.length > 0
}
type StateMore = {
  reviewerId?: string
  publishedBy?: string
  endReason?: 'expired' | 'withdrawn' | 'replaced'
  at?: Date
}

const SET_STATE = sqlText`
  update article_version
     set state = $5, reviewer_id = coalesce($6::uuid, reviewer_id), reviewed_at = case when $6::uuid is null then reviewed_at else $9 end,
         published_by = coalesce($7::uuid, published_by), published_at = case when $7::uuid is null then published_at else $9 end,
         end_reason = coalesce($8::text, end_reason), ended_at = case when $8::text is null then ended_at else $9 end
   where organization_id = $1 and article_id = $2 and version = $3 and state = $4
  returning version`

export async function markChecked(
  tx: Transaction,
  {
    articleId,
    version,
    language,
    staffId,
    now,
  }: { articleId: string; version: number; language: string; staffId: string; now: Date },
): Promise<boolean> {
  const rows = await tx.run(
    sqlText`update article_text set checked_by = $5, checked_at = $6
      where organization_id = $1 and article_id = $2 and version = $3 and language = $4 and is_machine returning version`,
    [tx.context.organizationId, articleId, version, language, staffId, now],
  )
  return rows.length > 0
}

export type CommentRow = {
  id: string
  version: number
  kind: 'comment' | 'returned' | 'approved'
  body: string
  author: string
  at: Date
}

export const insertComment = (
  tx: Transaction,
  {
    id,
    articleId,
    version,
    kind,
    body,
    authorId,
    at,
  }: Omit<CommentRow, 'author'> & { articleId: string; authorId: string },
) =>
  tx.run(
    sqlText`insert into article_comment (organization_id, id, article_id, version, kind, body, author_id, at)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.context.organizationId, id, articleId, version, kind, body, authorId, at],
  )

/** The newest 200, oldest first. */
export async function commentsOf(tx: Transaction, articleId: string): Promise<CommentRow[]> {
  const rows = await tx.run<CommentRow>(COMMENTS, [tx.context.organizationId, articleId])
  return rows.toReversed()
}

const COMMENTS = sqlText`
  select c.id, c.version, c.kind, c.body, s.given || ' ' || s.family as author, c.at
    from article_comment c join staff_member s on s.organization_id = $1 and s.id = c.author_id
   where c.organization_id = $1 and c.article_id = $2 order by c.at desc, c.id desc limit 200`

export type ListedArticle = {
  articleId: string
  title: string
  kind: ArticleKind
  ownerId: string
  ownerName: string
  version: number
  state: ArticleState
  languages: string[]
  isHard: boolean
  expiresOn: string | null
  nextVersion: number | null
  nextState: ArticleState | null
  /** Where it stands in the list, for the next page. */
  place: string
}

export type ListQuery = {
  search?: string | undefined
  state?: ArticleState | undefined
  kind?: ArticleKind | undefined
  language?: string | undefined
  isHard?: boolean | undefined
  /** What ends on that day or before, and has not ended. */
  endsBy?: string | undefined
  after?: { place: string; id: string } | undefined
  limit: number
}

export const listArticles = (tx: Transaction, query: ListQuery): Promise<ListedArticle[]> =>
  tx.run<ListedArticle>(LIST, [
    tx.context.organizationId,
    query.search ? `%${query.search.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%` : null,
    query.state ?? null,
    query.kind ?? null,
    query.language ?? null,
    query.isHard ?? null,
    query.endsBy ?? null,
    query.after?.place ?? null,
    query.after?.id ?? null,
    query.limit,
  ])

// What is published stands for the article; without it the newest. A newer version is found by its state as well.
const LIST = sqlText`
  select a.id as "articleId", v.title, v.kind, a.owner_id as "ownerId", s.given || ' ' || s.family as "ownerName", v.version, v.state, v.languages,
         v.is_hard as "isHard", to_char(v.expires_on, 'YYYY-MM-DD') as "expiresOn", n.version as "nextVersion", n.state as "nextState",
         lower(v.title) as place
    from article a
    join staff_member s on s.organization_id = $1 and s.id = a.owner_id
    join lateral (select * from article_version o where o.organization_id = $1 and o.article_id = a.id
      order by o.state = 'published' desc, o.version desc limit 1) v on true
    left join lateral (select o.version, o.state from article_version o where o.organization_id = $1 and o.article_id = a.id
      and v.state = 'published' and o.version > v.version order by o.version desc limit 1) n on true
   where a.organization_id = $1
     and ($2::text is null or lower(v.title) like $2 or exists (select from article_text t where t.organization_id = $1 and t.article_id = a.id
       and t.version = v.version and (lower(t.title) like $2 or t.plain_questions like $2)))
     and ($3::text is null or $3 in (v.state, n.state))
     and ($4::text is null or v.kind = $4)
     and ($5::text is null or $5 = any (v.languages))
     and ($6::boolean is null or v.is_hard = $6)
     and ($7::date is null or (v.state = 'published' and v.expires_on <= $7))
     and ($8::text is null or (lower(v.title), a.id) > ($8, $9::uuid))
   order by lower(v.title), a.id limit $10`

/** Names of those among `ids` who are or were staff here. */
export async function namesOf(tx: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.run<Person>(
    `select id, given || ' ' || family as name from staff_member where organization_id = $1 and id = any ($2::uuid[])`,
    [tx.context.organizationId, ids],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Whether the owner works here and the sites are ours. */
export async function isOwnerHere(tx: Transaction, ownerId: string): Promise<boolean> {
  const rows = await tx.run(`select from staff_member where organization_id = $1 and id = $2 and state = 'active'`, [
    tx.context.organizationId,
    ownerId,
  ])
  return rows.length > 0
}

export async function areSitesHere(tx: Transaction, siteIds: readonly string[]): Promise<boolean> {
  const [row] = await tx.run<{ n: number }>(
    `select count(*)::int as n from site where organization_id = $1 and id = any ($2::uuid[])`,
    [tx.context.organizationId, siteIds],
  )
  return row?.n === new Set(siteIds).size
}

export async function languagesOf(tx: Transaction, staffId: string): Promise<string[]> {
  const [row] = await tx.run<{ languages: string[] }>(
    `select languages from staff_member where organization_id = $1 and id = $2`,
    [tx.context.organizationId, staffId],
  )
  return row?.languages ?? []
}

export type TrialRow = {
  id: string
  articleId: string
  question: string
  language: string
  audience: Audience
  siteId: string | null
  savedBy: string
}

export const trialsOf = (tx: Transaction, articleId: string): Promise<TrialRow[]> =>
  tx.run<TrialRow>(TRIALS, [tx.context.organizationId, articleId])

const TRIALS = sqlText`
  select t.id, t.article_id as "articleId", t.question, t.language, t.audience, t.site_id as "siteId", s.given || ' ' || s.family as "savedBy"
    from article_trial t join staff_member s on s.organization_id = $1 and s.id = t.saved_by
   where t.organization_id = $1 and t.article_id = $2 order by t.saved_at, t.id limit 50`

/** @returns false: it has as many as one article may have. */
export async function insertTrial(
  tx: Transaction,
  trial: Omit<TrialRow, 'savedBy'> & { staffId: string; now: Date },
): Promise<boolean> {
  const rows = await tx.run(INSERT_TRIAL, [
    tx.context.organizationId,
    trial.id,
    trial.articleId,
    trial.question,
    trial.language,
    trial.audience,
    trial.siteId,
    trial.staffId,
    trial.now,
  ])
  return rows.length > 0
}

const INSERT_TRIAL = sqlText`
  insert into article_trial (organization_id, id, article_id, question, language, audience, site_id, saved_by, saved_at)
  select $1, $2, $3, $4, $5, $6, $7, $8, $9 from article_trial where organization_id = $1 and article_id = $3 having count(*) < 50
  returning id`

export async function deleteTrial(tx: Transaction, articleId: string, trialId: string): Promise<boolean> {
  const rows = await tx.run(
    `delete from article_trial where organization_id = $1 and article_id = $2 and id = $3 returning id`,
    [tx.context.organizationId, articleId, trialId],
  )
  return rows.length > 0
}

/** Of the newest version of each article. */
export const titlesOf = (tx: Transaction): Promise<{ language: string; title: string }[]> =>
  tx.run(TITLES, [tx.context.organizationId])

const TITLES = sqlText`
  select t.language, t.title from article_text t
   where t.organization_id = $1 and t.version = (select max(v.version) from article_version v where v.organization_id = $1 and v.article_id = t.article_id)
   limit 20000`
