import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { beforeAll, expect, test, vi } from 'vitest'

/** Limits of JavaScript on the first load, in kB of 1,000 bytes, compressed. Source: look.md. */
const LIMITS = { portal: 120, desk: 250 } as const
/** The words of one language travel with the first load, the others do not. */
const WORDS = /web\/i18n\/en\//

let chunks: Rolldown.OutputChunk[]
let frameStyle: string

beforeAll(async () => {
  // Vite builds what people get only in this mode.
  vi.stubEnv('NODE_ENV', 'production')
  const built = (await build({ logLevel: 'silent', build: { write: false } })) as Rolldown.RolldownOutput
  chunks = built.output.filter((file) => file.type === 'chunk')
  const style = built.output.find(({ fileName }) => /^assets\/widget-.*\.css$/.test(fileName))
  frameStyle = style?.type === 'asset' ? String(style.source) : ''
  expect(frameStyle).toContain('.launch')
}, 120_000)

test.each(Object.entries(LIMITS))('the first load of the %s stays under %i kB', (entry, limit) => {
  expect(firstLoadKb(entry)).toBeGreaterThan(40)
  expect(firstLoadKb(entry)).toBeLessThanOrEqual(limit)
})

test('desk-D65 the loader of the chat is at most 5 kB, and all of the chat at most 60 kB', () => {
  const loader = chunks.find(({ fileName }) => fileName === 'widget/loader.js')
  expect(loader?.imports).toEqual([])
  const loaderKb = kilobytes(loader?.code ?? '')
  expect(loaderKb).toBeGreaterThan(0.5)
  expect(loaderKb).toBeLessThanOrEqual(5)
  const whole = loaderKb + firstLoadKb('widget', 'frame.html') + kilobytes(frameStyle)
  expect(whole).toBeGreaterThan(8)
  expect(whole).toBeLessThanOrEqual(60)
})

test('desk-D72 the service worker names every file of desk and portal and none of the others, in at most 8 kB', () => {
  const worker = chunks.find(({ fileName }) => fileName === 'worker.js')
  expect(worker?.imports).toEqual([])
  const code = worker?.code ?? ''
  expect(kilobytes(code)).toBeLessThanOrEqual(8)
  const missing = ['desk', 'portal'].flatMap((entry) =>
    [...reachedFrom(entry, () => true)].filter(({ fileName }) => !code.includes(`"/${fileName}"`)),
  )
  expect(missing.map(({ fileName }) => fileName)).toEqual([])
  const foreign = chunks.filter(({ fileName }) => /assets\/(kiosk|display|widget)-/.test(fileName))
  expect(foreign.length).toBeGreaterThan(2)
  expect(foreign.filter(({ fileName }) => code.includes(fileName))).toEqual([])
  expect(code).not.toContain('.map"')
})

test.each(['kiosk', 'display'])('desk-D64 the first load of the %s stays under 20 kB', (entry) => {
  expect(firstLoadKb(entry)).toBeGreaterThan(2)
  expect(firstLoadKb(entry)).toBeLessThanOrEqual(20)
})

function firstLoadKb(entry: string, page = 'index.html'): number {
  const needed = reachedFrom(entry, (later) => WORDS.test(later?.facadeModuleId ?? ''), page)
  return [...needed].reduce((sum, { code }) => sum + kilobytes(code), 0)
}

type Later = Rolldown.OutputChunk | undefined

/** What an entry fetches, with those of the chunks it may fetch later that are counted. */
function reachedFrom(entry: string, counts: (later: Later) => boolean, page = 'index.html'): Set<Rolldown.OutputChunk> {
  const first = chunks.find((chunk) => chunk.isEntry && chunk.facadeModuleId?.endsWith(`web/${entry}/${page}`))
  if (!first) throw new Error(`no entry ${entry}`)
  const needed = new Set<Rolldown.OutputChunk>()
  const follow = (chunk: Later) => {
    if (!chunk || needed.has(chunk)) return
    needed.add(chunk)
    const named = (file: string) => chunks.find((other) => other.fileName === file)
    for (const file of chunk.imports) follow(named(file))
    for (const file of chunk.dynamicImports) if (counts(named(file))) follow(named(file))
  }
  follow(first)
  return needed
}

/** Compressed, of 1,000 bytes. */
const kilobytes = (text: string) => gzipSync(text).length / 1_000
