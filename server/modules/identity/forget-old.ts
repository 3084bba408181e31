/** The hourly cleaning of sign-in: what nobody will ask for again goes, some at a time. Twice is once, so every process may do it. */
import { allDoors } from '#server/modules/organization/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { forgetOldGuesses } from './guess.ts'
import { forgetOldChallenges } from './passkey.ts'
import { forgetOldResets } from './password-reset.ts'
import { forgetOldSessions } from './session.ts'
import { forgetOldCodes } from './sign-in-patient.ts'

export async function forgetOldSignIns(db: Database, now: Date): Promise<void> {
  const doors = await db.withoutOrganization(async (tx) => {
    await forgetOldChallenges(tx, now)
    await forgetOldGuesses(tx, now)
    await forgetOldResets(tx, now)
    return allDoors(tx)
  })
  for (const { organizationId } of doors) {
    await db.transaction(systemContext(organizationId, newId(), 'cleaning'), async (tx) => {
      await forgetOldCodes(tx, now)
      await forgetOldSessions(tx, now)
    })
  }
}
