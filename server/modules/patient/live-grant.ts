/** When somebody may read and write for a patient: one sentence for the portal's callers, identity levels, answers and mail. */

/**
 * Whether the grant `l` holds at `now` (a parameter of the statement, as `$3`) and covers messages; one of visits or bills alone opens no word of a
 * patient. Nor does one of messages open visits: they are asked for as `schedule`.
 */
export const grantCovers = (now: string, scope: 'messages' | 'schedule' = 'messages'): string => `
  l.state = 'active' and l.scope @> '{${scope}}' and l.starts_at <= ${now}::timestamptz and (l.ends_at is null or l.ends_at > ${now}::timestamptz)`
