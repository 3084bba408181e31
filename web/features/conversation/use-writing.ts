/** A reply or a note being written: its words and its files. The two stand side by side, so that nothing of the one is saved or shown as the other (desk-D13). */
import { useEffect } from 'react'
import type { Mode } from './device-drafts.ts'
import { useDraft } from './use-draft.ts'
import { useFiles } from './use-files.ts'

export function useWriting(conversationId: string, mode: Mode) {
  const files = useFiles(conversationId, mode)
  const draft = useDraft(
    conversationId,
    mode,
    files.attached.map(({ id }) => id),
  )
  const draftFiles = draft.attachments
  useEffect(() => {
    if (draftFiles.length > 0) files.restore(draftFiles)
  }, [draftFiles.map(({ id }) => id).join()])
  return { draft, files }
}
