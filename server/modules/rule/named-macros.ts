/** The macros that rules apply: which may be chosen, and how the one of a rule stands (decision 0134). */
import { isExpired } from '#engines/macro/macro.ts'
import type { Definition } from '#engines/rules/rule.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type MacroChoice = { id: string; name: string; version: number; versions: number[] }

/** In use, at most 500 by title, with those versions that a rule may take: none takes the conversation for itself, none is clinical. */
export const macroChoices = (tx: Transaction): Promise<MacroChoice[]> =>
  tx.run<MacroChoice>(CHOICES, [tx.context.organizationId])

const CHOICES = sqlText`
  select m.id, m.title as name, m.version, f.versions
    from macro m cross join lateral (
      select coalesce(array_agg(v.version order by v.version), '{}') as versions from macro_version v
       where v.organization_id = $1 and v.macro_id = m.id and not (v.content->>'isClinical')::boolean
         and not jsonb_path_exists(v.content, '$.steps[*] ? (@.do == "take")')) f
   where m.organization_id = $1 and m.archived_at is null and f.versions <> '{}'
   order by m.title, m.id limit 500`

export const retiredMacros = (tx: Transaction): Promise<{ id: string; name: string }[]> =>
  tx.run(
    `select id, title as name from macro where organization_id = $1 and archived_at is not null order by title, id limit 500`,
    [tx.context.organizationId],
  )

type MacroState = 'current' | 'newer' | 'expired' | 'retired'

/** How the macro of each definition stands, in their order; null where there is none. */
export async function macroStates(
  tx: Transaction,
  definitions: readonly Definition[],
  now: Date,
): Promise<(MacroState | null)[]> {
  const named = definitions.map(({ actions }) => actions.find((action) => action.kind === 'macro'))
  const rows = await tx.run<StandingRow>(STANDING, [
    tx.context.organizationId,
    named.map((action) => action?.macroId ?? null),
    named.map((action) => action?.macroVersion ?? null),
  ])
  const today = now.toISOString().slice(0, 10)
  return named.map((action, n) => {
    const row = rows.find(({ place }) => place === n + 1)
    if (!action) return null
    if (!row || row.isArchived) return 'retired'
    return isExpired(row, today) ? 'expired' : row.newest > action.macroVersion ? 'newer' : 'current'
  })
}

type StandingRow = {
  place: number
  newest: number
  isArchived: boolean
  isClinical: boolean
  validUntil: string | null
}

const STANDING = sqlText`
  select n.place::int, m.version as newest, m.archived_at is not null as "isArchived", (v.content->>'isClinical')::boolean as "isClinical",
         v.content->>'validUntil' as "validUntil"
    from unnest($2::uuid[], $3::int[]) with ordinality n (id, version, place)
    join macro m on m.organization_id = $1 and m.id = n.id
    join macro_version v on v.organization_id = $1 and v.macro_id = m.id and v.version = n.version`
