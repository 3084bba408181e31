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
  const asked = UNANSWERED.flatMap(({ daysAgo, ...question }) =>
    daysAgo.map((days) => ({ ...question, days })),
  ).toSorted((a, b) => b.days - a.days)
  for (const [n, { wording, language, channel, outcome = 'unknown', days, state = 'open' }] of asked.entries()) {
    const at = new Date(now.getTime() - days * DAY - (n % 7) * 3_600_000)
    keepQuestion(rows, { seed, organization_id, wording, language, channel, outcome, articleId: null, state, at })
  }
}

type Kept = {
  seed: string
  organization_id: string
  wording: string
  language: string
  channel: string
  outcome: 'unknown' | 'disagree' | 'english_only' | 'thumbs_down' | 'then_person'
  articleId: string | null
  state?: 'open' | 'not_ours'
  at: Date
}

/** Under the first of its kind, as note-unanswered.ts puts it; nothing is kept of what says nothing. */
export function keepQuestion(rows: Rows, question: Kept): void {
  const { seed, organization_id, wording, language, channel, outcome, articleId, state = 'open', at } = question
  const words = clusterWords(wording)
  if (words.length === 0) return
  const known = clusterOf(
    words,
    rows.question_cluster.map((row) => ({ id: row.id as string, words: row.words as string[] })),
  )
  const id = known ?? demoId(`${seed}/question-cluster/${wording}`, at)
  if (!known)
    rows.question_cluster.push({
      organization_id,
      id,
      wording,
      words,
      state,
      article_id: null,
      questions: 0,
      first_seen_at: at,
      last_seen_at: at,
    })
  const place = rows.question_cluster.findIndex((row) => row.id === id)
  const cluster = rows.question_cluster[place]
  if (!cluster) return
  const [first, last] = [cluster.first_seen_at as Date, cluster.last_seen_at as Date]
  rows.question_cluster[place] = {
    ...cluster,
    questions: Number(cluster.questions) + 1,
    first_seen_at: at < first ? at : first,
    last_seen_at: at > last ? at : last,
  }
  rows.unanswered_question.push({
    organization_id,
    id: demoId(`${seed}/unanswered/${rows.unanswered_question.length}`, at),
    cluster_id: id,
    wording,
    language,
    channel,
    outcome,
    article_id: articleId,
    at,
  })
}
