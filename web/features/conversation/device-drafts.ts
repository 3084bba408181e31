/** Drafts that this device keeps: what was typed and the server does not have yet. */
import type { Refusal } from '#contract/refusal.ts'
import type { Kept } from '../../api/memory-store.ts'

export type Mode = 'reply' | 'note'

/** `refusal`: it was queued, and the server would not take it. */
export type OnDevice = { text: string; refusal?: Refusal }

/** Its kind in the device's store. */
export const DRAFT = 'draft'

export const draftKey = (conversationId: string, mode: Mode) => `${conversationId}:${mode}`

/** Whose draft a key names, and what it is. */
export function draftOf({ id, keptAt, value }: Kept<OnDevice>) {
  const [conversationId = '', mode] = id.split(':')
  return { key: id, conversationId, mode: mode === 'note' ? ('note' as const) : ('reply' as const), keptAt, ...value }
}
