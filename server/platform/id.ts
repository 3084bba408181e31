/** UUID version 7 (RFC 9562): 48 bits of milliseconds, 12 that count within one, then random bits. Rows made later by a process sort later. */
import { randomFillSync } from 'node:crypto'

const POOL_SIZE = 4096
const BYTES = 10
/** A millisecond begins its count below this, so that it seldom runs over. */
const COUNT_FROM = 0x400
const COUNT_MASK = 0xfff
const pool = Buffer.alloc(POOL_SIZE)
let used = POOL_SIZE
let countedAt = -1
let count = 0

export function newId(now: number = Date.now()): string {
  if (used + BYTES > POOL_SIZE) {
    randomFillSync(pool)
    used = 0
  }
  const time = now.toString(16).padStart(12, '0')
  const random = pool.toString('hex', used, used + BYTES)
  used += BYTES
  count = now === countedAt ? (count + 1) & COUNT_MASK : parseInt(random.slice(0, 3), 16) % COUNT_FROM
  countedAt = now
  const variant = ((parseInt(random[3] ?? '0', 16) & 0x3) | 0x8).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count.toString(16).padStart(3, '0')}-${variant}${random.slice(4, 7)}-${random.slice(7, 19)}`
}

/** When such an id was made, to the millisecond. @returns undefined for another kind of id, and for one of no time that we know. */
export function timeOfId(id: string): Date | undefined {
  const [, high, low] = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-/.exec(id) ?? []
  const made = high && low ? parseInt(high + low, 16) : Infinity
  return made < TIME_MAX ? new Date(made) : undefined
}
const TIME_MAX = Date.UTC(9999, 0)
