/** For tests: an authenticator in software (WebAuthn level 3, ES256, attestation none), which signs whatever it is told to, lies too. */
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

type Lies = {
  challenge: string
  origin: string
  rpId: string
  /** The device did not check who holds it. */
  userVerified?: boolean
  type?: 'webauthn.get' | 'webauthn.create'
  counter?: number
}

/** Flags of authenticator data: user present, user verified, attested credential data follows. */
const UP = 0x01
const UV = 0x04
const AT = 0x40

export type Authenticator = ReturnType<typeof anAuthenticator>

export function anAuthenticator() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credentialId = randomBytes(32)
  const id = credentialId.toString('base64url')
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  // COSE: EC2 key, ES256, P-256, and both coordinates.
  const coseKey = Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ])
  const clientData = ({ challenge, origin, type }: Lies, usual: string) =>
    Buffer.from(JSON.stringify({ type: type ?? usual, challenge, origin, crossOrigin: false }))
  const authenticatorData = ({ rpId, userVerified = true, counter = 0 }: Lies, attested: Buffer | null) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    const flags = UP | (userVerified ? UV : 0) | (attested ? AT : 0)
    return Buffer.concat([sha256(rpId), Buffer.of(flags), count, attested ?? Buffer.alloc(0)])
  }

  return {
    id,
    register(lies: Lies): Record<string, unknown> {
      const length = Buffer.from([0, credentialId.length])
      const data = authenticatorData(lies, Buffer.concat([Buffer.alloc(16), length, credentialId, coseKey]))
      const attestationObject = Buffer.concat([
        Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'),
        Buffer.of(0x58, data.length),
        data,
      ])
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData(lies, 'webauthn.create').toString('base64url'),
          attestationObject: attestationObject.toString('base64url'),
          transports: ['internal'],
        },
      }
    },
    answer(lies: Lies): Record<string, unknown> {
      const json = clientData(lies, 'webauthn.get')
      const data = authenticatorData(lies, null)
      const signature = createSign('sha256')
        .update(Buffer.concat([data, sha256(json)]))
        .sign(privateKey)
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: json.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
        },
      }
    },
  }
}

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest()
