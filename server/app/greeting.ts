/** What the terminal says once the doors are open. */
import { makeSetupLink } from '#server/modules/identity/index.ts'
import type { Services } from '#server/platform/route-context.ts'
import type { Demonstration } from './demonstration.ts'

export async function greet(
  services: Services,
  demonstration: Demonstration | undefined,
): Promise<(address: string) => string> {
  const setupLink = await makeSetupLink(services.db, services.publicUrl, services.now())
  return () => {
    const { publicUrl } = services
    const lines = ['', 'Bedside is open.', '', `  Portal         ${publicUrl}/`, `  Desk           ${publicUrl}/desk`]
    if (demonstration) {
      lines.push('', `  The demonstration clinic: who can sign in, and the local outbox, at ${publicUrl}/demo`)
      const shown = new Set<string>()
      for (const { name, role, email, password } of demonstration.staff) {
        if (shown.has(role)) continue
        shown.add(role)
        lines.push(`    ${role.padEnd(14)} ${email.padEnd(36)} ${password}   ${name}`)
      }
      lines.push('    The six-digit code of each is on that page.')
    }
    if (setupLink)
      lines.push('', '  Set up an organization of your own (works once, for 24 hours):', `    ${setupLink}`)
    return `${lines.join('\n')}\n\n  Ctrl-C stops everything.\n`
  }
}
