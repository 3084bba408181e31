/**
 * Something is to be told of a conversation, and nobody who is here may open it: then those hear that it waits who can do something about it,
 * without a word of it (decision 0264). Supervisors on duty; and administrators, who give labels, where nobody who works here may open it at all.
 */
import { sendNotice, type NoticeDeps } from '#server/modules/notice/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { STAFF_MAY_OPEN } from './policy.ts'

type Person = { id: string; email: string; language: string }

/** People of one telling. */
const TOLD_MAX = 5

/** A mail an hour and person at most, however much waits. @returns who is told, here or within the hour. */
export async function tellNobodyReads(
  { publicUrl, ...deps }: NoticeDeps & { publicUrl: string },
  tx: Transaction,
  conversationId: string,
): Promise<string[]> {
  const people = await tx.run<Person>(PEOPLE, [tx.context.organizationId, conversationId, TOLD_MAX])
  for (const { id, email, language } of people)
    await sendNotice(deps, tx, {
      key: `nobody-reads:${deps.now.toISOString().slice(0, 13)}:${id}`,
      system: 'email',
      address: email,
      language,
      template: 'nobody-reads',
      values: { link: `${publicUrl}/desk/staff` },
    })
  return people.map(({ id }) => id)
}

const PEOPLE = `
  with c as (select * from conversation where organization_id = $1 and id = $2),
  reader as (select 1 from staff_member s, c where s.organization_id = $1 and s.state = 'active' and ${STAFF_MAY_OPEN})
  select s.id, s.email, case when 'en' = any (s.languages) or not 'es' = any (s.languages) then 'en' else 'es' end as language
    from staff_member s, c
   where s.organization_id = $1 and s.state = 'active' and not ${STAFF_MAY_OPEN}
     and (s.role = 'supervisor' and s.on_duty or s.role = 'administrator' and not exists (select from reader))
   order by s.role desc, s.id limit $3`
