/**
 * The SQL of retrieval: published articles that share words with a question (understanding-D58).
 *
 * By the index of words first. The nearly alike, by trigrams, are asked only where no article has the words as they were typed: their
 * operators may tell of rows that are not seen, so no index is theirs under row security (decision 0110), and the published texts of one
 * language are compared one by one.
 */
import type { Audience } from '#engines/knowledge/article.ts'
import { CANDIDATES_MAX } from '#engines/knowledge/match.ts'
import { questionWords } from '#engines/knowledge/question-words.ts'
import { foldWords } from '#engines/text/search-words.ts'
import type { Transaction } from '#server/platform/database.ts'

export type FoundText = {
  articleId: string
  version: number
  language: string
  title: string
  body: string
  questions: string[]
  sources: { title: string; url: string }[]
  reviewedOn: string
  /** Not of a machine, or checked. */
  isReady: boolean
}

export type Asked = {
  question: string
  language: string
  siteId: string | null
  audience: Audience
  now: Date
  /** The newest version of this article stands for it, as if it were published. */
  withDraft?: string | undefined
}

/** Words of a question that are looked for. */
const WORDS_MAX = 40

export const textsWithWords = async (tx: Transaction, asked: Asked): Promise<FoundText[]> => {
  const words = questionWords(asked.question).slice(0, WORDS_MAX)
  if (words.length === 0) return []
  const query = words.map((word) => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`).join(' | ')
  return tx.run<FoundText>(WITH_WORDS, [...placeOf(tx, asked), query, CANDIDATES_MAX])
}

export const textsNearlyAlike = (tx: Transaction, asked: Asked): Promise<FoundText[]> =>
  tx.run<FoundText>(NEARLY_ALIKE, [...placeOf(tx, asked), foldWords(asked.question).slice(0, 500), CANDIDATES_MAX])

const placeOf = (tx: Transaction, { language, siteId, audience, now, withDraft }: Asked): unknown[] => [
  tx.context.organizationId,
  language,
  siteId,
  audience,
  now.toISOString().slice(0, 10),
  withDraft ?? null,
]

const TEXT = `
  v.article_id as "articleId", v.version, t.language, t.title, t.body, t.questions, v.sources,
  to_char(coalesce(v.reviewed_at, v.saved_at) at time zone 'UTC', 'YYYY-MM-DD') as "reviewedOn",
  not t.is_machine or t.checked_at is not null as "isReady"`

// The day is asked here, and not only of the state: what expired at midnight is told to nobody, whenever the job comes round to it.
const FOUND = `
  select ${TEXT}
    from article_text t
    join article_version v on v.organization_id = $1 and v.article_id = t.article_id and v.version = t.version
   where t.organization_id = $1 and t.language = $2
     and (v.site_ids = '{}' or $3::uuid = any (v.site_ids)) and $4::text = any (v.audience)
     and (case when v.article_id = $6::uuid
            then v.version = (select max(n.version) from article_version n where n.organization_id = $1 and n.article_id = $6::uuid)
            else v.state = 'published' and v.expires_on >= $5::date end)`

const WITH_WORDS = `${FOUND} and t.search @@ to_tsquery('simple', $7)
   order by ts_rank(t.search, to_tsquery('simple', $7)) desc, v.article_id limit $8`

const NEARLY_ALIKE = `${FOUND}
   order by word_similarity($7, t.plain_questions) desc, v.article_id limit $8`

/** The English text of the same version, where it is ready. */
export async function englishTextOf(
  tx: Transaction,
  { articleId, version }: Pick<FoundText, 'articleId' | 'version'>,
): Promise<FoundText | undefined> {
  const [row] = await tx.run<FoundText>(ENGLISH, [tx.context.organizationId, articleId, version])
  return row?.isReady ? row : undefined
}

const ENGLISH = `
  select ${TEXT}
    from article_text t
    join article_version v on v.organization_id = $1 and v.article_id = t.article_id and v.version = t.version
   where t.organization_id = $1 and t.article_id = $2 and t.version = $3 and t.language = 'en'`
