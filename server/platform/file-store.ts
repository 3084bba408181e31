/**
 * Bytes of files, sealed on disk under random names. What a file is called and who may see it stands in the database;
 * nothing of a name ever becomes a path (trust-D53).
 */
import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Keys } from './seal.ts'

export type FileStore = {
  /** Durable when it returns. @returns the storage key. */
  put(bytes: Buffer): Promise<string>
  /** @throws when the file is gone or was changed. */
  get(storageKey: string): Promise<Buffer>
  remove(storageKey: string): Promise<void>
}

const KEY = /^[0-9a-f]{32}$/

export function openFileStore(folder: string, keys: Keys): FileStore {
  const pathOf = (storageKey: string): string => {
    if (!KEY.test(storageKey)) throw new Error('not a storage key')
    return join(folder, storageKey.slice(0, 2), storageKey)
  }
  const placeOf = (storageKey: string): string => `file/${storageKey}`

  return {
    async put(bytes) {
      const storageKey = randomBytes(16).toString('hex')
      const path = pathOf(storageKey)
      await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
      const file = await open(`${path}.part`, 'wx', 0o600)
      try {
        await file.writeFile(keys.seal(bytes, placeOf(storageKey)))
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(`${path}.part`, path)
      return storageKey
    },
    get: async (storageKey) => keys.open(await readFile(pathOf(storageKey)), placeOf(storageKey)),
    remove: (storageKey) => rm(pathOf(storageKey), { force: true }),
  }
}
