/** What people see of what software decided: the summary of a hand-off, the sample to review, the overview (understanding-D71, D75). */
import * as z from 'zod'
import { DESK, givenDay, id, instant, route, whole } from './route.ts'
import { Worded } from './worded.ts'
import type { Role } from './role.ts'

const LEADS: readonly Role[] = ['supervisor', 'administrator']
/** Who may say whether what was decided was right. */
const REVIEWERS: readonly Role[] = ['supervisor', 'clinician']

export const SUMMARY_PARTS = ['who', 'asks', 'urgency', 'found', 'denied', 'open', 'done', 'slots', 'tone', 'language'] as const // prettier-ignore

const Summary = z.object({
  /** At most 120 words in all; each line names the message that it comes from. Empty where nothing was handed over. */
  lines: z.array(
    z.object({
      part: z.enum(SUMMARY_PARTS),
      label: z.string(),
      text: z.string(),
      messageId: id,
      seq: whole,
    }),
  ),
})

/** Days of one overview at most. */
export const OVERVIEW_DAYS_MAX = 400

export const OVERVIEW_MEASURES = [
  'begun',
  'contained',
  'handed-off',
  'abandoned',
  'understood',
  'not-understood',
  'alerts',
  'late-alerts',
  'reviewed',
  'disagreed',
  'corrected',
  'corrected-intent',
  'corrected-language',
  'corrected-tone',
  'llm',
  'llm-failed',
] as const

const Overview = z.object({
  period: z.object({ from: instant, to: instant }),
  timeZone: z.string(),
  /** Conversations; each opens by `figure` of the board with name `assistant` and this measure. */
  counts: z.array(z.object({ measure: z.enum(OVERVIEW_MEASURES), count: z.number().int() })),
  /** Until somebody accepted: half, and nine of ten, were not slower; null where nothing was accepted. */
  handOffSeconds: z.object({ median: z.number().int(), p90: z.number().int() }).nullable(),
  alertSeconds: z.object({ median: z.number().int(), p90: z.number().int() }).nullable(),
  /** Reviews by week, newest first; `monday` is its local date. */
  weeks: z.array(z.object({ monday: z.iso.date(), reviewed: z.number().int(), agreed: z.number().int() })),
})

export const REVIEW_REASONS = ['emergency', 'self-care', 'sample', 'thumbs-down'] as const
export const WRONG = ['urgency', 'language', 'meaning', 'tone', 'answer'] as const

/** Rows of one list at most; what is reviewed makes place. */
export const REVIEWS_MAX = 30

const Decided = z.object({
  messageId: id,
  conversationId: id,
  at: instant,
  because: z.enum(REVIEW_REASONS),
  /** What the patient wrote, its begin. */
  words: z.string(),
  language: z.string(),
  urgency: z.enum(['emergency', 'urgent', 'soon', 'routine', 'self_care', 'not_clinical']),
  /** Why, with the rule and its source; null where it was not understood. */
  why: Worded.nullable(),
  intents: z.array(z.string()),
  tones: z.array(z.string()),
  /** What the assistant did with it; null where it had no turn. */
  assistant: z.enum(['answer', 'ask', 'greet', 'collect', 'done', 'hand-off', 'nothing', 'silence']).nullable(),
  engines: z.array(z.string()),
})

export const oversight = {
  summary: route({ roles: DESK, resource: 'conversation', patient: 'of-resource', audit: 'R' })
    .route({
      method: 'GET',
      path: '/conversations/{conversationId}/assistant/summary',
      summary: 'What a person needs to know who takes it over from the assistant',
      tags: ['Assistant'],
    })
    .input(z.object({ conversationId: id, language: z.enum(['en', 'es']) }))
    .output(Summary),

  /** Refusal INVALID_INPUT, field `to`: it is before `from`, or more than 400 days away. */
  overview: route({ roles: LEADS, resource: 'report', patient: 'none', audit: 'none' })
    .route({ method: 'GET', path: '/assistant/overview', summary: 'How the assistant does', tags: ['Assistant'] })
    .input(z.object({ from: givenDay, to: givenDay }))
    .output(Overview),

  toReview: route({ roles: REVIEWERS, resource: 'conversation', patient: 'list', audit: 'R' })
    .route({
      method: 'GET',
      path: '/assistant/reviews',
      summary: 'Decisions of the last 30 days that a person should look at, newest first',
      tags: ['Assistant'],
    })
    .output(z.object({ items: z.array(Decided), left: z.number().int() })),

  /** The words alone, by the engines of today; nothing is kept. Refusal NOT_FOUND where it is not in the sample, or was not understood. */
  replay: route({ roles: REVIEWERS, resource: 'conversation', patient: 'of-resource', audit: 'R' })
    .route({
      method: 'GET',
      path: '/assistant/reviews/{messageId}/replay',
      summary: 'Read a message again that is to be reviewed, and say what is read differently',
      tags: ['Assistant'],
    })
    .input(z.object({ messageId: id }))
    .output(
      z.object({
        differs: z.array(z.enum(['urgency', 'language', 'meaning', 'tone'])),
        /** Engines of another version than then. */
        changed: z.array(z.object({ engine: z.string(), then: z.string(), now: z.string() })),
        urgency: Decided.shape.urgency,
        why: Worded,
      }),
    ),

  /** Refusals: NOT_FOUND where it is not in the sample; CHANGED_MEANWHILE where somebody has reviewed it. */
  review: route({ roles: REVIEWERS, resource: 'conversation', patient: 'of-resource', audit: 'C' })
    .route({
      method: 'POST',
      path: '/assistant/reviews/{messageId}',
      summary: 'Say whether what was decided was right',
      tags: ['Assistant'],
    })
    .input(
      z.object({
        messageId: id,
        verdict: z.discriminatedUnion('agrees', [
          z.object({ agrees: z.literal(true) }),
          z.object({
            agrees: z.literal(false),
            wrong: z.array(z.enum(WRONG)).min(1).max(WRONG.length),
            reason: z.string().trim().min(1).max(1_000),
          }),
        ]),
      }),
    )
    .output(z.object({ messageId: id })),
}
