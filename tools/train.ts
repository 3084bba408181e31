/**
 * `npm run train -- language|intent|emotion|text|readability|triage|crisis|deid [more]`: makes the weights of an engine anew from the development data and the
 * project's own phrases. The same inputs give the same bytes. Without the data it says so and leaves the weights as they are.
 */
import { dataFolder, hasData } from './train/development-data.ts'
import { trainCrisis } from './train/train-crisis.ts'
import { trainDeid } from './train/train-deid.ts'
import { trainEmotion } from './train/train-emotion.ts'
import { trainIntent } from './train/train-intent.ts'
import { trainLanguage } from './train/train-language.ts'
import { trainReadability } from './train/train-readability.ts'
import { trainTriage } from './train/train-triage.ts'
import { trainWords } from './train/train-words.ts'

const trainers: Record<string, () => void | Promise<void>> = {
  language: trainLanguage,
  intent: trainIntent,
  emotion: trainEmotion,
  text: trainWords,
  readability: trainReadability,
  triage: trainTriage,
  crisis: trainCrisis,
  deid: trainDeid,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in trainers))
if (wanted.length === 0 || unknown.length > 0) {
  console.error(`Usage: npm run train -- ${Object.keys(trainers).join('|')}`)
  process.exit(wanted.length === 0 && unknown.length === 0 ? 0 : 2)
}
if (!hasData()) {
  console.log(
    `No development data in ${dataFolder()}: the committed weights stay as they are. Set BEDSIDE_DATA to its place.`,
  )
  process.exit(0)
}
for (const name of wanted) await trainers[name]!()
