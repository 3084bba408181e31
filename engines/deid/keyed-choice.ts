/**
 * A number chosen by a secret key and a text: the same for the same two, without a pattern to whoever lacks the key. SipHash-2-4
 * (Aumasson and Bernstein 2012). Not a place to keep secrets: what it chooses among is small.
 */
export type Key = { k0: bigint; k1: bigint }

const MASK = (1n << 64n) - 1n

/** @throws RangeError unless the key is 32 hexadecimal digits. */
export function readKey(hex: string): Key {
  if (!/^[0-9a-f]{32}$/i.test(hex)) throw new RangeError('A key is 32 hexadecimal digits.')
  return { k0: BigInt(`0x${hex.slice(0, 16)}`), k1: BigInt(`0x${hex.slice(16)}`) }
}

/** A whole number from 0 to `below` - 1. */
export const choose = (key: Key, text: string, below: number): number => Number(sipHash(key, text) % BigInt(below))

const rotate = (x: bigint, by: bigint) => ((x << by) | (x >> (64n - by))) & MASK

function sipHash({ k0, k1 }: Key, text: string): bigint {
  const bytes = new TextEncoder().encode(text)
  let v0 = k0 ^ 0x736f6d6570736575n
  let v1 = k1 ^ 0x646f72616e646f6dn
  let v2 = k0 ^ 0x6c7967656e657261n
  let v3 = k1 ^ 0x7465646279746573n
  const rounds = (count: number) => {
    for (let i = 0; i < count; i++) {
      v0 = (v0 + v1) & MASK
      v1 = rotate(v1, 13n) ^ v0
      v0 = rotate(v0, 32n)
      v2 = (v2 + v3) & MASK
      v3 = rotate(v3, 16n) ^ v2
      v0 = (v0 + v3) & MASK
      v3 = rotate(v3, 21n) ^ v0
      v2 = (v2 + v1) & MASK
      v1 = rotate(v1, 17n) ^ v2
      v2 = rotate(v2, 32n)
    }
  }
  for (let at = 0; at <= bytes.length; at += 8) {
    let block = 0n
    for (let i = 0; i < 8 && at + i < bytes.length; i++) block |= BigInt(bytes[at + i]!) << BigInt(8 * i)
    if (at + 8 > bytes.length) block |= BigInt(bytes.length & 0xff) << 56n
    v3 ^= block
    rounds(2)
    v0 ^= block
  }
  v2 ^= 0xffn
  rounds(4)
  return v0 ^ v1 ^ v2 ^ v3
}
