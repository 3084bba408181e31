/** What a store of this device promises, and the plain one: in memory, as long as the page. */

/** How long an item is kept. Source: desk-D72. */
export const DEVICE_KEEPS_MS = 7 * 24 * 3_600_000
/** Most items of one kind; the oldest go first. */
export const DEVICE_ITEMS_MAX = 200

export type Kept<T> = { id: string; keptAt: number; value: T }

export type DeviceStore = {
  put<T>(kind: string, id: string, value: T): Promise<void>
  get<T>(kind: string, id: string): Promise<Kept<T> | undefined>
  all<T>(kind: string): Promise<Kept<T>[]>
  remove(kind: string, id: string): Promise<void>
  /**
   * From here on what is kept is sealed with this key (32 bytes, base64url). What was sealed with another stays only where this device
   * still has that one; what was locked too long ago goes.
   */
  unlock(key: string): Promise<void>
  /** `since`: when the session ended. */
  lock(since: number): Promise<void>
  wipe(): Promise<void>
}

export function memoryStore(now: () => number): DeviceStore {
  const items = new Map<string, { kind: string; id: string; keptAt: number; text: string }>()
  const kept = <T>(item: { id: string; keptAt: number; text: string }): Kept<T> => ({
    id: item.id,
    keptAt: item.keptAt,
    value: JSON.parse(item.text) as T,
  })
  const fresh = () => [...items.values()].filter((item) => now() - item.keptAt < DEVICE_KEEPS_MS)
  return {
    async put(kind, id, value) {
      items.delete(`${kind}:${id}`)
      items.set(`${kind}:${id}`, { kind, id, keptAt: now(), text: JSON.stringify(value) })
      const ofKind = fresh().filter((item) => item.kind === kind)
      for (const item of ofKind.slice(0, Math.max(0, ofKind.length - DEVICE_ITEMS_MAX)))
        items.delete(`${kind}:${item.id}`)
    },
    get: async <T>(kind: string, id: string) => {
      const item = fresh().find((other) => other.kind === kind && other.id === id)
      return item && kept<T>(item)
    },
    all: async <T>(kind: string) =>
      fresh()
        .filter((item) => item.kind === kind)
        .map((item) => kept<T>(item)),
    remove: async (kind, id) => void items.delete(`${kind}:${id}`),
    // Nothing is sealed here, so nothing outlasts a session.
    unlock: async () => {},
    lock: async () => items.clear(),
    wipe: async () => items.clear(),
  }
}
