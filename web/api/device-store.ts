/**
 * What a person wrote and the server does not have yet, kept on this device.
 *
 * Encrypted with a key that the server gives to the person who is signed in, and that no script of this page can read out again. When a
 * session ends by the clock the key goes and what it sealed stays for that person (decision 0141); after every other end all of it is
 * wiped, and after seven days in any case (desk-D72). Where a browser refuses storage or encryption, or nobody has given a key yet, it is
 * kept in memory, as long as the page.
 */

import { memoryStore, type DeviceStore } from './memory-store.ts'

const loadSealing = () => import('./sealed-store.ts')
// Fetched beside the page: it is needed as soon as somebody is known to be here.
void loadSealing().catch(() => {})

/**
 * One store per page; the first use opens it. Steps are taken one after the other: to seal a long text takes a moment, and words that
 * were sent and removed in that moment would come back as if they were still to be sent.
 */
export function openDeviceStore(
  now: () => number = Date.now,
  open: (now: () => number) => Promise<DeviceStore> = async (now) => (await loadSealing()).sealedStore(now),
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
    unlock: (key) =>
      inTurn((store) =>
        // With an ended session the browser may have taken its storage away, and what is open with it.
        store.unlock(key).catch(async () => {
          opening = open(now).catch(() => memoryStore(now))
          await (await opening).unlock(key)
        }),
      ),
    lock: (since) => inTurn((store) => store.lock(since)),
    wipe: () =>
      inTurn(async (store) => {
        await store.wipe()
        opening = undefined
      }),
  }
}

export const deviceStore = openDeviceStore()
