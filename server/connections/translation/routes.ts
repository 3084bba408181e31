/** The machine translator for administrators, and translations for staff. Without one the same procedures say so. */
import { implement } from '@orpc/server'
import { translation as contract } from '#contract/translation.ts'
import { saidLately } from '#server/modules/conversation/index.ts'
import { journal, type JournalDetail } from '#server/platform/journal.ts'
import { ok, refuse } from '#server/platform/result.ts'
import { inTransaction, type RouteContext } from '#server/platform/route-context.ts'
import type { Translator } from './open-translator.ts'
import { translateMessage } from './translate-message.ts'
import {
  hasTranslations,
  saveTranslates,
  translates,
  translationsIn,
  type KeptTranslation,
} from './translation-store.ts'

const TEST = { text: 'The clinic opens at eight in the morning.', names: [], from: 'en', to: 'es' }

export function translationRoutes(translator: Translator | null) {
  const on = implement(contract).$context<RouteContext>()
  return on.router({
    settings: on.settings.handler(({ context: route }) => settings(translator, route)),

    saveSettings: on.saveSettings.handler(async ({ input: { isOn }, context: route }) => {
      await route.db.transaction(route.context, async (tx) => {
        await saveTranslates(tx, isOn)
        await journal(tx, { ...ofOrganization(route, 'translation.switched', { isOn }), action: 'U' }, route.now())
      })
      return settings(translator, route)
    }),

    test: on.test.handler(async ({ context: route }) => {
      if (!translator) return { cause: 'none' as const }
      const answer = await translator.translate(TEST)
      const cause = answer.ok ? null : answer.refusal
      const detail = { outcome: cause ?? 'works', host: translator.about.host }
      await route.db.transaction(route.context, (tx) =>
        journal(tx, ofOrganization(route, 'translation.tested', detail), route.now()),
      )
      return { cause }
    }),

    forStaff: on.forStaff.handler(({ context: route }) =>
      route.db.transaction(route.context, async (tx) => ({
        isOn: translator !== null && (await translates(tx)),
        isKept: await hasTranslations(tx),
      })),
    ),

    translate: on.translate.handler(async ({ input, context: route }) => {
      const { kept, cause } = await translateMessage(translator, route, input)
      return { translation: kept && shown(kept), cause }
    }),

    kept: on.kept.handler(({ input, context: route }) =>
      inTransaction(route, async ({ tx, now }) => {
        const { conversationId } = input
        const said = await saidLately(tx, conversationId)
        if (!said) return refuse('NOT_FOUND')
        const translations = await translationsIn(tx, input)
        await journal(
          tx,
          {
            event: 'translation.read',
            action: 'R',
            resourceKind: 'conversation',
            resourceId: conversationId,
            conversationId,
            patientIds: [said.patientId],
            fieldClasses: ['service'],
            detail: { rows: translations.length },
          },
          now,
        )
        return ok({ translations: translations.map(shown) })
      }),
    ),
  })
}

const shown = ({ madeAt, ...kept }: KeptTranslation) => ({ ...kept, madeAt: madeAt.toISOString() })

async function settings(translator: Translator | null, { db, context }: RouteContext) {
  const isOn = await db.transaction(context, translates)
  return { connected: translator && { ...translator.about, state: translator.state() }, isOn }
}

const ofOrganization = ({ context }: RouteContext, event: string, detail: JournalDetail) =>
  ({
    event,
    action: 'E',
    resourceKind: 'organization',
    resourceId: context.organizationId,
    detail,
  }) as const
