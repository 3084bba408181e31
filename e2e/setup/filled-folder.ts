/**
 * The demonstration clinic as a first start leaves it behind, filled once for all products of a run: tools/test.mjs names the folder,
 * e2e/first-start.test.ts fills it, and the other journeys begin with a copy. Where it is not there (one file alone) a product fills
 * its own folder.
 */
import { execFile } from 'node:child_process'
import { chmod, lstat, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Where the filled folder is, or will be. */
export const FILLED = process.env.BEDSIDE_FILLED

/** A folder for one product, with the filled clinic where there is one. */
export async function aDataFolder(): Promise<{ dataFolder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'bedside-journey-'))
  // As root, PostgreSQL runs under another account, which has to enter here.
  await chmod(folder, 0o711)
  const dataFolder = join(folder, 'data')
  if (FILLED && (await isWhole(FILLED))) await promisify(execFile)('cp', ['-pR', FILLED, dataFolder])
  return { dataFolder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** Where PostgreSQL cannot reach the place of tests, its files lie elsewhere (server/platform/embedded-postgres.ts): nothing to copy. */
const isWhole = async (filled: string): Promise<boolean> =>
  (await lstat(join(filled, 'postgres')).catch(() => undefined))?.isDirectory() === true
