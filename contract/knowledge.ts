/** Knowledge: articles that answer what patients ask, and the questions that none answered (understanding-D58, D80 to D83). */
import * as z from 'zod'
import { ARTICLE_KINDS, ARTICLE_PROBLEMS, ARTICLE_STATES, AUDIENCES } from '#engines/knowledge/article.ts'
import { IMPORT_FORMATS, IMPORT_PROBLEMS } from '#engines/knowledge/import-format.ts'
import { Channel } from './conversation.ts'
import type { Role } from './role.ts'
import { ALL_STAFF, CLINICAL, cursor, givenDay, id, instant, PAGE_MAX, route, whole, WHOLE_MAX } from './route.ts'

/** Whoever works here may write one; what it says is for another to review (decision 0142). */
const AUTHORS: readonly Role[] = ALL_STAFF
const REVIEWERS: readonly Role[] = ['administrator', 'supervisor', ...CLINICAL]
const PUBLISHERS: readonly Role[] = ['administrator', 'supervisor']
/** A wrong text goes at once. */
const WITHDRAWERS: readonly Role[] = REVIEWERS

const language = z.string().regex(/^[a-z]{2,3}$/)
const question = z.string().trim().min(1).max(300)
const audience = z.enum(AUDIENCES)
const state = z.enum(ARTICLE_STATES)
const kind = z.enum(ARTICLE_KINDS)
const person = z.object({ id, name: z.string() })

const source = z.object({ title: z.string().trim().max(200), url: z.string().trim().max(500) })

/** A text as it is written: a draft may be unfinished, so only what is too long is refused. */
export const ArticleText = z.object({
  language,
  title: z.string().trim().min(1).max(120),
  body: z.string().max(10_000),
  questions: z.array(question).max(30),
  /** Written by a machine: told to nobody until somebody who speaks the language checked it. */
  isMachine: z.boolean(),
})

export const ArticleContent = z.object({
  kind,
  ownerId: id,
  audience: z.array(audience).max(AUDIENCES.length),
  /** None: every site. */
  siteIds: z.array(id).max(100),
  sources: z.array(source).max(20),
  /** The last day on which it is told, of UTC. */
  expiresOn: givenDay.nullable(),
  /** Of a clinical article: why it may be harder than grade 6, up to 8. */
  waiverReason: z.string().trim().min(1).max(500).nullable(),
  /** The first is the article's own; its title names the article. */
  texts: z.array(ArticleText).min(1).max(20),
})

const fault = z.object({ problem: z.enum(ARTICLE_PROBLEMS), language: language.nullable() })

const ArticleVersion = z.object({
  articleId: id,
  version: whole,
  /** Grows whenever its words are written: a draft is written over under one number. */
  revision: whole,
  state,
  content: ArticleContent.omit({ texts: true }).extend({
    texts: z.array(
      ArticleText.extend({
        checkedBy: z.string().nullable(),
        checkedAt: instant.nullable(),
        grade: z.number().nullable(),
      }),
    ),
  }),
  authors: z.array(person),
  savedAt: instant,
  reviewer: person.nullable(),
  reviewedAt: instant.nullable(),
  publishedBy: person.nullable(),
  publishedAt: instant.nullable(),
  endedAt: instant.nullable(),
  endReason: z.enum(['expired', 'withdrawn', 'replaced']).nullable(),
  /** What keeps it from being published today. */
  faults: z.array(fault),
})

const ArticleRow = z.object({
  articleId: id,
  title: z.string(),
  kind,
  owner: person,
  /** Of the published version; without one of the newest. */
  version: whole,
  state,
  languages: z.array(z.string()),
  isHard: z.boolean(),
  expiresOn: z.iso.date().nullable(),
  /** A newer version than the published one, and how it stands. */
  next: z.object({ version: whole, state }).nullable(),
})

const Comment = z.object({
  id,
  version: whole,
  kind: z.enum(['comment', 'returned', 'approved']),
  body: z.string(),
  author: z.string(),
  at: instant,
})

const Citation = z.object({ title: z.string(), link: z.string() })
const Scored = z.object({
  articleId: id,
  version: whole,
  title: z.string(),
  score: z.number(),
  /** The way of asking that is nearest. */
  nearest: z.string().nullable(),
  matched: z.array(z.string()),
  missing: z.array(z.string()),
})
const Answer = z.object({
  articleId: id,
  version: whole,
  language,
  text: z.string(),
  citation: Citation,
  reviewedOn: z.iso.date(),
})
/** What the assistant would do with a question. `english-only`: there is an answer, and it has to be offered as one in English. */
const Tried = z.object({
  outcome: z.enum(['answer', 'english-only', 'disagree', 'unknown']),
  answer: Answer.nullable(),
  /** From here on an article answers. */
  threshold: z.number(),
  /** The best of what was compared, best first. */
  scored: z.array(Scored),
})

const Trial = z.object({
  id,
  question: z.string(),
  language,
  audience,
  siteId: id.nullable(),
  savedBy: z.string(),
  /** Whether this article wins it now, as it is published; `waits`: nothing of it is published. */
  result: z.enum(['won', 'lost', 'waits']),
  score: z.number().nullable(),
})

