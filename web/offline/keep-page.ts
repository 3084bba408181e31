/** The browser's side of the service worker: it is registered for one product, and asked for again whenever the server is back. */

/** The addresses of the two products that come up without a network. */
export type Scope = '/desk' | '/portal'

const WORKER = '/worker.js'

type Policies = {
  createPolicy(name: string, rules: { createScriptURL: () => string }): { createScriptURL(url: string): string }
}

/** Where a browser has no workers, or refuses them, the page works as ever and needs the network to be opened. */
export async function keepPage(scope: Scope): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register(workerUrl(), { scope })
    // With the server a new version may have come; the browser itself looks for one only when a page is opened.
    await (await navigator.serviceWorker.getRegistration(scope))?.update()
  } catch {
    // Without a worker until the next time.
  }
}

/** Our pages load no script by a mere text (trust-D61). */
function workerUrl(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies }
  return (
    trustedTypes?.createPolicy('bedside-worker', { createScriptURL: () => WORKER }).createScriptURL(WORKER) ?? WORKER
  )
}

/** Whether the server gives another version of this page by now. */
export async function isOutdated(scope: Scope): Promise<boolean> {
  // Only what was built has a version in its name.
  const entry = import.meta.env.PROD && document.querySelector('script[type="module"][src]')?.getAttribute('src')
  if (!entry) return false
  try {
    const answer = await fetch(scope, { credentials: 'omit' })
    return answer.ok && !(await answer.text()).includes(entry)
  } catch {
    return false
  }
}
