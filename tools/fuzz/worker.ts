/**
 * A process that reads inputs for one parser until its time is over, and tells what it finds. The input that is being read stands in a file, so that
 * whoever watches has it when this process hangs or dies.
 *
 *   worker.ts MODULE PARSER FILE SEED MS    MODULE exports PARSERS; FILE: where the input stands; MS 0: reads what stands there, once
 */
import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { inputOf } from './mutate.ts'
import { BYTES_MAX, faultOf, type Fault, type Parser } from './parser.ts'

export type Told = { kind: 'ready' } | { kind: 'read'; count: number } | { kind: 'found'; fault: Fault; input: string } | { kind: 'over'; count: number } // prettier-ignore

const TELL_MS = 200
const tell = (told: Told): void => void process.send?.(told)

const [module = '', name = '', file = '', seed = '0', ms = '0'] = process.argv.slice(2)
const { PARSERS } = (await import(pathToFileURL(module).href)) as { PARSERS: Record<string, Parser> }
const parser = PARSERS[name]
if (!parser) throw new Error(`there is no parser "${name}"`)
const source = { words: parser.words, samples: await parser.samples(), bytesMax: parser.bytesMax ?? BYTES_MAX }
// What is compiled and loaded with the first inputs is not counted to one that follows.
for (const sample of [...source.samples, ...source.samples]) await faultOf(parser, sample)
tell({ kind: 'ready' })

if (ms === '0') {
  const input = readFileSync(file)
  const fault = await faultOf(parser, input)
  if (fault) tell({ kind: 'found', fault, input: input.toString('base64') })
  tell({ kind: 'over', count: 1 })
} else {
  const kept = openSync(file, 'w')
  const until = Date.now() + Number(ms)
  const known = new Set<string>()
  let toldAt = Date.now()
  let count = 0
  // The samples as they are come first.
  for (; Date.now() < until; count++) {
    const input = source.samples[count] ?? inputOf(source, Number(seed), count)
    ftruncateSync(kept, input.length)
    writeSync(kept, input, 0, input.length, 0)
    const fault = await faultOf(parser, input)
    if (fault && !known.has(keyOf(fault))) {
      known.add(keyOf(fault))
      tell({ kind: 'found', fault, input: input.toString('base64') })
    }
    if (Date.now() - toldAt < TELL_MS) continue
    toldAt = Date.now()
    tell({ kind: 'read', count })
    // Whatever was sent leaves, and what waits for its turn has it.
    await new Promise((done) => void setImmediate(done))
  }
  closeSync(kept)
  tell({ kind: 'over', count })
}
process.disconnect?.()

function keyOf({ what, why }: Fault): string {
  return what === 'throws' ? why : what
}
