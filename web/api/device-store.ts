/**
 * What a person wrote and the server does not have yet, kept on this device.
 *
 * Encrypted with a key that never leaves the browser's own store, wiped on sign-out, and forgotten after seven days
 * (desk-D72). Where a browser refuses storage or encryption, it is kept in memory, as long as the page.
 */

/** How long an item is kept. Source: desk-D72. */
export const DEVICE_KEEPS_MS = 7 * 24 * 3_600_000
/** Most items of one kind; the oldest go first. */
const DEVICE_ITEMS_MAX = 200

const DATABASE = 'bedside-device'
const ITEMS = 'items'
const KEYS = 'keys'
const KEY_NAME = 'session'

type Stored = { id: string; kind: string; keptAt: number; nonce: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer }
export type Kept<T> = { id: string; keptAt: number; value: T }

export type DeviceStore = {
  put<T>(kind: string, id: string, value: T): Promise<void>
  get<T>(kind: string, id: string): Promise<Kept<T> | undefined>
  all<T>(kind: string): Promise<Kept<T>[]>
  remove(kind: string, id: string): Promise<void>
  wipe(): Promise<void>
}

/**
 * One store per page; the first use opens it. Steps are taken one after the other: to seal a long text takes a moment, and words that
 * were sent and removed in that moment would come back as if they were still to be sent.
 */
export function openDeviceStore(
  now: () => number = Date.now,
  open: (now: () => number) => Promise<DeviceStore> = sealedStore,
): DeviceStore {
  let opening: Promise<DeviceStore> | undefined
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(step: (store: DeviceStore) => Promise<T>): Promise<T> => {
    const turn = last.then(() => (opening ??= open(now).catch(() => memoryStore(now)))).then(step)
    last = turn.catch(() => {})
    return turn
  }
  return {
    put: (kind, id, value) => inTurn((store) => store.put(kind, id, value)),
    get: (kind, id) => inTurn((store) => store.get(kind, id)),
    all: (kind) => inTurn((store) => store.all(kind)),
    remove: (kind, id) => inTurn((store) => store.remove(kind, id)),
    wipe: () =>
      inTurn(async (store) => {
        await store.wipe()
        opening = undefined
      }),
  }
}

export const deviceStore = openDeviceStore()

async function sealedStore(now: () => number): Promise<DeviceStore> {
  const database = await openDatabase()
  const key = await sessionKey(database)
  const items = (mode: IDBTransactionMode) => database.transaction(ITEMS, mode).objectStore(ITEMS)
  const isFresh = (item: { keptAt: number }) => now() - item.keptAt < DEVICE_KEEPS_MS

  const open = async <T>(item: Stored): Promise<Kept<T> | undefined> => {
    const plain = await crypto.subtle
      .decrypt({ name: 'AES-GCM', iv: item.nonce }, key, item.sealed)
      .catch(() => undefined)
    if (!plain) return undefined
    return {
      id: item.id.slice(item.kind.length + 1),
      keptAt: item.keptAt,
      value: JSON.parse(new TextDecoder().decode(plain)) as T,
    }
  }

  const storedOf = async (kind: string) => {
    // Only the ids of this kind: what waits to be sent may carry files of megabytes.
    const stored = (await done(items('readonly').getAll(IDBKeyRange.bound(`${kind}:`, `${kind};`)))) as Stored[]
    return stored.sort((a, b) => a.keptAt - b.keptAt)
  }

  return {
    async put(kind, id, value) {
      const nonce = crypto.getRandomValues(new Uint8Array(12))
      const plain = new TextEncoder().encode(JSON.stringify(value))
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, plain)
      await done(items('readwrite').put({ id: `${kind}:${id}`, kind, keptAt: now(), nonce, sealed } satisfies Stored))
      const stored = await storedOf(kind)
      const tooMany = stored.slice(0, Math.max(0, stored.length - DEVICE_ITEMS_MAX))
      const old = stored.filter((item) => !isFresh(item))
      for (const item of new Set([...tooMany, ...old])) await done(items('readwrite').delete(item.id))
    },
    async get<T>(kind: string, id: string) {
      const item = (await done(items('readonly').get(`${kind}:${id}`))) as Stored | undefined
      return item && isFresh(item) ? open<T>(item) : undefined
    },
    async all<T>(kind: string) {
      const opened = await Promise.all((await storedOf(kind)).filter(isFresh).map((item) => open<T>(item)))
      return opened.filter((item) => item !== undefined)
    },
    async remove(kind, id) {
      await done(items('readwrite').delete(`${kind}:${id}`))
    },
    async wipe() {
      database.close()
      await done(indexedDB.deleteDatabase(DATABASE))
    },
  }
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
    wipe: async () => items.clear(),
  }
}

async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore(ITEMS, { keyPath: 'id' })
    request.result.createObjectStore(KEYS)
  }
  const database = await done(request)
  // Another tab wipes it: a tab that held on would keep it from going.
  database.onversionchange = () => database.close()
  return database
}

// The key can be used but not read out, not even by a script of our own.
async function sessionKey(database: IDBDatabase): Promise<CryptoKey> {
  const kept = (await done(database.transaction(KEYS).objectStore(KEYS).get(KEY_NAME))) as CryptoKey | undefined
  if (kept) return kept
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  await done(database.transaction(KEYS, 'readwrite').objectStore(KEYS).put(fresh, KEY_NAME))
  return fresh
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('storage refused'))
  })
