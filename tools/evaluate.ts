/**
 * `npm run evaluate [-- triage crisis deid knowledge intent emotion speed language plain-words]`: a table of what the engines reach on lines they have not seen.
 *
 * Only dev splits and held-out fifths are used. Without the development data it says so and measures what needs none.
 */
import { evaluateCrisis } from './evaluate/evaluate-crisis.ts'
import { evaluateDeid } from './evaluate/evaluate-deid.ts'
import { evaluateEmotion } from './evaluate/evaluate-emotion.ts'
import { evaluateIntent } from './evaluate/evaluate-intent.ts'
import { evaluateKnowledge } from './evaluate/evaluate-knowledge.ts'
import { evaluateLanguage } from './evaluate/evaluate-language.ts'
import { evaluateReadability } from './evaluate/evaluate-readability.ts'
import { evaluateSpeed } from './evaluate/evaluate-speed.ts'
import { evaluateTriage } from './evaluate/evaluate-triage.ts'
import type { Measure } from './evaluate/measure.ts'
import { dataFolder, hasData } from './train/development-data.ts'

const needData: Record<string, () => Measure[]> = { language: evaluateLanguage, 'plain-words': evaluateReadability }
const needNone: Record<string, () => Measure[]> = {
  triage: evaluateTriage,
  crisis: evaluateCrisis,
  deid: evaluateDeid,
  knowledge: evaluateKnowledge,
  intent: evaluateIntent,
  emotion: evaluateEmotion,
  speed: evaluateSpeed,
}

/** Safety figures first. */
const all = { ...needNone, ...needData }
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in all))
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Usage: npm run evaluate [-- ${Object.keys(all).join(' ')}]`)
  process.exit(2)
}
if (!hasData())
  console.log(`No development data in ${dataFolder}: measuring only what needs none. Set BEDSIDE_DATA to its place.`)

const measures = Object.entries(all)
  .filter(([name]) => wanted.length === 0 || wanted.includes(name))
  .filter(([name]) => hasData() || name in needNone)
  .flatMap(([, evaluate]) => evaluate())

print(
  measures.map((measure) => [
    measure.engine,
    measure.set,
    String(measure.n),
    measure.metric,
    measure.ours.toFixed(3),
    measure.target === null ? '' : `${measure.target}${measure.ours >= measure.target ? ' pass' : ' below'}`,
    measure.reference,
  ]),
)

function print(rows: string[][]) {
  const table = [['engine', 'set', 'n', 'metric', 'ours', 'target', 'published reference'], ...rows]
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)))
  for (const row of table)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
}
