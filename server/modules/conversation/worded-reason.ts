/** A reason as it is kept: in English, and in Spanish where that is another wording (decision 0190). */
import type { Worded } from '#engines/triage/wording.ts'

/** Characters of a kept reason, in each language. */
const REASON_MAX = 1_000

/** The two columns. */
export function keptReason(reason: Worded | null): [english: string | null, spanish: string | null] {
  if (!reason) return [null, null]
  const { en, es } = { en: reason.en.slice(0, REASON_MAX), es: reason.es.slice(0, REASON_MAX) }
  return [en, es === en ? null : es]
}

/** SQL of both as one value. */
export const reasonSql = (english: string, spanish: string): string =>
  `case when ${english} is not null then json_build_object('en', ${english}, 'es', coalesce(${spanish}, ${english})) end`
