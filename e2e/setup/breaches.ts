/** What pages do that their policy forbids (trust-D61): the browser tells it in the page's console, also of frames that run no scripts. */

/** In the words of Chromium: what was refused, by which directive; and what a policy of trusted types asks for. */
const BREACH = /Content Security Policy|Content-Security-Policy|requires 'Trusted/

export const isBreach = (words: string): boolean => BREACH.test(words)

const BREACH_MAX_CHARS = 400
const BREACHES_MAX = 20
let breaches: string[] = []
let meant: RegExp[] = []

export function noteBreach(words: string, address: string): void {
  const { origin, pathname } = new URL(address)
  if (breaches.length < BREACHES_MAX) breaches.push(`${origin}${pathname}: ${words}`.slice(0, BREACH_MAX_CHARS))
}

/** The journey that is under way means to break this, to see it refused. */
export const mayBreak = (words: RegExp): void => void meant.push(words)

/** @returns what was broken and was not meant, since it was last asked. */
export function takeBreaches(): string[] {
  const found = breaches.filter((words) => !meant.some((one) => one.test(words)))
  breaches = []
  meant = []
  return found
}
