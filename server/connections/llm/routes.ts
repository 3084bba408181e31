/** The language model for administrators, and its drafts for staff. Without one the same procedures say so. */
import { implement } from '@orpc/server'
import * as z from 'zod'
import { llm as contract, LLM_USES } from '#contract/llm.ts'
import { OVERVIEW_DAYS_MAX } from '#contract/oversight.ts'
import { DAY_MS } from '#engines/calendar/time-zone.ts'
import { changesBetween } from '#engines/generated-text/changes.ts'
import { saidLately } from '#server/modules/conversation/index.ts'
import { answerFrom } from '#server/modules/knowledge/index.ts'
import { journal, type JournalDetail } from '#server/platform/journal.ts'
import { inTransaction, refusalError, type RouteContext } from '#server/platform/route-context.ts'
import { ok, refuse } from '#server/platform/result.ts'
import { spentBetween } from './budget-store.ts'
import { draftAnswer } from './draft-answer.ts'
import { draftsIn } from './draft-store.ts'
import type { Llm } from './open-llm.ts'
import { llmUses, saveLlmUses } from './uses-store.ts'

const TEST_TASK = 'This is a test of the connection. Answer {"works": true}.'

export function llmRoutes(llm: Llm | null) {
  const on = implement(contract).$context<RouteContext>()
  return on.router({
    settings: on.settings.handler(({ context: route }) => settings(llm, route)),

    standing: on.standing.handler(({ input: { from, to }, context: route }) => {
      const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1
      if (!(days >= 1) || days > OVERVIEW_DAYS_MAX)
        throw refusalError('INVALID_INPUT', route.context.requestId, { field: 'to' })
      return standing(llm, route, { from, to })
    }),

    saveSettings: on.saveSettings.handler(async ({ input, context: route }) => {
      const uses = LLM_USES.filter((use) => input.uses.includes(use))
      await route.db.transaction(route.context, async (tx) => {
        await saveLlmUses(tx, uses)
        await journal(tx, { ...ofOrganization(route, 'llm.switched', { uses }), action: 'U' }, route.now())
      })
      return settings(llm, route)
    }),

    test: on.test.handler(async ({ context: route }) => {
      if (!llm) return { works: false, cause: 'none' }
      const { organizationId } = route.context
      const about = { use: 'test', resourceKind: 'organization', resourceId: organizationId } as const
      const schema = z.object({ works: z.literal(true) })
      const answer = await llm.ask(route.context, { about, task: TEST_TASK, fields: [], schema })
      const outcome = answer.ok ? 'works' : answer.refusal
      await route.db.transaction(route.context, (tx) =>
        journal(tx, ofOrganization(route, 'llm.asked', llm.detailOf('test', outcome)), route.now()),
      )
      return { works: answer.ok, cause: answer.ok ? null : answer.refusal }
    }),

    forStaff: on.forStaff.handler(async ({ context: route }) => ({
      drafts: llm !== null && (await route.db.transaction(route.context, llmUses)).includes('draft'),
    })),

    draft: on.draft.handler(({ input, context: route }) =>
      draftAnswer({ llm, answerFrom }, route, input.conversationId),
    ),

    drafts: on.drafts.handler(({ input, context: route }) =>
      inTransaction(route, async ({ tx, now }) => {
        const { conversationId } = input
        const said = await saidLately(tx, conversationId)
        if (!said) return refuse('NOT_FOUND')
        const kept = await draftsIn(tx, conversationId)
        await journal(
          tx,
          {
            event: 'llm.drafts-read',
            action: 'R',
            resourceKind: 'conversation',
            resourceId: conversationId,
            conversationId,
            patientIds: [said.patientId],
            fieldClasses: ['service'],
            detail: { rows: kept.length },
          },
          now,
        )
        const drafts = kept.map(({ id, staffId, text, madeAt, messageId, sentText }) => ({
          id,
          staffId,
          text,
          madeAt: madeAt.toISOString(),
          sent: messageId === null ? null : { messageId, changes: changesBetween(text, sentText ?? '') },
        }))
        return ok({ drafts })
      }),
    ),
  })
}

async function settings(llm: Llm | null, { db, context }: RouteContext) {
  const uses = await db.transaction(context, llmUses)
  if (!llm) return { connected: null, uses }
  const { provider, model, isUnderAgreement } = llm.about
  const spent = await llm.spent(context.organizationId)
  return { connected: { provider, model, isUnderAgreement, state: llm.state(), ...spent }, uses }
}

async function standing(llm: Llm | null, route: RouteContext, { from, to }: { from: string; to: string }) {
  const spent = await route.db.transaction(route.context, (tx) => spentBetween(tx, from, to))
  return { ...(await settings(llm, route)), spent }
}

const ofOrganization = ({ context }: RouteContext, event: string, detail: JournalDetail) =>
  ({
    event,
    action: 'E',
    resourceKind: 'organization',
    resourceId: context.organizationId,
    detail,
  }) as const
