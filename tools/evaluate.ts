/**
 * `npm run evaluate [-- --engine x] [--data DIR|FILE] [--json f] [--compare f]`: a table of what the engines reach on lines they have
 * not seen. Safety figures stand first, with their 95 % interval.
 *
 * Only dev splits and held-out fifths are used. Without the development data it says so and measures what needs none. `--data` takes
 * another folder of development data, or a clinic's own labelled lines (`.jsonl`). `--compare` ends with 1 when a safety figure
 * falls, or another by more than half a point.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

import { evaluateCrisis } from './evaluate/evaluate-crisis.ts'
import { evaluateDeid } from './evaluate/evaluate-deid.ts'
import { evaluateEmotion } from './evaluate/evaluate-emotion.ts'
import { evaluateIntent } from './evaluate/evaluate-intent.ts'
import { evaluateKnowledge } from './evaluate/evaluate-knowledge.ts'
import { evaluateLanguage } from './evaluate/evaluate-language.ts'
import { evaluateOwnFile } from './evaluate/evaluate-own-file.ts'
import { evaluatePublicIntents } from './evaluate/evaluate-public-intents.ts'
import { evaluateReadability } from './evaluate/evaluate-readability.ts'
import { evaluateSentences } from './evaluate/evaluate-sentences.ts'
import { evaluateSpeed } from './evaluate/evaluate-speed.ts'
import { evaluateTriage } from './evaluate/evaluate-triage.ts'
import type { Measure } from './evaluate/measure.ts'
import { fallen, kept, printTable } from './evaluate/table.ts'
import type { KeptMeasure } from './evaluate/table.ts'
import { dataFolder, hasData, useDataFolder } from './train/development-data.ts'

type Evaluate = () => Measure[] | Promise<Measure[]>

const needData: Record<string, Evaluate> = {
  'public-intents': evaluatePublicIntents,
  language: evaluateLanguage,
  'plain-words': evaluateReadability,
}
const needNone: Record<string, Evaluate> = {
  triage: evaluateTriage,
  crisis: evaluateCrisis,
  deid: evaluateDeid,
  knowledge: evaluateKnowledge,
  intent: evaluateIntent,
  sentences: evaluateSentences,
  emotion: evaluateEmotion,
  speed: evaluateSpeed,
}
const all = { ...needNone, ...needData }

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: 'string', multiple: true },
    data: { type: 'string' },
    json: { type: 'string' },
    compare: { type: 'string' },
  },
})
const wanted = [...positionals, ...(values.engine ?? [])]
const unknown = wanted.filter((name) => !(name in all))
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Engines: ${Object.keys(all).join(' ')}`)
  process.exit(2)
}
// Read first: `--json` may write the same file.
const before = values.compare === undefined ? [] : (JSON.parse(readFileSync(values.compare, 'utf8')) as KeptMeasure[])

const measures = values.data?.endsWith('.jsonl') ? evaluateOwnFile(values.data) : await ofTheEngines()
printTable(measures)
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(kept(measures), null, 2) + '\n')

const falls = fallen(before, kept(measures))
if (values.compare !== undefined) console.log(falls.length === 0 ? 'Nothing fell.' : `Fell:\n${falls.join('\n')}`)
process.exit(falls.length === 0 ? 0 : 1)

async function ofTheEngines(): Promise<Measure[]> {
  if (values.data !== undefined) useDataFolder(values.data)
  if (!hasData())
    console.log(
      `No development data in ${dataFolder()}: measuring only what needs none. Set BEDSIDE_DATA to its place.`,
    )
  const measures: Measure[] = []
  for (const [name, evaluate] of Object.entries(all)) {
    const isAsked = wanted.length === 0 || wanted.includes(name)
    if (isAsked && (hasData() || name in needNone)) measures.push(...(await evaluate()))
  }
  return measures
}
