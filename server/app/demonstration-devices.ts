/** A kiosk and a public display of the demonstration clinic, opened by one press from its first page. On loopback only. */
import type { FastifyInstance } from 'fastify'
import { DEVICE_KINDS } from '#contract/front-desk.ts'
import { linkByName } from '#server/modules/front-desk/index.ts'
import { systemContext } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import { refusalError, type Services } from '#server/platform/route-context.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { PAGE } from './pages/pages.ts'

const NAME = 'Demonstration'

export function registerDemonstrationDevices(
  app: FastifyInstance,
  { db, now }: Services,
  organizationId: string,
): void {
  for (const kind of DEVICE_KINDS) {
    app.post(`/demo/${kind}`, { config: { describes: PAGE } }, async (request) => {
      const link = await db.transaction(systemContext(organizationId, newId(), 'demonstration'), async (tx) => {
        const [desk] = await tx.run<{ siteId: string; staffId: string }>(DESK, [organizationId])
        const device = desk && { siteId: desk.siteId, kind, name: NAME, createdBy: desk.staffId }
        return device && linkByName({ tx, publicUrl: '', now: now() }, device)
      })
      if (!link) throw refusalError('NOT_FOUND', request.id)
      return { link }
    })
  }
}

// The site whose desk a newcomer is shown first.
const DESK = sqlText`
  select s.id as "siteId", m.id as "staffId" from site s
    join staff_member m on m.organization_id = $1 and m.site_id = s.id and m.role = 'front_desk' and m.state = 'active'
   where s.organization_id = $1 order by s.name = 'Harbor Street Clinic' desc, s.name, m.id limit 1`