const read = { roles: ALL_STAFF, resource: 'article', patient: 'none', audit: 'none' } as const
const write = { ...read, roles: AUTHORS, audit: 'U' } as const
const tags = ['Knowledge']
const target = z.object({ articleId: id })
const exact = target.extend({ version: whole })
/** The words that the caller has read; CHANGED_MEANWHILE when they have been written over since. */
const wordsRead = exact.extend({ revision: whole })
const page = { cursor: cursor.optional(), limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(20) }
const asked = z.object({
  question: z.string().trim().min(1).max(500),
  language,
  siteId: id.nullable(),
  audience,
})

export const article = {
  /** By title. `expiring`: what ends within so many days. */
  list: route(read)
    .route({ method: 'GET', path: '/articles', summary: 'Articles by title', tags })
    .input(
      z.object({
        search: z.string().trim().max(100).optional(),
        state: state.optional(),
        kind: kind.optional(),
        language: language.optional(),
        reads: z.enum(['plain', 'hard']).optional(),
        expiring: z.coerce.number().int().min(1).max(365).optional(),
        ...page,
      }),
    )
    .output(z.object({ items: z.array(ArticleRow), next: cursor.nullable() })),

  /** The newest version, and which there are, newest first (at most 50). */
  get: route(read)
    .route({ method: 'GET', path: '/articles/{articleId}', summary: 'One article with its versions', tags })
    .input(target)
    .output(
      z.object({
        articleId: id,
        owner: person,
        newest: ArticleVersion,
        versions: z.array(
          ArticleVersion.pick({
            version: true,
            state: true,
            savedAt: true,
            reviewer: true,
            reviewedAt: true,
            publishedAt: true,
            endedAt: true,
            endReason: true,
          }).extend({ authors: z.array(z.string()) }),
        ),
        /** Of every version, the newest 200, oldest first. */
        comments: z.array(Comment),
      }),
    ),

  version: route(read)
    .route({ method: 'GET', path: '/articles/{articleId}/versions/{version}', summary: 'An article as it was', tags })
    .input(target.extend({ version: z.coerce.number().int().min(1).max(WHOLE_MAX) }))
    .output(ArticleVersion),

  /**
   * A new article (`version` and `revision` 0, the id is the client's), the draft written over, or a new version beside what is published.
   * Refusals: CHANGED_MEANWHILE when `version` and `revision` are not the newest, STATE_NOT_ALLOWED while it is in review, INVALID_INPUT with field.
   */
  save: route({ ...write, audit: 'C' })
    .route({ method: 'PUT', path: '/articles/{articleId}', summary: 'Write an article', tags })
    .input(target.extend({ version: whole.min(0), revision: whole.min(0), content: ArticleContent }))
    .output(z.object({ articleId: id, version: whole, revision: whole })),

  /** INVALID_INPUT with the detail `problems`: what would keep it from being published. */
  submit: route(write)
    .route({ method: 'POST', path: '/articles/{articleId}/submit', summary: 'Ask for a review', tags })
    .input(wordsRead)
    .output(ArticleVersion),

  /** Out of review, by who wrote in it. */
  takeBack: route(write)
    .route({ method: 'POST', path: '/articles/{articleId}/take-back', summary: 'Take one’s own version back', tags })
    .input(exact)
    .output(ArticleVersion),

  /** By nobody who wrote in it. */
  return: route({ ...write, roles: REVIEWERS })
    .route({
      method: 'POST',
      path: '/articles/{articleId}/return',
      summary: 'Give a version back with a comment',
      tags,
    })
    .input(wordsRead.extend({ comment: z.string().trim().min(1).max(2_000) }))
    .output(ArticleVersion),

  /** NOT_ALLOWED: the caller wrote in it, or it is clinical and the caller is no nurse or clinician. */
  approve: route({ ...write, roles: REVIEWERS })
    .route({ method: 'POST', path: '/articles/{articleId}/approve', summary: 'Approve a version', tags })
    .input(wordsRead.extend({ comment: z.string().trim().max(2_000).optional() }))
    .output(ArticleVersion),

  /** The version that was published before is replaced. INVALID_INPUT with the detail `problems`. */
  publish: route({ ...write, roles: PUBLISHERS })
    .route({ method: 'POST', path: '/articles/{articleId}/publish', summary: 'Tell people an approved version', tags })
    .input(exact)
    .output(ArticleVersion),

  /** Holds from the next question on, in every process. */
  withdraw: route({ ...write, roles: WITHDRAWERS })
    .route({ method: 'POST', path: '/articles/{articleId}/withdraw', summary: 'Tell people an article no more', tags })
    .input(exact)
    .output(ArticleVersion),

  comment: route({ ...write, audit: 'C' })
    .route({ method: 'POST', path: '/articles/{articleId}/comments', summary: 'Say something of a version', tags })
    .input(exact.extend({ body: z.string().trim().min(1).max(2_000) }))
    .output(z.object({ commentId: id })),

  /** A machine's text counts from here on. NOT_ALLOWED: the caller wrote in the version, or the language is not one of theirs. */
  check: route(write)
    .route({
      method: 'POST',
      path: '/articles/{articleId}/check',
      summary: 'A translation was checked by a person',
      tags,
    })
    .input(wordsRead.extend({ language }))
    .output(ArticleVersion),

  /** Nothing is stored. With `withDraft` the newest version of that article takes part as if it were published. */
  tryOut: route(read)
    .route({ method: 'POST', path: '/articles/try', summary: 'Which article answers a question, and why', tags })
    .input(asked.extend({ withDraft: id.optional() }))
    .output(Tried),

  trials: route(read)
    .route({ method: 'GET', path: '/articles/{articleId}/trials', summary: 'Questions an article has to win', tags })
    .input(target)
    .output(z.array(Trial)),

  /** INVALID_INPUT with field `question`: it has 50 already. */
  addTrial: route({ ...write, audit: 'C' })
    .route({ method: 'POST', path: '/articles/{articleId}/trials', summary: 'Keep a question as a test', tags })
    .input(target.extend(asked.shape))
    .output(z.object({ trialId: id })),

  removeTrial: route({ ...write, audit: 'D' })
    .route({ method: 'POST', path: '/articles/{articleId}/trials/remove', summary: 'Keep a question no more', tags })
    .input(target.extend({ trialId: id }))
    .output(z.object({})),

  /** Drafts out of a file, which the caller owns; a row that is refused leaves the others. At most 300 articles. */
  importFile: route({ ...write, audit: 'C' })
    .route({ method: 'POST', path: '/articles/import', summary: 'Drafts out of Markdown, HTML or CSV', tags })
    .input(
      z.object({
        format: z.enum(IMPORT_FORMATS),
        /** Of rows that do not say theirs. */
        language,
        text: z.string().min(1).max(500_000),
      }),
    )
    .output(
      z.object({
        rows: z.array(
          z.object({
            row: z.number().int(),
            title: z.string(),
            articleId: id.nullable(),
            problem: z.enum(IMPORT_PROBLEMS).nullable(),
            /** What keeps the draft from being published. */
            faults: z.array(fault),
          }),
        ),
        /** There are more articles in the file than are taken at once. */
        isCut: z.boolean(),
      }),
    ),

  /** Of the newest 500 open ones: how many its newest version would have answered. */
  oldQuestions: route(read)
    .route({
      method: 'GET',
      path: '/articles/{articleId}/old-questions',
      summary: 'Unanswered questions that an article would have answered',
      tags,
    })
    .input(target)
    .output(z.object({ answered: z.number().int(), of: z.number().int(), examples: z.array(z.string()) })),
}

