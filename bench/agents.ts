/** More people at the desk than the demonstration has: agents of every queue that is no nurse's, signed in. */
import { openSession } from '#server/modules/identity/session.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { cookieOf, organizationId } from '../e2e/setup/sessions.ts'

export type BenchAgent = { id: string; cookie: string }

export async function addAgents(db: Database, count: number): Promise<BenchAgent[]> {
  const now = new Date()
  const device = { browser: 'other', system: 'other', isSecure: false } as const
  return db.transaction(systemContext(organizationId, newId(), 'bench'), async (tx) => {
    const agents: BenchAgent[] = []
    for (let n = 0; n < count; n++) {
      const id = newId()
      const accountId = `bench-${id}`
      await tx.run(ADD_AGENT, [organizationId, id, accountId, `agent-${id}@bench.example`, `Agent ${n}`, now])
      const { token } = await openSession(tx, { accountId, staffId: id, level: 'full', method: 'totp', device, now })
      agents.push({ id, cookie: cookieOf(token) })
    }
    return agents
  })
}

const ADD_AGENT = `
  with account as (
    insert into auth.account (id, kind, created_at) values ($3, 'staff', $6)
  ), member as (
    insert into staff_member (organization_id, id, account_id, email, given, family, role, languages, state, starts_at)
    values ($1, $2, $3, $4, $5, 'Bench', 'agent', '{en,es}', 'active', $6)
  )
  insert into queue_member (organization_id, queue_id, staff_id)
  select $1, id, $2 from queue where organization_id = $1 and kind <> 'clinical'`
