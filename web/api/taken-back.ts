/**
 * Several pages of one browser have the same line of unsent words, each as it read it. What one of them took back, or gave back with its
 * reason, no other sends: it says so in the store of the device, by id. What merely lacks there is no evidence, for a device without room
 * keeps nothing.
 */
import type { DeviceStore } from './memory-store.ts'

const KIND = 'taken-back'

/** Its words are kept elsewhere by now. */
export async function markTakenBack(store: DeviceStore, messageId: string): Promise<void> {
  await store.put(KIND, messageId, true).catch(() => {})
}

/** It is to be sent after all. */
export const unmarkTakenBack = (store: DeviceStore, messageId: string): Promise<void> =>
  store.remove(KIND, messageId).catch(() => {})

export const isTakenBack = async (store: DeviceStore, messageId: string): Promise<boolean> =>
  (await store.get(KIND, messageId).catch(() => undefined)) !== undefined
