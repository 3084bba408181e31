/** Every procedure of the contract: where it is, who may call it, what the journal gets. */
import { contract } from '#contract/index.ts'
import type { RouteMeta } from '#contract/route.ts'
import { STAFF_ROLES } from '#contract/role.ts'
import { tableRows } from './table-rows.ts'

export function routesPage(): string {
  const groups = Object.entries(contract).map(([group, part]) => {
    const rows = [...procedures(part, [group])].map(({ path, route, meta }) => [
      `\`${route.method ?? 'POST'} /api${route.path ?? `/${path.join('/')}`}\``,
      `\`${path.join('.')}\``,
      rolesOf(meta),
      meta.audit === 'none' ? '–' : meta.audit,
      route.summary ?? '',
    ])
    return `## ${group}\n\n${tableRows(['route', 'procedure', 'roles', 'journal', 'summary'], rows)}`
  })
  return `# Routes

Every procedure of the contract (\`contract/\`), as screens call it at \`/rpc\` and integrators at \`/api\`. Roles: who may call it at
all; what a caller sees there is decided per row. Journal: the action recorded (create, read, update, delete, execute). "Fresh
factor": a second factor was shown in the last five minutes. Files, sockets, health and FHIR ([AuditEvent](../audit-events.md)) are
plain routes and not in this list.
Written by \`npm run reference\`.

${groups.join('\n\n')}
`
}

type Procedure = { meta: RouteMeta; route: { method?: string; path?: string; summary?: string } }

function* procedures(part: object, path: string[]): Generator<Procedure & { path: string[] }> {
  const described = (part as { '~orpc'?: Procedure })['~orpc']
  if (described) yield { ...described, path }
  else for (const [name, value] of Object.entries(part)) yield* procedures(value as object, [...path, name])
}

function rolesOf({ roles, stepUp }: RouteMeta): string {
  if (roles === 'public') return 'everybody'
  const named = roles as readonly string[]
  const isAllStaff = STAFF_ROLES.every((role) => named.includes(role))
  const rest = isAllStaff ? named.filter((role) => !(STAFF_ROLES as readonly string[]).includes(role)) : named
  const words = [...(isAllStaff ? ['all staff'] : []), ...rest.map((role) => role.replaceAll('_', ' '))]
  return words.join(', ') + (stepUp ? '; fresh factor' : '')
}
