/**
 * What an article's clock does by itself: on the day after its last it expires, and 30 and 7 days before its owner is reminded
 * (understanding-D80); and who owns one that disagrees with another is told. Retrieval asks the day itself, so nothing is told late while this has not come round.
 */
import { sendNotice } from '#server/modules/notice/index.ts'
import { allDoors } from '#server/modules/organization/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database, Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import { journal } from '#server/platform/journal.ts'
import type { Keys } from '#server/platform/seal.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type ExpiryDeps = { db: Database; jobs: Jobs; keys: Keys; publicUrl: string; now: () => Date }

/** Days before the last at which the owner is told. Source: understanding-D80. */
const REMIND_DAYS = [7, 30] as const
/** Looked back so far, in days: more than lies between two rounds. */
const DISAGREED_WITHIN_DAYS = 3
/** Articles of one transaction. */
const ROUND_MAX = 200
/** Transactions of one round of one organization. */
const PAGES_MAX = 100

export async function expireArticles(deps: ExpiryDeps): Promise<void> {
  await eachOrganization(deps, 'sweep articles', async (tx, now) => {
    const expired = await tx.run<Due>(EXPIRE, [tx.context.organizationId, dayOf(now), now, ROUND_MAX])
    for (const { articleId, version } of expired) {
      await journal(
        tx,
        { event: 'article.expired', action: 'U', resourceKind: 'article', resourceId: articleId, detail: { version } },
        now,
      )
      await tellOwner(deps, tx, now, { articleId, version, template: 'article-expired', key: 'expired' })
    }
    return expired
  })
}

/** The same reminder is sent once, however often this looks. */
export async function remindOwners(deps: ExpiryDeps): Promise<void> {
  const [soonest, latest] = REMIND_DAYS
  await eachOrganization(deps, 'remind of articles', async (tx, now, after) => {
    const due = await tx.run<Due & { days: number }>(ENDING, [tx.context.organizationId, dayOf(now), latest, after, ROUND_MAX]) // prettier-ignore
    for (const { articleId, version, days } of due) {
      const reminder = days <= soonest ? soonest : latest
      await tellOwner(deps, tx, now, { articleId, version, template: 'article-expires', key: `in-${reminder}`, days })
    }
    return due
  })
  // Two articles that answered one question differently: the owner of the nearer one hears of it, once for each version (D58).
  await eachOrganization(deps, 'remind of articles', async (tx, now, after) => {
    const since = new Date(now.getTime() - DISAGREED_WITHIN_DAYS * 86_400_000)
    const due = await tx.run<Due>(DISAGREED, [tx.context.organizationId, since, after, ROUND_MAX])
    for (const { articleId, version } of due)
      await tellOwner(deps, tx, now, { articleId, version, template: 'article-disagrees', key: 'disagrees' })
    return due
  })
}

type Due = { articleId: string; version: number }

/**
 * @param work what is due after that article, and done; a full page goes on behind its last. Whoever was told already stays in the list, and
 * does not stand before the others.
 */
async function eachOrganization(
  { db, now }: ExpiryDeps,
  route: string,
  work: (tx: Transaction, now: Date, after: string | null) => Promise<Due[]>,
): Promise<void> {
  for (const { organizationId } of await db.withoutOrganization(allDoors)) {
    let after: string | null = null
    for (let page = 0; page < PAGES_MAX; page++) {
      const context = systemContext(organizationId, newId(), route)
      const done: Due[] = await db.transaction(context, (tx) => work(tx, now(), after))
      if (done.length < ROUND_MAX) break
      after = done.at(-1)?.articleId ?? null
    }
  }
}

const dayOf = (now: Date): string => now.toISOString().slice(0, 10)

const EXPIRE = sqlText`
  update article_version v set state = 'expired', end_reason = 'expired', ended_at = $3
   where v.organization_id = $1 and v.state = 'published' and (v.article_id, v.version) in (
     select d.article_id, d.version from article_version d where d.organization_id = $1 and d.state = 'published' and d.expires_on < $2::date
      order by d.expires_on, d.article_id limit $4 for update skip locked)
  returning v.article_id as "articleId", v.version`

const ENDING = sqlText`
  select article_id as "articleId", version, expires_on - $2::date as days from article_version
   where organization_id = $1 and state = 'published' and expires_on between $2::date and $2::date + $3::int
     and ($4::uuid is null or article_id > $4)
   order by article_id limit $5`

const DISAGREED = sqlText`
  select distinct v.article_id as "articleId", v.version
    from unanswered_question q
    join article_version v on v.organization_id = $1 and v.article_id = q.article_id and v.state = 'published'
   where q.organization_id = $1 and q.outcome = 'disagree' and q.at > $2 and ($3::uuid is null or v.article_id > $3)
   order by 1 limit $4`

/** An owner who left is stood in for by those who publish. */
async function tellOwner(
  { jobs, keys, publicUrl }: ExpiryDeps,
  tx: Transaction,
  now: Date,
  {
    articleId,
    version,
    template,
    key,
    days,
  }: Due & { template: 'article-expires' | 'article-expired' | 'article-disagrees'; key: string; days?: number },
): Promise<void> {
  const people = await tx.run<{ id: string; email: string; language: string }>(TOLD, [
    tx.context.organizationId,
    articleId,
  ])
  for (const { id, email, language } of people)
    await sendNotice({ jobs, keys, now }, tx, {
      key: `article:${articleId}:${version}:${key}:${id}`,
      system: 'email',
      address: email,
      language,
      template,
      values: { link: `${publicUrl}/desk/knowledge?article=${articleId}`, ...(days === undefined ? {} : { days }) },
    })
}

const TOLD = sqlText`
  with owner as (
    select s.* from article a join staff_member s on s.organization_id = $1 and s.id = a.owner_id and s.state = 'active'
     where a.organization_id = $1 and a.id = $2),
  told as (
    select * from owner
    union all
    (select * from staff_member s where s.organization_id = $1 and s.state = 'active' and s.role in ('administrator', 'supervisor')
       and not exists (select from owner) order by s.id limit 20))
  select id, email, case when 'en' = any (languages) or not 'es' = any (languages) then 'en' else 'es' end as language from told`
