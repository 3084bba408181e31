/** What a browser keeps of a page: for tests that nothing of a patient stays. */
import type { Page } from 'playwright'

/** The addresses of all that the service workers of this origin keep, each once. */
export const addressesKept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const found = new Set<string>()
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) found.add(url.replace(location.origin, ''))
    return [...found]
  })

/** How many keys lie in the page's databases: without one, what is sealed there is read by nobody. */
export const keysOnDevice = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    let keys = 0
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name)
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(new Error('no database'))
      })
      for (const store of database.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve, reject) => {
          const request = database.transaction(store).objectStore(store).getAll()
          request.onsuccess = () => resolve(request.result as unknown[])
          request.onerror = () => reject(new Error('no rows'))
        })
        for (const row of rows)
          for (const value of [row, ...Object.values(row ?? {})]) if (value instanceof CryptoKey) keys += 1
      }
      database.close()
    }
    return keys
  })

/** Everything that the page keeps on the device, as one text; sealed bytes as the characters they would be. */
export const onDevice = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const kept = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })]
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name)
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(new Error('no database'))
      })
      for (const store of database.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve, reject) => {
          const request = database.transaction(store).objectStore(store).getAll()
          request.onsuccess = () => resolve(request.result as unknown[])
          request.onerror = () => reject(new Error('no rows'))
        })
        for (const row of rows)
          kept.push(
            JSON.stringify(row, (_, value: unknown) =>
              value instanceof ArrayBuffer || ArrayBuffer.isView(value)
                ? new TextDecoder('latin1').decode(value)
                : value,
            ),
          )
      }
      database.close()
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const { url } of await cache.keys()) {
        const answer = await cache.match(url)
        kept.push(`${name} ${url} ${await answer?.text()}`)
      }
    }
    return kept.join('\n')
  })
