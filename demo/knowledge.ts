/** Articles of the demonstration in every state they can have, and the questions that none of them answered. */
import { AUDIENCES, latestExpiry, type ArticleText } from '#engines/knowledge/article.ts'
import { clusterOf, clusterWords } from '#engines/knowledge/cluster.ts'
import { textRow } from '#server/modules/knowledge/text-row.ts'
import type { ArticleLine } from './articles/article-line.ts'
import { CARE_ARTICLES } from './articles/care.ts'
import { PORTAL_AND_MONEY } from './articles/portal-and-money.ts'
import { UNANSWERED } from './articles/unanswered.ts'
import { VISITS } from './articles/visits.ts'
import { DAY } from './calendar.ts'
import type { Clinic, Staff } from './clinic.ts'
import { demoId } from './demo-id.ts'
import type { Rows } from './rows.ts'

export const ARTICLES: readonly ArticleLine[] = [...VISITS, ...CARE_ARTICLES, ...PORTAL_AND_MONEY]

/** Days: since it was written, reviewed, published; of those that end, until then. */
const WRITTEN = 140
const REVIEWED = 130
const PUBLISHED = 128
const ENDS_SOON = 5
const ENDS_THIS_MONTH = 24
const EXPIRED = 11
const WITHDRAWN = 6
const UNREVIEWED = 3

/** Of how many articles a question is kept as a test. */
const TRIALS_EVERY = 5

export function buildKnowledge(seed: string, clinic: Clinic, now: Date, rows: Rows): void {
  const ago = (days: number) => new Date(now.getTime() - days * DAY)
  const inRole = (...roles: Staff['role'][]) =>
    clinic.staff.filter(({ role, state }) => state === 'active' && roles.includes(role))
  const authors = inRole('agent', 'front_desk')
  const reviewers = { clinical: inRole('nurse', 'clinician'), administrative: inRole('supervisor') }
  const [publisher] = inRole('supervisor')
  const pick = <T>(list: readonly T[], n: number): T => {
    const found = list[n % list.length]
    if (found === undefined) throw new Error('the demonstration has nobody for its articles')
    return found
  }
  const organization_id = clinic.organizationId

  for (const [n, line] of ARTICLES.entries()) {
    const kind = line.kind ?? 'administrative'
    const state = line.state ?? 'published'
    const author = pick(authors, n)
    const id = demoId(`${seed}/article/${line.key}`, ago(WRITTEN))
    rows.article.push({ organization_id, id, owner_id: author.id, created_at: ago(WRITTEN) })
    const isOpen = state === 'draft' || state === 'in_review'
    const isTold = !isOpen && state !== 'approved'
    const version = (number: number, over: object = {}) => ({
      organization_id,
      article_id: id,
      version: number,
      state: storedState(line),
      kind,
      title: line.en.title,
      audience: line.audience ?? AUDIENCES,
      site_ids: clinic.sites.filter(({ key }) => line.sites?.includes(key)).map((site) => site.id),
      sources: [{ title: line.source[0], url: line.source[1] }],
      expires_on: state === 'draft' ? null : expiryOf(line, now),
      waiver_reason: null,
      languages: ['en', ...(line.es ? ['es'] : [])],
      is_hard: false,
      author_ids: [author.id],
      saved_at: ago(isOpen ? UNREVIEWED : WRITTEN),
      reviewer_id: isOpen ? null : pick(reviewers[kind], n).id,
      reviewed_at: isOpen ? null : ago(isTold ? REVIEWED : UNREVIEWED),
      published_by: isTold ? (publisher?.id ?? null) : null,
      published_at: isTold ? ago(PUBLISHED) : null,
      ended_at: state === 'expired' ? ago(EXPIRED) : state === 'withdrawn' ? ago(WITHDRAWN) : null,
      end_reason: state === 'expired' || state === 'withdrawn' ? state : null,
      ...over,
    })
    rows.article_version.push(version(1))
    addTexts(rows, { organization_id, article_id: id, version: 1 }, textsOf(line))
    if (state === 'rewritten') {
      const open = { reviewer_id: null, reviewed_at: null, published_by: null, published_at: null, expires_on: null }
      rows.article_version.push(version(2, { state: 'draft', saved_at: ago(UNREVIEWED), ...open }))
      const longer = textsOf(line).map((text) =>
        text.language === 'en'
          ? { ...text, body: `${text.body}\n\nWe also call people who have no phone for texts.` }
          : text,
      )
      addTexts(rows, { organization_id, article_id: id, version: 2 }, longer)
    }
    if (state === 'in_review')
      rows.article_comment.push({
        organization_id,
        id: demoId(`${seed}/article-comment/${line.key}`, ago(2)),
        article_id: id,
        version: 1,
        kind: 'comment',
        body: 'I read the public page again and took out two long words. Please look at the Spanish too.',
        author_id: author.id,
        at: ago(2),
      })
    if (n % TRIALS_EVERY === 0)
      rows.article_trial.push({
        organization_id,
        id: demoId(`${seed}/article-trial/${line.key}`, ago(WRITTEN)),
        article_id: id,
        question: line.en.asks[0] ?? line.en.title,
        language: 'en',
        audience: 'patient',
        site_id: null,
        saved_by: author.id,
        saved_at: ago(WRITTEN),
      })
  }
  addUnanswered(seed, organization_id, now, rows)
}

