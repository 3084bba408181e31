/** The browser's part of passkeys. Its code is fetched only when somebody uses one. */
type Options = Record<string, unknown>

export const passkeysWork = () => typeof PublicKeyCredential === 'function'

/** Whether a passkey could live in this device itself, behind its fingerprint, face or screen lock. */
export const hasScreenLock = async (): Promise<boolean> =>
  passkeysWork() && PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable()

/** Null: the person closed the browser's own dialog, which is not a problem to report. */
export async function answerPasskey(options: Options): Promise<Options | null> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  return unlessClosed(() => startAuthentication({ optionsJSON: options as never }))
}

export async function makePasskey(options: Options): Promise<Options | null> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  return unlessClosed(() => startRegistration({ optionsJSON: options as never }))
}

async function unlessClosed(ask: () => Promise<unknown>): Promise<Options | null> {
  try {
    return (await ask()) as Options
  } catch (error) {
    if (error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError')) return null
    throw error
  }
}
