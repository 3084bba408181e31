/**
 * What is kept on this device, sealed in the browser's own database.
 *
 * The key comes from the server, for the person who is signed in. Locked is what is sealed and has no key here: it waits for its person
 * (decision 0141).
 */
import { DEVICE_ITEMS_MAX, DEVICE_KEEPS_MS, memoryStore, type DeviceStore, type Kept } from './memory-store.ts'

/** How long what is sealed waits for its person after a session ended by the clock: from a Friday's shift to the Monday after. Source: decision 0141. */
export const LOCKED_KEEPS_MS = 3 * 24 * 3_600_000
const DATABASE = 'bedside-device'
const ITEMS = 'items'
const KEYS = 'keys'
const KEY_NAME = 'session'

type Stored = { id: string; kind: string; keptAt: number; nonce: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer }
/** Without `key`: locked since then. `id` is a digest of the key, by which it is known again. */
type Lock = { id: string; key?: CryptoKey; lockedAt?: number }

export async function sealedStore(now: () => number): Promise<DeviceStore> {
  const database = await openDatabase()
  const items = (mode: IDBTransactionMode) => database.transaction(ITEMS, mode).objectStore(ITEMS)
  const isFresh = (item: { keptAt: number }) => now() - item.keptAt < DEVICE_KEEPS_MS
  const isForgotten = ({ lockedAt = 0 }: Lock) => now() - lockedAt >= LOCKED_KEEPS_MS

  let lock = await lockOf(database)
  if (!lock.key && isForgotten(lock)) await done(items('readwrite').clear())
  const setLock = async (next: Lock) => {
    await done(database.transaction(KEYS, 'readwrite').objectStore(KEYS).put(next, KEY_NAME))
    lock = next
  }
  // Without a key.
  const unsealed = memoryStore(now)

  const sealedWith = (key: CryptoKey): Pick<DeviceStore, 'put' | 'get' | 'all' | 'remove'> => {
    const open = async <T>(item: Stored): Promise<Kept<T> | undefined> => {
      const plain = await unseal(key, item)
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
        const sealed = await seal(key, new TextEncoder().encode(JSON.stringify(value)))
        await done(items('readwrite').put({ id: `${kind}:${id}`, kind, keptAt: now(), ...sealed } satisfies Stored))
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
    }
  }

  const at = () => (lock.key ? sealedWith(lock.key) : unsealed)
  return {
    put: (kind, id, value) => at().put(kind, id, value),
    get: (kind, id) => at().get(kind, id),
    all: (kind) => at().all(kind),
    remove: (kind, id) => at().remove(kind, id),
    async unlock(text) {
      const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))
      const id = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].join()
      // Another page of this browser may have gone on meanwhile.
      if (!lock.key) lock = await lockOf(database)
      if (lock.id === id && lock.key) return
      // It can be used, but not read out: not even by a script of our own.
      const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
      if (lock.key)
        for (const item of (await done(items('readonly').getAll())) as Stored[]) {
          const plain = await unseal(lock.key, item)
          if (plain) await done(items('readwrite').put({ ...item, ...(await seal(key, plain)) }))
        }
      else if (lock.id !== id || isForgotten(lock)) await done(items('readwrite').clear())
      await setLock({ id, key })
    },
    async lock(since) {
      await unsealed.wipe()
      if (lock.key) await setLock({ id: lock.id, lockedAt: since })
    },
    async wipe() {
      database.close()
      await done(indexedDB.deleteDatabase(DATABASE))
    },
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

async function lockOf(database: IDBDatabase): Promise<Lock> {
  const kept = (await done(database.transaction(KEYS).objectStore(KEYS).get(KEY_NAME))) as Lock | CryptoKey | undefined
  // Versions before decision 0141 kept a key of their own making.
  return kept instanceof CryptoKey ? { id: '', key: kept } : (kept ?? { id: '' })
}

async function seal(key: CryptoKey, plain: BufferSource): Promise<Pick<Stored, 'nonce' | 'sealed'>> {
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  return { nonce, sealed: await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, plain) }
}

const unseal = (key: CryptoKey, { nonce, sealed }: Stored): Promise<ArrayBuffer | undefined> =>
  crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, sealed).catch(() => undefined)

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('storage refused'))
  })
