/**
 * What we encrypt ourselves (trust-D45), and keyed digests: everything comes from one master key, by purpose.
 *
 * A sealed value is version byte, 12 bytes nonce, 16 bytes tag, ciphertext (AES-256-GCM). Its place (table, row, column) is part
 * of the seal, so that a value moved elsewhere does not open.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

export type Keys = {
  seal(plain: Buffer, place: string): Buffer
  /** Throws `DecryptContext` when the value was changed, moved, or sealed under another key. */
  open(sealed: Buffer, place: string): Buffer
  /** The same words under the same key give the same 32 bytes; nobody without the key can try words. */
  digest(purpose: string, words: string): Buffer
}

export class DecryptContext extends Error {
  constructor() {
    super('DECRYPT_CONTEXT')
  }
}

const VERSION = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16
export const MASTER_KEY_BYTES = 32

export function openKeys(master: Buffer): Keys {
  if (master.length !== MASTER_KEY_BYTES) throw new Error(`the master key has ${MASTER_KEY_BYTES} bytes`)
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', master, 'bedside', purpose, 32))
  const sealing = derive('seal/1')
  const digesting = derive('digest/1')

  return {
    seal(plain, place) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(place))
      const text = Buffer.concat([cipher.update(plain), cipher.final()])
      return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), text])
    },
    open(sealed, place) {
      try {
        if (sealed[0] !== VERSION) throw new DecryptContext()
        const nonce = sealed.subarray(1, 1 + NONCE_BYTES)
        const tag = sealed.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES)
        const decipher = createDecipheriv('aes-256-gcm', sealing, nonce, { authTagLength: TAG_BYTES })
        decipher.setAAD(Buffer.from(place)).setAuthTag(tag)
        return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE_BYTES + TAG_BYTES)), decipher.final()])
      } catch {
        throw new DecryptContext()
      }
    },
    digest: (purpose, words) => createHmac('sha256', digesting).update(purpose).update('\0').update(words).digest(),
  }
}
