/** "Not now" to the offer of a passkey. A passkey is made on one device, so the answer is kept on that device. */
const ANSWER_KEY = 'bedside.passkey-offer'

let isDeclined = safely(() => localStorage.getItem(ANSWER_KEY)) === 'declined'

export const wasDeclined = (): boolean => isDeclined

export function decline(): void {
  isDeclined = true
  safely(() => localStorage.setItem(ANSWER_KEY, 'declined'))
}

/** Signing out empties the browser's storage. Whoever said "not now" is not asked again all the same. */
export function keepAnswer(): void {
  if (isDeclined) decline()
}

// A browser may refuse storage: the answer lasts as long as the page.
function safely<T>(use: () => T): T | null {
  try {
    return use()
  } catch {
    return null
  }
}
