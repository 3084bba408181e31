/**
 * A folder of sealed entries that wait until the database is back: each a file of its own, on the disk with its name when `put`
 * returns. Owner only, bounded in number and bytes, and sealed under its name, so that nothing is read, changed or moved unseen.
 *
 * Several processes may share the folder: what they do to an entry is harmless when done twice.
 */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Keys } from './seal.ts'

export type SealedSpool = {
  /** Durable when it returns; a name that is there already stays as it is. `full`: nothing was kept. */
  put(name: string, bytes: Buffer): Promise<'kept' | 'known' | 'full'>
  has(name: string): boolean
  /** Oldest first. `isMarked`: `mark` was called for it. */
  list(): Promise<SpoolEntry[]>
  /** @throws `DecryptContext` for an entry that was changed, moved, or sealed under another key. */
  read(name: string): Promise<Buffer>
  /** Notes durably that one step of the way of an entry is done. */
  mark(name: string): Promise<void>
  remove(name: string): Promise<void>
  /** Out of the way of the others, but kept: nobody here can open it. */
  putAside(name: string): Promise<void>
}

export type SpoolEntry = { name: string; at: Date; bytes: number; isMarked: boolean }

export type SpoolLimits = { entries: number; bytes: number; entryBytes: number }

const NAME = /^[0-9a-f.-]{1,120}$/
const [SEALED, MARKED, DAMAGED] = ['.sealed', '.marked', '.damaged']

export function openSealedSpool(folder: string, keys: Keys, limits: SpoolLimits): SealedSpool {
  const pathOf = (name: string, ending = SEALED): string => {
    if (!NAME.test(name)) throw new Error('not a name of an entry')
    return join(folder, name + ending)
  }
  const placeOf = (name: string): string => `spool/${name}`
  let turn: Promise<unknown> = Promise.resolve()
  /** One after the other, so that two never both fit into the last free place. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work)
    turn = done.catch(() => undefined)
    return done
  }

  async function list(): Promise<SpoolEntry[]> {
    const names = await readdir(folder).catch(() => [])
    const marked = new Set(names.filter((name) => name.endsWith(MARKED)))
    const entries = await Promise.all(
      names
        .filter((name) => name.endsWith(SEALED))
        .map(async (file) => {
          const name = file.slice(0, -SEALED.length)
          const { mtime, size } = await stat(join(folder, file)).catch(() => ({ mtime: null, size: 0 }))
          // Another process may have removed it meanwhile.
          return mtime && { name, at: mtime, bytes: size, isMarked: marked.has(name + MARKED) }
        }),
    )
    return entries
      .filter((entry) => entry !== null)
      .toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.name.localeCompare(b.name))
  }

  async function put(name: string, bytes: Buffer): Promise<'kept' | 'known' | 'full'> {
    const path = pathOf(name)
    const waiting = await list()
    if (waiting.some((entry) => entry.name === name)) return 'known'
    const total = waiting.reduce((sum, entry) => sum + entry.bytes, bytes.length)
    if (bytes.length > limits.entryBytes || waiting.length >= limits.entries || total > limits.bytes) return 'full'
    await writeDown(folder, path, keys.seal(bytes, placeOf(name)))
    return 'kept'
  }

  return {
    put: (name, bytes) => inTurn(() => put(name, bytes)),
    has: (name) => existsSync(pathOf(name)),
    list,
    read: async (name) => keys.open(await readFile(pathOf(name)), placeOf(name)),
    async mark(name) {
      await writeDown(folder, pathOf(name, MARKED), Buffer.alloc(0))
      // It may have gone meanwhile, and its mark with it.
      if (!existsSync(pathOf(name))) await rm(pathOf(name, MARKED), { force: true })
    },
    async remove(name) {
      // The mark first: left alone, it would stand for an entry of the same name that comes later.
      await rm(pathOf(name, MARKED), { force: true })
      await rm(pathOf(name), { force: true })
    },
    async putAside(name) {
      await rm(pathOf(name, MARKED), { force: true })
      await rename(pathOf(name), pathOf(name, DAMAGED))
    },
  }
}

/** The file is whole on the disk when it has its name, and its name is on the disk when this returns. */
async function writeDown(folder: string, path: string, bytes: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const part = `${path}.${randomBytes(6).toString('hex')}.part`
  const file = await open(part, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(part, path)
  const directory = await open(folder, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}
