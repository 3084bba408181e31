/** The one browser of the journeys: the system's Chromium, without anything that would talk to others by itself. */
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

export function openChromium(): Promise<Browser> {
  const executablePath = [process.env.CHROMIUM, ...PLACES].find((place) => place && existsSync(place))
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
