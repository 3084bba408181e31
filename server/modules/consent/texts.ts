/** What an organization asks beside a question of consent: versions by language, published as they are saved (desk-D38, section 4). */
import { implement } from '@orpc/server'
import type * as z from 'zod'
import { consentText, type ConsentTexts } from '#contract/consent.ts'
import { tooHard } from '#engines/plain-words/plain-enough.ts'
import type { Transaction } from '#server/platform/database.ts'
import { journal } from '#server/platform/journal.ts'
import { ok, refuse } from '#server/platform/result.ts'
import { inTransaction, refusalError, type RouteContext } from '#server/platform/route-context.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { CHOICES, type Choice } from './rules.ts'

type Texts = Record<string, string> | null

/** The questions as they are asked today. */
export async function choicesNow(tx: Transaction): Promise<(Choice & { texts: Texts })[]> {
  const rows = await tx.run<{ key: string; version: number; texts: Texts }>(NEWEST, [tx.context.organizationId])
  return CHOICES.map((choice) => {
    const own = rows.find(({ key }) => key === choice.key)
    return own?.texts
      ? { ...choice, textVersion: versionOf(own.version), texts: own.texts }
      : { ...choice, texts: null }
  })
}

/** As an answer names it; the words of the house have a month. */
const versionOf = (version: number): string => `own-${version}`

const NEWEST = sqlText`
  select distinct on (key) key, version, texts from consent_text where organization_id = $1 order by key, version desc`

const on = implement(consentText).$context<RouteContext>()

export const consentTextRoutes = on.router({
  list: on.list.handler(({ context: route }) => route.db.transaction(route.context, present)),

  publish: on.publish.handler(({ input: { key, version, texts }, context: route }) =>
    inTransaction(route, async ({ tx, now }) => {
      const { staff } = route
      if (!staff) throw refusalError('NOT_ALLOWED', route.context.requestId)
      if (!CHOICES.some((choice) => choice.key === key)) return refuse('NOT_FOUND')
      for (const [language, text] of Object.entries(texts ?? {})) {
        const hard = tooHard(text, language)
        if (hard)
          return refuse('INVALID_INPUT', {
            field: `texts.${language}`,
            reason: 'too-hard',
            suggestion: hard.suggestion.slice(0, 300),
          })
      }
      const { organizationId } = tx.context
      const saved = await tx.run(PUBLISH, [organizationId, key, version, texts && JSON.stringify(texts), staff.id, now])
      if (saved.length === 0) return refuse('CHANGED_MEANWHILE')
      const resource = { resourceKind: 'consent-text', resourceId: organizationId }
      await journal(
        tx,
        { event: 'consent-text.published', action: 'C', ...resource, detail: { key, version: version + 1 } },
        now,
      )
      return ok(await present(tx))
    }),
  ),
})

const PUBLISH = sqlText`
  insert into consent_text (organization_id, key, version, texts, author_id, at)
  select $1, $2, $3 + 1, $4::jsonb, $5, $6
   where coalesce((select max(version) from consent_text where organization_id = $1 and key = $2), 0) = $3
  on conflict do nothing returning version`

/** Versions shown of one question. */
const HISTORY_SHOWN = 10

async function present(tx: Transaction): Promise<z.input<typeof ConsentTexts>[]> {
  type Row = { key: string; version: number; at: Date; author: string | null; texts: Texts }
  const rows = await tx.run<Row>(HISTORY, [tx.context.organizationId, HISTORY_SHOWN])
  return CHOICES.map(({ key, kind, purpose, channel }) => {
    const history = rows.filter((row) => row.key === key)
    return {
      key,
      kind,
      purpose,
      channel,
      version: history[0]?.version ?? 0,
      texts: history[0]?.texts ?? null,
      history: history.map(({ key: _, ...row }) => ({ ...row, at: row.at.toISOString() })),
    }
  })
}

const HISTORY = sqlText`
  select * from (
    select t.key, t.version, t.at, t.texts, s.given || ' ' || s.family as author,
           row_number() over (partition by t.key order by t.version desc) as place
      from consent_text t left join staff_member s on s.organization_id = $1 and s.id = t.author_id
     where t.organization_id = $1) v
   where place <= $2 order by key, version desc`
