/** The one browser of the journeys: the system's Chromium, without anything that would talk to others by itself. */
import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const settings = () => ({
  executablePath: [process.env.CHROMIUM, ...PLACES].find((place) => place && existsSync(place)),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // A camera and a microphone of its own, which move and beep; it asks nobody for them.
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
  ],
})

const watchers = new Set<(browser: Browser) => void>()

export async function openChromium(): Promise<Browser> {
  const browser = await chromium.launch(settings())
  for (const watch of watchers) watch(browser)
  return browser
}

/** Told of each browser that a journey opens. */
export const onBrowser = (watch: (browser: Browser) => void): void => void watchers.add(watch)

/**
 * Somebody's own browser. A journey about a page without a network allows the worker; to the others it would bring only the fetching
 * of its files, and requests that no route of a test sees.
 */
export const aContext = (browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> =>
  browser.newContext({ serviceWorkers: 'block', ...options })
