/**
 * A message that is to be reviewed is read once more, by the engines of today (understanding-D75). Nothing is stored: what was decided stands
 * beside it with its versions. The words alone are read; what the record or earlier messages added then, is not.
 */
import { understand, type Understanding } from '#engines/understanding/understand.ts'
import type { WRONG } from '#contract/oversight.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

type Part = Exclude<(typeof WRONG)[number], 'answer'>

export type Replay = {
  now: Understanding
  /** What is read differently. */
  differs: Part[]
  /** Engines of another version than then; with the same ones nothing differs but by the record and earlier messages. */
  changed: { engine: string; then: string; now: string }[]
}

/** @returns undefined where the engines had failed. */
export async function replay(tx: Transaction, messageId: string): Promise<Replay | undefined> {
  const [row] = await tx.run<{ text: string; result: Understanding }>(STORED, [tx.context.organizationId, messageId])
  if (!row) return undefined
  const { text, result: then } = row
  const now = understand(
    { text },
    { signed: !then.triage.unsure_because.includes('protocol_not_signed'), identifiers: false },
  )
  const same: Record<Part, boolean> = {
    urgency: now.triage.urgency === then.triage.urgency,
    language: now.language.code === then.language.code,
    meaning: named(now) === named(then),
    tone: toned(now) === toned(then),
  }
  return {
    now,
    differs: PARTS.filter((part) => !same[part]),
    changed: Object.entries(now.engine_versions).flatMap(([engine, version]) => {
      const before = then.engine_versions[engine]
      return before === version ? [] : [{ engine, then: before ?? '–', now: version }]
    }),
  }
}

const PARTS = ['urgency', 'language', 'meaning', 'tone'] as const satisfies Part[]
const named = ({ intents }: Understanding): string => intents.map(({ name }) => name).toSorted().join(' ') // prettier-ignore
const toned = ({ emotions }: Understanding): string => emotions.tones.map(({ tone }) => tone).toSorted().join(' ') // prettier-ignore

// As the corridor gave it to the engines: subject, the new words, names of files.
const STORED = sqlText`
  select concat_ws(E'\n', nullif(m.subject, ''), nullif(coalesce(m.trimmed, m.text), ''),
           (select string_agg(nullif(f.name, ''), E'\n' order by f.id) from attachment f where f.organization_id = $1 and f.message_id = m.id)) as text,
         u.result
    from message m
    join understanding u on u.organization_id = $1 and u.message_id = m.id and u.version = 1 and u.state = 'understood'
   where m.organization_id = $1 and m.id = $2`
