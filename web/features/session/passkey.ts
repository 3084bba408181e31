/** Passkeys: the browser's own dialog, between two answers of the server. */
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { client } from '../../api/client.ts'

type LooseJson = Record<string, unknown>

export const canUsePasskeys = () => typeof window.PublicKeyCredential === 'function'

export async function signInWithPasskey(organization?: string) {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const { challengeId, options } = await client.signIn.passkeyChallenge({ organization })
  const response = await startAuthentication({
    optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON,
  })
  return client.signIn.passkey({ challengeId, response: response as unknown as LooseJson, organization })
}

export async function addPasskey(name: string) {
  const { startRegistration } = await import('@simplewebauthn/browser')
  const { challengeId, options } = await client.factor.beginPasskey()
  const response = await startRegistration({
    optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON,
  })
  return client.factor.addPasskey({ challengeId, response: response as unknown as LooseJson, name })
}

export async function confirmWithPasskey() {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const { challengeId, options } = await client.stepUp.passkeyChallenge()
  const response = await startAuthentication({
    optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON,
  })
  return client.stepUp.confirm({ way: 'passkey', challengeId, response: response as unknown as LooseJson })
}

/** The person closed the browser's dialog: an answer, not a failure. */
export const wasCancelled = (error: unknown) =>
  error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError')
