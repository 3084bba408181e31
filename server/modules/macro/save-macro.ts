/** A macro is saved as a new version: what is wrong is named, and of two who save at once one is told (desk-D19, D21). */
import { faultOf, type MacroContent } from '#engines/macro/macro.ts'
import { journal } from '#server/platform/journal.ts'
import type { Transaction } from '#server/platform/database.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import type { Refusal } from '#contract/refusal.ts'
import * as store from './store.ts'

type Deps = { tx: Transaction; now: Date }
type Saved = { id: string; version: number }

export async function saveMacro(
  { tx, now }: Deps,
  {
    macroId,
    version,
    content,
    authorId,
  }: { macroId: string; version?: number; content: MacroContent; authorId: string },
): Promise<Result<Saved, Refusal>> {
  const before = await store.lockMacro(tx, macroId)
  // The id of a new one that is there already: the same form was sent twice, or somebody else's.
  if (before && before.version !== version) return refuse('CHANGED_MEANWHILE', { version: before.version })
  if (!before && version !== undefined) return refuse('NOT_FOUND')
  const fault = faultOf(content) ?? (await wrongName(tx, content))
  if (fault) return refuse('INVALID_INPUT', fault)
  const next = (before?.version ?? 0) + 1
  await store.writeMacro(tx, { id: macroId, version: next, content, authorId, now })
  await tell({ tx, now }, 'macro.saved', macroId, next)
  return ok({ id: macroId, version: next })
}

export async function restoreMacro(
  deps: Deps,
  { macroId, version, restored, authorId }: { macroId: string; version: number; restored: number; authorId: string },
): Promise<Result<Saved, Refusal>> {
  const content = await store.findVersion(deps.tx, macroId, restored)
  if (!content) return refuse('NOT_FOUND')
  return saveMacro(deps, { macroId, version, content, authorId })
}

export async function archiveMacro(
  { tx, now }: Deps,
  { macroId, version, isArchived }: { macroId: string; version: number; isArchived: boolean },
): Promise<Result<Saved, Refusal>> {
  const macro = await store.lockMacro(tx, macroId)
  if (!macro) return refuse('NOT_FOUND')
  if (macro.version !== version) return refuse('CHANGED_MEANWHILE', { version: macro.version })
  if (macro.isArchived !== isArchived) {
    await store.setArchived(tx, macroId, isArchived ? now : null)
    await tell({ tx, now }, isArchived ? 'macro.archived' : 'macro.brought-back', macroId, version)
  }
  return ok({ id: macroId, version })
}

/** Who owns it must work here, and who answers for clinical words must be a nurse or clinician; a queue must be one. */
async function wrongName(tx: Transaction, content: MacroContent): Promise<{ field: string; problem: string } | null> {
  const assigned = content.steps.flatMap((step) =>
    step.do === 'assign' && step.staffId !== null ? [step.staffId] : [],
  )
  const queueIds = content.steps.flatMap((step) => (step.do === 'queue' ? [step.queueId] : []))
  const owners = [content.ownerId, content.medicalOwnerId].filter((id) => id !== null)
  const { staff, queues } = await store.namedHere(tx, { staffIds: [...assigned, ...owners], queueIds })
  if (content.ownerId !== null && !staff.has(content.ownerId)) return { field: 'ownerId', problem: 'not-here' }
  if (content.medicalOwnerId !== null) {
    const role = staff.get(content.medicalOwnerId)?.role
    if (role !== 'nurse' && role !== 'clinician') return { field: 'medicalOwnerId', problem: 'not-clinical' }
  }
  const isMissing = assigned.some((id) => !staff.has(id)) || queueIds.some((id) => !queues.has(id))
  return isMissing ? { field: 'steps', problem: 'not-here' } : null
}

const tell = ({ tx, now }: Deps, event: string, macroId: string, version: number): Promise<void> =>
  journal(tx, { event, action: 'U', resourceKind: 'macro', resourceId: macroId, detail: { version } }, now)
