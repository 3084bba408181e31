/** UUIDv7 (RFC 9562): made before sending, so that a message sent twice is one message. Pure. */
export function messageIdOf(now: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16)
  bytes.set(random.subarray(0, 16))
  for (let place = 0; place < 6; place++) bytes[place] = Math.floor(now / 2 ** (8 * (5 - place))) & 0xff
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

export const newMessageId = () => messageIdOf(Date.now(), crypto.getRandomValues(new Uint8Array(16)))

/** What is made for one content, as the id of a message: the same at each try of it, and another one for other words. */
export function madeOnce<T>(make: () => T) {
  let made: { of: string; value: T } | undefined
  return (content: unknown): T => {
    const of = JSON.stringify(content)
    if (made?.of !== of) made = { of, value: make() }
    return made.value
  }
}