const Cluster = z.object({
  clusterId: id,
  /** Of its first question, without what could name a person. */
  wording: z.string(),
  state: z.enum(['open', 'in_work', 'answered', 'not_ours']),
  article: z.object({ id, title: z.string() }).nullable(),
  questions: z.number().int(),
  languages: z.array(z.string()),
  channels: z.array(Channel),
  /** Of the last eight weeks, oldest first. */
  weeks: z.array(z.number().int()),
  outcomes: z.array(
    z.object({
      outcome: z.enum(['unknown', 'disagree', 'english_only', 'thumbs_down', 'then_person']),
      count: z.number().int(),
    }),
  ),
  firstSeenAt: instant,
  lastSeenAt: instant,
  /** Other wordings, newest first. */
  others: z.array(z.string()),
})

const readQuestions = { ...read, resource: 'unanswered-question' } as const
const clusterTarget = z.object({ clusterId: id })

export const unansweredQuestion = {
  /** The newest first. */
  list: route(readQuestions)
    .route({ method: 'GET', path: '/unanswered-questions', summary: 'What nobody could answer', tags })
    .input(z.object({ state: z.enum(['open', 'in_work', 'answered', 'not_ours']).default('open'), ...page }))
    .output(z.object({ items: z.array(Cluster), next: cursor.nullable() })),

  /** A draft that begins with the wordings; the caller owns it. */
  writeArticle: route({ ...readQuestions, audit: 'C' })
    .route({ method: 'POST', path: '/unanswered-questions/{clusterId}/article', summary: 'Begin an article', tags })
    .input(clusterTarget)
    .output(z.object({ articleId: id, version: whole, revision: whole })),

  /** Into the draft of the article, or a new version of it. STATE_NOT_ALLOWED while it is in review. */
  addToArticle: route({ ...readQuestions, audit: 'U' })
    .route({
      method: 'POST',
      path: '/unanswered-questions/{clusterId}/variant',
      summary: 'Another way to ask for an article',
      tags,
    })
    .input(clusterTarget.extend({ articleId: id }))
    .output(z.object({ articleId: id, version: whole, revision: whole })),

  /** Also back. */
  setOurs: route({ ...readQuestions, audit: 'U' })
    .route({
      method: 'POST',
      path: '/unanswered-questions/{clusterId}/ours',
      summary: 'A question that is not ours, or is',
      tags,
    })
    .input(clusterTarget.extend({ isOurs: z.boolean() }))
    .output(z.object({})),
}
