/** What the record knows of a patient for triage: how old, and which sex (understanding-D24). Never spoken back to whoever writes. */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

/** `age_unit`: an infant's age counts in days. As the understanding door takes it. */
export type TriageFacts = { age: number; age_unit: 'years' | 'days'; sex?: 'female' | 'male' }

/** From this age on years say all that a rule asks for. */
const IN_YEARS_FROM = 3
const DAY_MS = 86_400_000

export async function factsForTriage(tx: Transaction, patientId: string, now: Date): Promise<TriageFacts | undefined> {
  const [row] = await tx.look<{ birthDate: string; gender: string }>(FACTS, [tx.context.organizationId, patientId])
  if (!row) return undefined
  const { birthDate, gender } = row
  return { ...ageAt(birthDate, now), ...(gender === 'female' || gender === 'male' ? { sex: gender } : {}) }
}

const FACTS = sqlText`
  select to_char(birth_date, 'YYYY-MM-DD') as "birthDate", gender from patient where organization_id = $1 and id = $2`

/** A day more or less, by the zone, changes no rule. */
function ageAt(birthDate: string, now: Date): Pick<TriageFacts, 'age' | 'age_unit'> {
  const born = new Date(`${birthDate}T00:00:00Z`)
  const isBeforeBirthday = now.toISOString().slice(5, 10) < birthDate.slice(5)
  const years = now.getUTCFullYear() - born.getUTCFullYear() - (isBeforeBirthday ? 1 : 0)
  if (years >= IN_YEARS_FROM) return { age: years, age_unit: 'years' }
  return { age: Math.max(0, Math.floor((now.getTime() - born.getTime()) / DAY_MS)), age_unit: 'days' }
}
