/** What reads bytes from outside, for the tools that try it with what nobody meant (trust-D56). */

export type Parser = {
  /** Documents as they come, to be changed. */
  samples(): readonly Buffer[] | Promise<readonly Buffer[]>
  /** What means something in this format. */
  words: readonly string[]
  /** Longest input that is tried; a longer one is refused by a limit that has a test of its own. */
  bytesMax?: number
  /** Reads it as the product does. It throws where the product would break, and where what was read and printed is not read alike. */
  read(bytes: Buffer): void | Promise<void>
}

/** An input is read in this time of the processor, and with no more memory than this (trust-D56). */
export const READ_MAX_MS = 1_000
export const MEMORY_MAX_BYTES = 256 * 1024 * 1024
export const BYTES_MAX = 256 * 1024

export type Fault = { what: 'throws' | 'slow' | 'memory' | 'endless' | 'died'; why: string }

/** Reads one input and says what went wrong. What never ends, or takes the process along, is seen by who watches it (run.ts). */
export async function faultOf({ read }: Parser, bytes: Buffer): Promise<Fault | undefined> {
  const memory = process.memoryUsage.rss()
  const peak = process.resourceUsage().maxRSS
  const began = process.cpuUsage()
  try {
    await read(bytes)
  } catch (error) {
    return { what: 'throws', why: reasonOf(error) }
  }
  const { user, system } = process.cpuUsage(began)
  const ms = (user + system) / 1_000
  if (ms > READ_MAX_MS) return { what: 'slow', why: `${Math.round(ms)} ms` }
  const { maxRSS } = process.resourceUsage()
  // The highest that a process ever had counts from the one that started it; what it has now is seen beside it.
  const grown = Math.max(maxRSS > peak ? maxRSS * 1_024 - memory : 0, process.memoryUsage.rss() - memory)
  return grown > MEMORY_MAX_BYTES ? { what: 'memory', why: `${Math.round(grown / 1_048_576)} MB` } : undefined
}

/** Its kind and where it was thrown: two inputs with one reason are one finding. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const place = error.stack?.split('\n').find((line) => line.includes('file://'))?.replace(/^.*\/((?:[^/]+\/){2}[^/:]+:\d+).*$/, '$1') // prettier-ignore
  return `${error.name}: ${error.message.split('\n')[0]?.slice(0, 200)} (${place ?? 'nowhere'})`
}
