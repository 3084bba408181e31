/** The way back after a change, for as long as it stands; it says what could not be given back. */
import type { QueryClient } from '@tanstack/react-query'
import type { IntlShape } from 'react-intl'
import { api } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { showToast } from '../../ui/toast.tsx'
import { countOf, undoBulkChange, type Progress } from './run.ts'

type Undoable = { bulkId: string; text: string; undoUntil: string | null }

export function showUndo(
  intl: IntlShape,
  queries: QueryClient,
  { bulkId, text, undoUntil }: Undoable,
  onUndone: () => void,
) {
  if (undoUntil === null) {
    showToast({ text })
    return
  }
  const undo = async () => {
    try {
      showToast({ id: `bulk-${bulkId}`, text: describeUndone(intl, await undoBulkChange(bulkId)) })
    } catch (error) {
      showToast({ id: `bulk-${bulkId}`, text: describeProblem(intl, problemOf(error)) })
    }
    await queries.invalidateQueries({ queryKey: api.conversation.get.key() })
    onUndone()
  }
  showToast({
    id: `bulk-${bulkId}`,
    text,
    lastsMs: Math.max(0, Date.parse(undoUntil) - Date.now()),
    action: { label: intl.formatMessage({ id: 'desk.undo' }), run: () => void undo() },
  })
}

const describeUndone = (intl: IntlShape, progress: Progress): string =>
  intl.formatMessage({ id: 'bulk.undone' }, { undone: countOf(progress, 'undone'), kept: countOf(progress, 'kept') })
