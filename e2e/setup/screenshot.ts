/**
 * Pictures of the main screens for the README, made by the journeys themselves: `SCREENSHOTS=1 npm test`.
 *
 * Without the variable nothing is written, so a test run leaves no trace. A picture that has grown too large for a README fails.
 */
import { mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import sharp from 'sharp'

const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'screenshots')
/** Bytes of one picture. */
const PICTURE_MAX_BYTES = 200_000

/** Saves what is in sight as docs/screenshots/`name`.png. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS !== '1') return
  await mkdir(FOLDER, { recursive: true })
  const path = join(FOLDER, `${name}.png`)
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  // A palette of 256 colours shows flat screens as they are, in a fifth of the bytes.
  await writeFile(path, await sharp(picture).png({ palette: true, compressionLevel: 9, effort: 10 }).toBuffer())
  const { size } = await stat(path)
  if (size > PICTURE_MAX_BYTES) throw new Error(`${name}.png is ${size} bytes, more than ${PICTURE_MAX_BYTES}`)
}
