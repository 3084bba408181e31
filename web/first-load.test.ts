import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { beforeAll, expect, test, vi } from 'vitest'

/** Limits of JavaScript on the first load, in kB of 1,000 bytes, compressed. Source: look.md. */
const LIMITS = { portal: 120, desk: 250 } as const
/** The words of one language travel with the first load, the others do not. */
const WORDS = /web\/i18n\/en\//

let chunks: Rolldown.OutputChunk[]

beforeAll(async () => {
  // Vite builds what people get only in this mode.
  vi.stubEnv('NODE_ENV', 'production')
  const built = (await build({ logLevel: 'silent', build: { write: false } })) as Rolldown.RolldownOutput
  chunks = built.output.filter((file) => file.type === 'chunk')
}, 120_000)

test.each(Object.entries(LIMITS))('the first load of the %s stays under %i kB', (entry, limit) => {
  expect(firstLoadKb(entry)).toBeGreaterThan(40)
  expect(firstLoadKb(entry)).toBeLessThanOrEqual(limit)
})

function firstLoadKb(entry: string): number {
  const first = chunks.find((chunk) => chunk.isEntry && chunk.facadeModuleId?.endsWith(`web/${entry}/index.html`))
  if (!first) throw new Error(`no entry ${entry}`)
  const needed = new Set<Rolldown.OutputChunk>()
  const follow = (chunk: Rolldown.OutputChunk | undefined) => {
    if (!chunk || needed.has(chunk)) return
    needed.add(chunk)
    const named = (file: string) => chunks.find((other) => other.fileName === file)
    for (const file of chunk.imports) follow(named(file))
    for (const file of chunk.dynamicImports) if (WORDS.test(named(file)?.facadeModuleId ?? '')) follow(named(file))
  }
  follow(first)
  const bytes = [...needed].reduce((sum, chunk) => sum + gzipSync(chunk.code).length, 0)
  return Math.round(bytes / 100) / 10
}
