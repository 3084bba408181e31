/**
 * Ids of the demonstration: UUIDv7 like all others, but made from a name, so that a second build gives the same ones.
 * `VOLUME_ID` in demo/volume.ts computes the same in SQL.
 */
import { createHash } from 'node:crypto'

export function demoId(name: string, at: Date): string {
  const digest = createHash('md5').update(name).digest('hex')
  const time = at.getTime().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digest.slice(0, 3)}-8${digest.slice(3, 6)}-${digest.slice(6, 18)}`
}
