/**
 * Inputs that nobody meant: samples with bytes changed, lost, moved, doubled and joined to others, and the words of a format in any order. Pure: the
 * same source, seed and number give the same input.
 */
export type Source = {
  samples: readonly Buffer[]
  /** What means something in this format: marks, names, values at a limit. */
  words: readonly string[]
  bytesMax: number
}

/** Changes of one input, at most. */
const CHANGES_MAX = 8
/** Words of an input that is made of words alone. */
const WORDS_MAX = 60
/** What is said once may be said so often. */
const REPEATS = [2, 8, 60, 500, 4_000, 40_000]

export function inputOf({ samples, words, bytesMax }: Source, seed: number, n: number): Buffer {
  const draw = drawer(seed, n)
  const pick = <T>(from: readonly T[]): T | undefined => from[draw(from.length)]
  const word = (): Buffer => Buffer.from(pick(words) ?? '', 'latin1')
  const cut = (bytes: Buffer): Buffer => bytes.subarray(0, bytesMax)
  if (words.length > 0 && draw(4) === 0)
    return cut(Buffer.concat(Array.from({ length: 1 + draw(WORDS_MAX) }, () => (draw(4) === 0 ? noise(draw) : word()))))

  let bytes = Buffer.from(pick(samples) ?? Buffer.alloc(0))
  for (let change = 1 + draw(CHANGES_MAX); change > 0; change--) {
    const at = draw(bytes.length + 1)
    const length = 1 + draw(draw(3) === 0 ? 200 : 6)
    const before = bytes.subarray(0, at)
    const after = bytes.subarray(at)
    switch (draw(9)) {
      case 0:
        if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ (1 << draw(8))
        break
      case 1:
        bytes = Buffer.concat([before, after.subarray(length)])
        break
      case 2:
        bytes = Buffer.concat([before, noise(draw), after])
        break
      case 3:
        bytes = Buffer.concat([before, word(), after])
        break
      case 4:
        bytes = Buffer.concat([before, word(), after.subarray(length)])
        break
      case 5: {
        // One piece, said again and again.
        const piece = draw(2) === 0 ? word() : after.subarray(0, length)
        const times = Math.min(pick(REPEATS) ?? 1, Math.floor(bytesMax / Math.max(1, piece.length)))
        bytes = Buffer.concat([
          before,
          ...Array.from({ length: draw(6) === 0 ? times : Math.min(times, 60) }, () => piece),
          after,
        ])
        break
      }
      case 6: {
        // The end of another.
        const other = pick(samples) ?? before
        bytes = Buffer.concat([before, other.subarray(draw(other.length + 1))])
        break
      }
      case 7: {
        // A piece in another place.
        const piece = after.subarray(0, length)
        const rest = Buffer.concat([before, after.subarray(length)])
        const to = draw(rest.length + 1)
        bytes = Buffer.concat([rest.subarray(0, to), piece, rest.subarray(to)])
        break
      }
      default:
        // A number of 1, 2 or 4 bytes at its limit.
        for (let n8 = 0; n8 < 1 << draw(3) && at + n8 < bytes.length; n8++)
          bytes[at + n8] = draw(2) === 0 ? 0xff : draw(256)
    }
    bytes = Buffer.from(cut(bytes))
  }
  return bytes
}

const noise = (draw: Draw): Buffer => Buffer.from(Array.from({ length: 1 + draw(6) }, () => draw(256)))

/** @returns a whole number from 0 up to and without `below`. */
type Draw = (below: number) => number

/** Mulberry32: 32 bits of state, the same on every machine. */
function drawer(seed: number, n: number): Draw {
  let state = (seed ^ Math.imul(n + 1, 0x9e3779b1)) >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}