/** As the engine judges them. */
export const textsOf = ({ en, es, esByMachine }: ArticleLine): ArticleText[] =>
  [{ language: 'en', ...en }, ...(es ? [{ language: 'es', ...es }] : [])].map(({ language, title, asks, body }) => ({
    language,
    title,
    body,
    questions: asks,
    isMachine: language === 'es' && esByMachine === true,
    isChecked: false,
  }))

function addTexts(
  rows: Rows,
  place: { organization_id: string; article_id: string; version: number },
  texts: readonly ArticleText[],
): void {
  for (const text of texts) {
    const { isHard: _, ...row } = textRow(text)
    rows.article_text.push({ ...place, ...row, checked_by: null, checked_at: null })
  }
}

function storedState({ state }: ArticleLine): string {
  if (
    state === 'draft' ||
    state === 'in_review' ||
    state === 'approved' ||
    state === 'expired' ||
    state === 'withdrawn'
  )
    return state
  return 'published'
}

/** The last day on which it is told. */
export function expiryOf({ kind, state }: Pick<ArticleLine, 'kind' | 'state'>, now: Date): string {
  const day = (days: number) => new Date(now.getTime() + days * DAY).toISOString().slice(0, 10)
  if (state === 'ends-soon') return day(ENDS_SOON)
  if (state === 'ends-this-month') return day(ENDS_THIS_MONTH)
  if (state === 'expired') return day(-EXPIRED)
  const published = state === 'in_review' || state === 'approved' ? now : new Date(now.getTime() - PUBLISHED * DAY)
  return latestExpiry(kind ?? 'administrative', published.toISOString().slice(0, 10))
}

function addUnanswered(seed: string, organization_id: string, now: Date, rows: Rows): void {
  const leaders: { id: string; words: string[]; row: { [column: string]: unknown } }[] = []
  const asked = UNANSWERED.flatMap(({ daysAgo, ...question }) =>
    daysAgo.map((days) => ({ ...question, days })),
  ).toSorted((a, b) => b.days - a.days)
  for (const [n, { wording, language, channel, outcome = 'unknown', days, state = 'open' }] of asked.entries()) {
    const at = new Date(now.getTime() - days * DAY - (n % 7) * 3_600_000)
    const words = clusterWords(wording)
    let cluster = leaders.find(({ id }) => id === clusterOf(words, leaders))
    if (!cluster) {
      const id = demoId(`${seed}/question-cluster/${wording}`, at)
      const row = {
        organization_id,
        id,
        wording,
        words,
        state,
        article_id: null,
        questions: 0,
        first_seen_at: at,
        last_seen_at: at,
      }
      cluster = { id, words, row }
      leaders.push(cluster)
    }
    cluster.row = { ...cluster.row, questions: Number(cluster.row.questions) + 1, last_seen_at: at }
    rows.unanswered_question.push({
      organization_id,
      id: demoId(`${seed}/unanswered/${n}`, at),
      cluster_id: cluster.id,
      wording,
      language,
      channel,
      outcome,
      article_id: null,
      at,
    })
  }
  rows.question_cluster.push(...leaders.map(({ row }) => row as Rows['question_cluster'][number]))
}
