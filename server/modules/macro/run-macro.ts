/**
 * The steps of a macro, in one transaction: all of them or none (desk-D19). The text is for the composer, where a person may change it;
 * a state that belongs to it follows the text, when that is sent (decision 0092).
 */
import { insertBulkChange } from '#server/modules/bulk-change/index.ts'
import { applyChange, sendMessage, type Change, type Undo } from '#server/modules/conversation/index.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { Hub } from '#server/platform/realtime.ts'
import { journal } from '#server/platform/journal.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import type { Transaction } from '#server/platform/database.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { changeOf, nextStateOf, previewMacro, type Asked, type FilledText, type ForeseenStep } from './preview-macro.ts'

type Deps = { tx: Transaction; jobs: Jobs; hub: Hub; now: Date }
type Run = Omit<Asked, 'now'> & { macroVersion: number; version: number; runId: string; role: string }
export type Ran = {
  text: FilledText | null
  then: ReturnType<typeof nextStateOf> | null
  version: number
  mayUndo: boolean
  patientId: string | null
}

export async function runMacro(deps: Deps, run: Run): Promise<Result<Ran, Refusal>> {
  const { tx, now } = deps
  const previewed = await previewMacro(tx, { ...run, now })
  if (!previewed.ok) return previewed
  const { text, steps, patientId, ...macro } = previewed.value
  // What was looked at is what is done: another text, or another conversation than it was, is looked at again.
  if (macro.macroVersion !== run.macroVersion) return refuse('CHANGED_MEANWHILE', { field: 'macroVersion' })
  if (macro.version !== run.version) return refuse('CHANGED_MEANWHILE', { version: macro.version })
  const refusedAt = steps.findIndex(({ outcome }) => outcome === 'refused')
  const refused = steps[refusedAt]
  if (refused?.outcome === 'refused') return refuse(refused.refusal, { step: refused.step.do, names: refused.missing })

  const taken = await takeSteps(deps, run, steps)
  if (!taken.ok) return taken
  const { version, changes, undos } = taken.value
  const mayUndo = undos.length > 0
  if (mayUndo) {
    const { runId: bulkId, staffId, conversationId } = run
    const item = { conversationId, version: run.version, outcome: 'done' as const, versionAfter: version, undos }
    await insertBulkChange(tx, { bulkId, staffId, changes, items: [item], now })
  }
  await journal(
    tx,
    {
      event: 'macro.run',
      action: 'E',
      resourceKind: 'macro',
      resourceId: run.macroId,
      conversationId: run.conversationId,
      patientIds: [patientId],
      fieldClasses: ['identity', 'service'],
      detail: { version: run.macroVersion, runId: run.runId, steps: steps.map(({ step }) => step.do) },
    },
    now,
  )
  const later = steps.find(({ when, outcome }) => when === 'with-sending' && outcome === 'changes')?.step
  const then =
    later?.do === 'wait' || later?.do === 'snooze' || later?.do === 'resolve' ? nextStateOf(later, now) : null
  return ok({ text, then, version, mayUndo, patientId })
}

type Taken = { version: number; changes: Change[]; undos: Undo[] }

async function takeSteps(deps: Deps, run: Run, steps: readonly ForeseenStep[]): Promise<Result<Taken, Refusal>> {
  const { conversationId, staffId, runId } = run
  const taken: Taken = { version: run.version, changes: [], undos: [] }
  for (const { step, when, outcome, note } of steps) {
    if (when === 'with-sending' || outcome !== 'changes' || step.do === 'text') continue
    if (step.do === 'note') {
      const written = await writeNote(deps, run, { text: note ?? step.text, readers: step.readers })
      if (!written.ok) return written
      taken.version = written.value.version
      continue
    }
    const change = changeOf(step, staffId, deps.now)
    const done = await applyChange({ ...deps, bulkId: runId }, { conversationId, version: taken.version, change })
    if (!done.ok) return done
    taken.version = done.value.version
    taken.changes.push(change)
    taken.undos.push(done.value.undo)
  }
  return ok(taken)
}

/** The note has the id of the run, so that no run writes two. */
const writeNote = (
  deps: Deps,
  { conversationId, staffId, runId, role }: Run,
  { text, readers }: { text: string; readers: readonly string[] },
) =>
  sendMessage(deps, {
    conversationId,
    messageId: runId,
    mode: 'note',
    text,
    seenSeq: 0,
    attachmentIds: [],
    readers,
    mentions: [],
    confirmed: [],
    author: { staffId, role, undoSeconds: 0 },
  })
