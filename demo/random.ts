/**
 * The demonstration's dice: the same seed always throws the same numbers, on every machine.
 *
 * Each part of the demonstration forks its own dice by name, so that one more patient or story does not change all others.
 */
import { createHash } from 'node:crypto'

export type Random = {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number, both ends included. */
  between(least: number, most: number): number
  chance(share: number): boolean
  pick<T>(list: readonly T[]): T
  /** Dice of their own, for the part of this name. */
  fork(name: string): Random
}

export function seededRandom(seed: string): Random {
  const start = createHash('sha256').update(seed).digest()
  let a = start.readUInt32LE(0)
  let b = start.readUInt32LE(4)
  let c = start.readUInt32LE(8)
  let counter = 1

  // sfc32 (Chris Doty-Humphrey): small, fast, and good enough to shuffle made-up people.
  const next = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return (sum >>> 0) / 4_294_967_296
  }

  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (share) => next() < share,
    pick: <T>(list: readonly T[]): T => {
      if (list.length === 0) throw new Error('nothing to pick from')
      return list[Math.floor(next() * list.length)] as T
    },
    fork: (name) => seededRandom(`${seed}/${name}`),
  }
}
